"""A section of figures as sentences: what was done, what was not, what is expected."""

from collections.abc import Iterable

from haidang.reporting.links import linked
from haidang.reporting.numerals import write_number
from haidang.reporting.official.comparing import ESTIMATE, beside
from haidang.reporting.official.patterns import Values, written
from haidang.reporting.official.periods import whole_words
from haidang.reporting.sentences import BLANK
from haidang.reporting.sheet import Content, Sheet

Texts = dict[str, str]


def section_words(sheet: Sheet, section: Content, texts: Texts) -> str:
    """The sentences of one section of figures; an indicator that nobody gave is said to be so."""
    rows = [row for row in sheet.indicators if row["section"] == section["ordinal"]]
    totals = {row["code"]: sheet.total(row["code"]) for row in rows}
    done = [row for row in rows if totals[row["code"]].value]
    unknown = [row for row in rows if totals[row["code"]].units == 0]
    none = [row for row in rows if row not in done and row not in unknown]
    said = []
    if done:
        values = {"lời dẫn": section["opening"], "các số": _figures(sheet, done, texts)}
        said.append(written(texts, "done", values).replace("  ", " "))
    said += [
        written(texts, key, {"các chỉ tiêu": _names(found)})
        for key, found in (("none", none), ("unknown", unknown))
        if found
    ]
    if expected := _expected(sheet, rows, texts):
        said.append(expected)
    return " ".join(said)


def _figures(sheet: Sheet, rows: Iterable[Content], texts: Texts) -> str:
    return ", ".join(
        _said(
            row,
            linked(sheet, write_number(sheet.total(row["code"]).value or 0), row["code"]),
            texts,
        )
        + beside(sheet, row["code"], texts)
        for row in rows
    )


def _expected(sheet: Sheet, rows: Iterable[Content], texts: Texts) -> str:
    round = sheet.content["round"]
    if not round.get("has_estimate", True):
        return ""
    totals = ((row, sheet.total(row["code"]).estimate) for row in rows)
    said = [
        _said(row, linked(sheet, write_number(number), row["code"], ESTIMATE), texts)
        for row, number in totals
        if number
    ]
    values = {"cả kỳ": whole_words(round.get("frequency", "year")), "các số": ", ".join(said)}
    return written(texts, "estimate", values) if said else ""


def _said(row: Content, figure: str, texts: Texts) -> str:
    """One figure by its own words, else by the pattern for those that have none."""
    if BLANK in row["words"]:
        return str(row["words"].replace(BLANK, figure))
    name = f"{row['name'][:1].lower()}{row['name'][1:]}"
    values: Values = {"tên chỉ tiêu": name, "số": figure, "đơn vị tính": row["unit_name"]}
    said = written(texts, "figure", values)
    return f"{said[:1].lower()}{said[1:]}"


def _names(rows: Iterable[Content]) -> str:
    return ", ".join(f"{row['name'][:1].lower()}{row['name'][1:]}" for row in rows)
