"""Numbers on the pages of a report, each a link to the sources of a sentence."""

from collections.abc import Sequence

from lxml import html as markup

from haidang.reporting.official.cited import Cited, Kind

LINES = ("p", "li")


def with_pins(pages: str, rows: Sequence[Cited]) -> str:
    """The pages with the number of each sentence in the margin; its words stay as they are."""
    root = markup.fragment_fromstring(pages)
    lines = [(_plain(line.text_content()), line) for line in root.iter(*LINES)]
    at = 0
    for row in rows:
        words = _plain(row.text)
        met = next((n for n in range(at, len(lines)) if _holds(lines[n][0], words)), None)
        if met is not None:
            at = met
            _pin(lines[met][1], row)
    marked: str = markup.tostring(root, encoding="unicode")
    return marked


def _holds(line: str, words: str) -> bool:
    """Whether a line has a sentence, or its beginning where the page ends within it."""
    return words in line or (len(line) > len(words) // 2 and words.startswith(line))


def _plain(words: str) -> str:
    return " ".join(words.split()).removesuffix("./.").rstrip(" .").removeprefix("- ")


def _pin(line: markup.HtmlElement, row: Cited) -> None:
    if not line.find_class("paper-pins"):
        line.set("class", f"{line.get('class', '')} paper-pinned".strip())
        pins = markup.Element("span", {"class": "paper-pins"})
        pins.tail, line.text = line.text, None
        line.insert(0, pins)
    pin = markup.Element("a", {"class": "pin", "href": f"#cau-{row.number}"})
    pin.set("id", f"tai-{row.number}")
    waits = ", chưa có nguồn" if row.kind is Kind.NOBODY else ""
    pin.set("aria-label", f"Nguồn của câu {row.number}{waits}")
    pin.text = f"{row.number}?" if row.kind is Kind.NOBODY else str(row.number)
    line.find_class("paper-pins")[0].append(pin)
