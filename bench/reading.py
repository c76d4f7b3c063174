"""Reading document 000 in each format, and what twice, four and eight times as much costs."""

import copy
import io
import sys
import zipfile
from collections.abc import Callable

import docx
import pypdfium2
from lxml import etree

from bench.ground import ROOT
from bench.measure import against, median, seconds, table, times_of

LIMIT = 0.3  # a person who uploads a plan should not see a wait
GROWTH = 10.0  # eight times as much text may take ten times as long: nothing quadratic
SAMPLE = ROOT / "samples/99-KH-UBND"


def main() -> None:
    sys.path.insert(0, str(ROOT / "src"))
    rows = [_row(suffix, longer) for suffix, longer in LONGER.items()]
    head = ["document 000", "median", f"of {seconds(LIMIT)}", "×2", "×4", "×8", f"of ×{GROWTH:g}"]
    table("Reading and understanding a plan", head, rows)
    _beside_python_docx()


def _row(suffix: str, longer: Callable[[bytes, int], bytes]) -> list[str]:
    from haidang.text import read

    content = SAMPLE.with_suffix(f".{suffix}").read_bytes()
    one = median(times_of(lambda: read(content)))
    grown = []
    for factor in (2, 4, 8):
        more = longer(content, factor)
        grown.append(median(times_of(lambda more=more: read(more), at_least=3)) / one)
    shares = [f"×{ratio:.1f}" for ratio in grown]
    return [suffix, seconds(one), against(one, LIMIT), *shares, against(grown[-1], GROWTH)]


def _more_text(content: bytes, factor: int) -> bytes:
    return b"\n".join([content] * factor)


def _more_word(content: bytes, factor: int) -> bytes:
    packed = zipfile.ZipFile(io.BytesIO(content))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in packed.namelist():
            part = packed.read(name)
            target.writestr(name, _longer_body(part, factor) if "document.xml" in name else part)
    return out.getvalue()


def _longer_body(part: bytes, factor: int) -> bytes:
    root = etree.fromstring(part)
    if not root.tag.endswith("}document"):
        return part
    body = root[0]
    *blocks, _section = list(body)
    for _ in range(factor - 1):
        for at, block in enumerate(blocks):
            body.insert(at, copy.deepcopy(block))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _more_pages(content: bytes, factor: int) -> bytes:
    source, target, out = pypdfium2.PdfDocument(content), pypdfium2.PdfDocument.new(), io.BytesIO()
    for _ in range(factor):
        target.import_pages(source)
    target.save(out)
    return out.getvalue()


LONGER = {"txt": _more_text, "docx": _more_word, "pdf": _more_pages}


def _beside_python_docx() -> None:
    from haidang.text.reading import read_source

    content = SAMPLE.with_suffix(".docx").read_bytes()

    def theirs() -> str:
        document = docx.Document(io.BytesIO(content))
        cells = (cell.text for t in document.tables for row in t.rows for cell in row.cells)
        return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])

    ours, peer = median(times_of(lambda: read_source(content))), median(times_of(theirs))
    rows = [
        ["ours, with a place for each letter", seconds(ours), f"{peer / ours:.1f} times as fast"]
    ]
    rows.append(["python-docx, text alone", seconds(peer), "1"])
    table("Only the words of the .docx, nothing understood", ["reader", "median", ""], rows)


if __name__ == "__main__":
    main()
