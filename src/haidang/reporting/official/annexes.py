"""The annexes of the official report: results, figures by unit, products. Values in, blocks out."""

from collections import Counter
from collections.abc import Callable, Iterator

from haidang.reporting.links import linked
from haidang.reporting.numerals import write_number
from haidang.reporting.official.comparing import (
    BEFORE,
    PLAN,
    PLANNED,
    Compared,
    against_before,
    against_plan,
    like_for_like,
    plan_of_all,
    plan_of_part,
    planned,
)
from haidang.reporting.official.parts import ANNEXES
from haidang.reporting.official.periods import kind_words
from haidang.reporting.official.products import chosen_words, left_of, product_blocks
from haidang.reporting.official.titles import period_of
from haidang.reporting.sheet import Content, Sheet
from haidang.reporting.tables import (
    differing,
    expected_cell,
    expected_name,
    has_estimate,
    is_wide,
    title_of,
    total_cell,
    unit_blocks,
)
from haidang.text.blocks import Appendix, Block, Paragraph, Table
from haidang.text.reading.numbering import roman

TITLES = {
    "results": "Kết quả thực hiện {nội dung} {kỳ}",
    "units": "Số liệu theo đơn vị {kỳ}",
    "products": "Danh mục tin, bài, chương trình {kỳ}",
}


def annexes_of(sheet: Sheet) -> tuple[Appendix, ...]:
    """The annexes that the outline asks for and that have something to say, numbered."""
    return tuple(_annex(sheet, key) for key in _keys(sheet))


def label_of(sheet: Sheet, key: str) -> str:
    """What an annex is called: "Phụ lục II"; nothing where it is not there."""
    keys = _keys(sheet)
    if key not in keys:
        return ""
    return "Phụ lục" if len(keys) == 1 else f"Phụ lục {roman(keys.index(key) + 1).upper()}"


def _keys(sheet: Sheet) -> list[str]:
    asked = sheet.content.get("outline", {}).get("annexes") or list(ANNEXES)
    filled = {
        "results": bool(sheet.indicators),
        "units": bool(sheet.indicators and sheet.units),
        "products": bool(sheet.content.get("products", {}).get("rows")),
    }
    return [key for key in ANNEXES if key in asked and filled[key]]


def _annex(sheet: Sheet, key: str) -> Appendix:
    round = sheet.content["round"]
    about = TITLES[key].replace("{kỳ}", period_of(round)).replace(" {nội dung}", "")
    if key == "products" and left_of(sheet):
        count = len(sheet.content["products"]["rows"])
        about = f"{about} ({count} mục {chosen_words(sheet)})"
    return Appendix(
        label=label_of(sheet, key),
        title=about.upper(),
        attached_to=f"(Kèm theo Báo cáo của {round['receiver']})",
        blocks=tuple(BLOCKS[key](sheet)),
        landscape=is_wide(sheet) if key == "units" else True,
    )


def _result_blocks(sheet: Sheet) -> Iterator[Block]:
    """Beside what was planned and the year before; columns of domain practice, data in each."""
    named = _columns(sheet)
    rows: list[tuple[str, ...]] = []
    strong: set[int] = set()
    by_hand = Counter(row["code"] for _, row, _ in differing(sheet))
    section = 0
    for indicator in sheet.indicators:
        if indicator["section"] != section:
            section = indicator["section"]
            strong.add(len(rows))
            rows.append((str(section), title_of(sheet, section), *[""] * (len(named) - 2)))
        rows.append(_result(sheet, indicator, by_hand[indicator["code"]]))
    yield Table(
        columns=named,
        rows=tuple(rows),
        widths=(2, 16, 5, *[4] * (len(named) - 4), 12),
        numeric=frozenset(range(3, len(named) - 1)),
        strong_rows=frozenset(strong),
    )
    yield from _remarks(sheet)


def _columns(sheet: Sheet) -> tuple[str, ...]:
    expected = (expected_name(sheet),) if has_estimate(sheet) else ()
    kind = kind_words(sheet.content["round"].get("frequency", "year"))
    return (
        "STT",
        "Nội dung, chỉ tiêu",
        "Đơn vị tính",
        f"Kế hoạch {kind}",
        "Thực hiện",
        *expected,
        "So với kế hoạch (%)",
        "So với cùng kỳ (%)",
        "Ghi chú",
    )


def _result(sheet: Sheet, row: Content, by_hand: int) -> tuple[str, ...]:
    code = row["code"]
    quantity = planned(sheet, code)
    return (
        code,
        row["name"],
        row["unit_name"],
        "" if quantity is None else linked(sheet, write_number(quantity), code, PLANNED),
        total_cell(sheet, code),
        *([expected_cell(sheet, code)] if has_estimate(sheet) else []),
        _percent(sheet, code, PLAN, against_plan(sheet, code)),
        _percent(sheet, code, BEFORE, against_before(sheet, code)),
        _note(sheet, code, by_hand),
    )


def _percent(sheet: Sheet, code: str, place: str, compared: Compared | None) -> str:
    return linked(sheet, write_number(compared.percent), code, place) if compared else ""


def _note(sheet: Sheet, code: str, by_hand: int) -> str:
    given, every = sheet.total(code).units, len(sheet.units)
    notes = [f"{given}/{every} đơn vị"] if given < every else []
    notes += [f"{by_hand} đơn vị ghi khác nhật ký"] if by_hand else []
    return "; ".join(notes)


def _remarks(sheet: Sheet) -> Iterator[Block]:
    for words in filter(None, (plan_of_part(sheet), like_for_like(sheet.content))):
        said = f"{words[:1].upper()}{words[1:]}, những đơn vị đã có báo cáo kỳ này."
        yield Paragraph(f"Ghi chú: {said}")
    if words := plan_of_all(sheet):
        yield Paragraph(f"Ghi chú: {words[:1].upper()}{words[1:]}.")


BLOCKS: dict[str, Callable[[Sheet], Iterator[Block]]] = {
    "results": _result_blocks,
    "units": unit_blocks,
    "products": product_blocks,
}
