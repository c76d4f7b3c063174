"""The words of the consolidated report: frozen figures in, an official document out.

The outline I to V is the one in use for yearly reports; the layout is the writer's. Nothing is
read but the content that was frozen, so the same content gives the same document (promise N9),
and every figure carries the address of its records (promise N8).
"""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from haidang.reporting.enums import SectionKind
from haidang.reporting.numerals import write_number
from haidang.reporting.sentences import figure_words, sentence
from haidang.reporting.sheet import Content, Sheet
from haidang.reporting.tables import appendix_of, figure_link
from haidang.text.blocks import Block, Document, Header, Heading, Paragraph, Signature

TO_WRITE = "…"  # a person's own words, which no record holds


def document_of(content: Content) -> Document:
    """The consolidated report of one frozen content; number, day and name are left open."""
    sheet, round = Sheet(content), content["round"]
    return Document(
        header=Header(
            issuer=round["receiver"],
            symbol=f"BC-{round['receiver_short'].split()[0]}",
            place=round["place"],
            date=content["frozen"]["at"][:7],
            document_type="BÁO CÁO",
            title=title_of(content),
        ),
        addressees=tuple(round["upper"]),
        blocks=tuple(_body(sheet)),
        recipients=_recipients(round),
        # The head's own power, exercised by a deputy, as the founding plan is signed.
        signature=Signature(authority=("KT. CHỦ TỊCH",), title="PHÓ CHỦ TỊCH"),
        appendices=(appendix_of(sheet),),
    )


def title_of(content: Content) -> str:
    """The subject line: what the report is about, and its year."""
    return f"{content['round']['title']} năm {content['round']['year']}"


def date_words(iso: str) -> str:
    """A day as documents write it; only days under 10 and months 1 and 2 have a leading zero.

    >>> date_words("2023-10-12")
    'ngày 12 tháng 10 năm 2023'
    """
    day = dt.date.fromisoformat(iso)
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def _recipients(round: Content) -> tuple[str, ...]:
    filed = f"Lưu: VT, {round['through']}" if round["through"] else "Lưu: VT"
    return (f"CT, các PCT {round['receiver_short']}", round["reporters"], filed)


def _body(sheet: Sheet) -> Iterator[Block]:
    round = sheet.content["round"]
    yield Paragraph(_opening(round))
    yield Heading(1, "I", "CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TRIỂN KHAI")
    yield from _direction(sheet)
    yield Heading(1, "II", "KẾT QUẢ THỰC HIỆN")
    yield from _results(sheet)
    yield Heading(1, "III", "ĐÁNH GIÁ CHUNG")
    assessed, proposed = _prose_sections(sheet)
    for number, section in enumerate(assessed, 1):
        yield Heading(2, str(number), section["title"])
        yield from _gathered(sheet, section)
    yield Heading(1, "IV", f"PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM {round['year'] + 1}")
    yield Paragraph(TO_WRITE)
    yield Heading(1, "V", "ĐỀ XUẤT, KIẾN NGHỊ")
    yield from _gathered(sheet, proposed) if proposed else [Paragraph(TO_WRITE)]
    yield Paragraph(
        f"Trên đây là {_small(title_of(sheet.content))} của {round['receiver']}, "
        f"{round['receiver']} kính báo cáo./."
    )


def _opening(round: Content) -> str:
    basis = round["basis"]
    if basis is None:
        return f"{round['receiver']} {_small(round['title'])} năm {round['year']}, cụ thể như sau:"
    return (
        f"Thực hiện {_basis_words(basis)} của {round['receiver']} về {_small(basis['title'])}, "
        f"{round['receiver']} báo cáo kết quả như sau:"
    )


def _basis_words(basis: Content) -> str:
    kind = f"{basis['type'][:1].upper()}{basis['type'][1:].lower()}"
    number = f" số {basis['number']}/{basis['symbol']}" if basis["symbol"] else ""
    day = f" {date_words(basis['issued_on'])}" if basis["issued_on"] else ""
    return f"{kind}{number}{day}"


def _small(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"


def _direction(sheet: Sheet) -> Iterator[Block]:
    round = sheet.content["round"]
    through = f" (qua {round['through']})" if round["through"] else ""
    if round["basis"]:
        due = round["due_phrase"] or f"chậm nhất {date_words(round['due_on'])}"
        yield Paragraph(
            f"Đã ban hành {_basis_words(round['basis'])}, giao nhiệm vụ cho các cơ quan, đơn vị và "
            f"yêu cầu {round['reporters']} báo cáo kết quả{through} {due}.",
            bullet=True,
        )
    yield Paragraph(_completeness(sheet), bullet=True)
    yield Paragraph(_counted_days(sheet), bullet=True)


def _completeness(sheet: Sheet) -> str:
    said = f"Đã tiếp nhận báo cáo của {len(sheet.reported)}/{len(sheet.units)} đơn vị."
    if not sheet.missing:
        return said
    names = ", ".join(unit["area"] or unit["short_name"] for unit in sheet.missing)
    return (
        f"{said} Chưa có báo cáo được tiếp nhận của {len(sheet.missing)} đơn vị: {names}; số liệu "
        "của các đơn vị này chưa tính trong báo cáo, không phải bằng không."
    )


def _counted_days(sheet: Sheet) -> str:
    round = sheet.content["round"]
    days = sorted({unit["counted_to"] for unit in sheet.reported})
    first, last = date_words(days[0]), date_words(days[-1])
    to = f"đến hết {last}"
    if first != last:
        to = f"đến ngày từng đơn vị lập báo cáo (từ {first} đến {last})"
    return (
        f"Số thực hiện tính từ {date_words(round['data_from'])} {to}. Số ước thực hiện cả năm, "
        f"tính đến hết {date_words(round['data_to'])}, nêu riêng, không cộng vào số thực hiện."
    )


def _results(sheet: Sheet) -> Iterator[Block]:
    sections = [row for row in sheet.content["sections"] if row["kind"] == SectionKind.FIGURES]
    for number, section in enumerate(sections, 1):
        yield Heading(2, str(number), section["title"])
        yield Paragraph(_section_words(sheet, section))
    yield Heading(2, str(len(sections) + 1), "Kết quả theo đơn vị")
    yield Paragraph(
        f"Số liệu của từng đơn vị, cộng từ {len(sheet.reported)}/{len(sheet.units)} báo cáo đã "
        "tiếp nhận, tại Phụ lục kèm theo."
    )


def _section_words(sheet: Sheet, section: Content) -> str:
    rows = [row for row in sheet.indicators if row["section"] == section["ordinal"]]
    totals = {row["code"]: sheet.total(row["code"]) for row in rows}
    done = [
        _words(sheet, row, totals[row["code"]].value) for row in rows if totals[row["code"]].value
    ]
    said = [sentence(section["opening"], done)] if done else []
    if none := [_small(row["name"]) for row in rows if not totals[row["code"]].value]:
        said.append(f"Không phát sinh: {', '.join(none)}.")
    expected = [row for row in rows if totals[row["code"]].estimate]
    if expected:
        words = (_words(sheet, row, totals[row["code"]].estimate) for row in expected)
        said.append(sentence("Ước thực hiện cả năm:", words))
    return " ".join(said)


def _words(sheet: Sheet, row: Content, figure: Decimal) -> str:
    linked = figure_link(sheet, write_number(figure), row["code"])
    return figure_words(row["words"], row["name"], row["unit_name"], linked)


def _prose_sections(sheet: Sheet) -> tuple[list[Content], Content | None]:
    # The last piece of prose is what the units propose; the others are what they found.
    rows = [row for row in sheet.content["sections"] if row["kind"] == SectionKind.PROSE]
    return rows[:-1], rows[-1] if rows else None


def _gathered(sheet: Sheet, section: Content) -> Iterator[Block]:
    said: dict[str, list[str]] = {}
    for unit in sheet.reported:
        if text := unit["prose"].get(str(section["ordinal"]), "").strip():
            name = unit["area"] or unit["short_name"]
            said.setdefault(_as_written(text), []).append(name)
    for text, names in said.items():
        who = ", ".join(names)
        yield Paragraph(f"{who[:1].upper()}{who[1:]}: {text}", bullet=True)
    if not said:
        yield Paragraph(TO_WRITE)


def _as_written(text: str) -> str:
    # What a unit wrote is words, never a mark of bold type or of a figure.
    return " ".join(text.replace("[[", "[ [").replace("**", "* *").split())
