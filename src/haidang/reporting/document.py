"""The words of the consolidated report: frozen figures in, an official document out.

Its parts, its sentences and who signs it are data of the regime; the layout is the writer's.
Nothing is read but the content that was frozen, so the same content gives the same document
(promise N9), and every figure carries the address of its records (promise N8).
"""

from collections.abc import Iterator

from haidang.reporting.enums import SectionKind
from haidang.reporting.official.annexes import annexes_of, label_of
from haidang.reporting.official.days import date_words, days_of, due_of
from haidang.reporting.official.narrative import called, gathered, names_of
from haidang.reporting.official.parts import Part, default_parts
from haidang.reporting.official.patterns import filled, written
from haidang.reporting.official.results import Texts, section_words
from haidang.reporting.official.signing import signature_of
from haidang.reporting.official.titles import period_of, small, title_of
from haidang.reporting.sheet import Content, Sheet
from haidang.text.blocks import Block, Document, Header, Heading, Paragraph
from haidang.text.reading.numbering import roman

__all__ = ["TO_WRITE", "date_words", "document_of", "title_of"]
TO_WRITE = "…"  # a person's own words, which no record holds
BY_UNIT = "Kết quả theo đơn vị"


def document_of(content: Content) -> Document:
    """The consolidated report of one frozen content; number, day and name are left open."""
    sheet, round = Sheet(content), content["round"]
    signed = round.get("signature", {})
    return Document(
        header=_header(content),
        addressees=tuple(round["upper"]),
        blocks=tuple(_body(sheet)),
        recipients=_recipients(round),
        signature=signature_of(
            round["receiver"], signed.get("authority", ()), signed.get("title", "")
        ),
        appendices=annexes_of(sheet),
    )


def prose_of(content: Content) -> list[int]:
    """The sections of words, in the order in which the report has them."""
    kinds = {row["ordinal"]: row["kind"] for row in content["sections"]}
    told = [ordinal for part in outline_of(content)[0] for ordinal in part["sections"]]
    return [ordinal for ordinal in told if kinds.get(ordinal) == SectionKind.PROSE]


def outline_of(content: Content) -> tuple[list[Part], Texts]:
    """The parts and the patterns that a content was frozen with, else the usual ones."""
    outline = content.get("outline", {})
    return outline.get("parts") or default_parts(content["sections"]), outline.get("patterns", {})


def _header(content: Content) -> Header:
    round = content["round"]
    head = round.get("header", {})
    return Header(
        superior=head.get("superior"),
        issuer=round["receiver"],
        symbol=head.get("symbol") or f"BC-{round['receiver_short'].split()[0]}",
        place=round["place"],
        date=content["frozen"]["at"][:7],
        document_type="BÁO CÁO",
        title=title_of(content),
    )


def _recipients(round: Content) -> tuple[str, ...]:
    is_committee = round["receiver"].casefold().startswith("ủy ban nhân dân")
    leaders = (f"CT, các PCT {round['receiver_short']}",) if is_committee else ()
    filed = f"Lưu: VT, {round['through']}" if round["through"] else "Lưu: VT"
    return (*leaders, round["reporters"], filed)


def _body(sheet: Sheet) -> Iterator[Block]:
    parts, texts = outline_of(sheet.content)
    round = sheet.content["round"]
    named = {
        "cơ quan": round["receiver"],
        "trích yếu": small(title_of(sheet.content)),
        "kỳ": period_of(round),
        "năm": str(round["year"]),
    }
    yield Paragraph(_opening(round, named, texts))
    for number, part in enumerate(parts, 1):
        yield Heading(1, roman(number).upper(), _heading(round, part))
        yield from list(_part(sheet, part, named, texts)) or [Paragraph(TO_WRITE)]
    yield Paragraph(written(texts, "closing", named))


def _heading(round: Content, part: Part) -> str:
    after = round.get("next_period") or f"năm {round['year'] + 1}"
    values = {
        "kỳ": period_of(round),
        "kỳ sau": after,
        "năm": str(round["year"]),
        "năm sau": str(round["year"] + 1),
    }
    return filled(part["title"], values).upper()


def _opening(round: Content, named: dict[str, str], texts: Texts) -> str:
    basis, words = round["basis"], round.get("basis_words", "")
    if basis is None and not words:
        return written(texts, "opening_alone", named)
    cited = words if basis is None else cited_in_full(basis, round["receiver"])
    return written(texts, "opening", named | {"văn bản": cited})


def cited_in_full(basis: Content, issuer: str) -> str:
    """A document in full, the first time (NĐ 30/2020, Phụ lục I, mục II.6)."""
    day = f" {date_words(basis['issued_on'])}" if basis["issued_on"] else ""
    return f"{_called_shortly(basis)}{day} của {issuer} về {small(basis['title'])}"


def _called_shortly(basis: Content) -> str:
    """A document the second time: its type, number and symbol."""
    kind = f"{basis['type'][:1].upper()}{basis['type'][1:].lower()}"
    number = f"{basis['number']}/{basis['symbol']}" if basis["symbol"] else ""
    return f"{kind} số {number}" if number else kind


def _part(sheet: Sheet, part: Part, named: dict[str, str], texts: Texts) -> Iterator[Block]:
    for key in part["says"]:
        for words in _said(sheet, key, named, texts):
            yield Paragraph(words, bullet=True)
    titled = [
        (row["title"], list(_section(sheet, row, texts)))
        for ordinal in part["sections"]
        for row in sheet.content["sections"]
        if row["ordinal"] == ordinal
    ]
    if "by_unit" in part["says"] and (words := _by_unit(sheet, texts)):
        titled.append((BY_UNIT, [Paragraph(words)]))
    if len(titled) == 1 and titled[0][0].casefold() == part["title"].casefold():
        yield from titled[0][1]
        return
    for number, (title, blocks) in enumerate(titled, 1):
        yield Heading(2, str(number), title)
        yield from blocks


def _said(sheet: Sheet, key: str, named: dict[str, str], texts: Texts) -> Iterator[str]:
    round = sheet.content["round"]
    if key == "basis" and round["basis"]:
        through = f" (qua {round['through']})" if round["through"] else ""
        yield written(
            texts,
            "basis",
            named
            | {
                "văn bản ngắn": _called_shortly(round["basis"]),
                "đối tượng báo cáo": round["reporters"],
                "qua": through,
                "hạn": due_of(round),
            },
        )
    if key == "completeness":
        counted = _counted(sheet)
        said = [written(texts, "completeness", counted)]
        said += [written(texts, "missing", counted)] if sheet.missing else []
        yield " ".join(said)
    if key == "days":
        yield days_of(sheet, texts)


def _counted(sheet: Sheet) -> dict[str, str]:
    names = [unit["area"] or unit["short_name"] for unit in sheet.missing]
    return {
        "đã nhận": str(len(sheet.reported)),
        "tổng số": str(len(sheet.units)),
        "còn thiếu": str(len(sheet.missing)),
        "tên đơn vị thiếu": called(names, most=60),
    }


def _by_unit(sheet: Sheet, texts: Texts) -> str:
    label = label_of(sheet, "units")
    return written(texts, "by_unit", _counted(sheet) | {"phụ lục": label}) if label else ""


def _section(sheet: Sheet, section: Content, texts: Texts) -> Iterator[Block]:
    if section["kind"] == SectionKind.FIGURES:
        yield Paragraph(section_words(sheet, section, texts))
        return
    passages = gathered(sheet, section["ordinal"]).passages
    for passage in passages:
        who = called(names_of(passage.statements[0]))
        yield Paragraph(f"{who[:1].upper()}{who[1:]}: {passage.text}", bullet=True)
    if not passages:
        yield Paragraph(TO_WRITE)
