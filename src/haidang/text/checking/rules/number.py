"""Box 3: the number and the symbol (mục II.3; Điều 15; Phụ lục III for the abbreviations)."""

import re
from collections.abc import Iterator

from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.paper import Paper
from haidang.text.checking.passages import Box
from haidang.text.layout import KINDS, boxes, kind_of
from haidang.text.understanding.words.letters import compiled

_PARTS = compiled(
    r"(?P<mark>S[ốỐ]\s*:?)(?P<before>\s*)(?P<digits>\d*)(?P<blank>[\s.…_]*)/(?P<gap>\s*)"
    r"(?P<year>\d{4}\s*/\s*)?(?P<symbol>[^\W\d_].*)?"
)
_ABBREVIATIONS = {kind.abbreviation: kind.name for kind in KINDS if kind.abbreviation}
_CASELESS = {name.upper(): name for name in _ABBREVIATIONS}
_BODIES = (("ỦY BAN NHÂN DÂN", "UBND"), ("HỘI ĐỒNG NHÂN DÂN", "HĐND"))
_LAWGIVING = {"nghị quyết", "quyết định", "chỉ thị", "quy chế", "quy định"}
_OWN_SERIES = re.compile(r"BCĐ|BCH|HĐ|BTC|TTK|TTHĐND|TT|ĐĐBQH|TB|ĐKT|TCT|TGV|TĐ")


def number_flaws(paper: Paper) -> Iterator[Flaw]:
    """What is wrong with how the number is written, and whether the symbol fits the document."""
    found = paper.of(boxes.NUMBER.key)
    if not found:
        if paper.template.has_number:
            due = "Số: …/ký hiệu"
            yield flaw_of("number-missing", boxes.NUMBER, None, "không có", due)
        return
    box = found[0]
    parts = _PARTS.match(box.words)
    if not parts:
        yield _flaw("number-form", box, box.words, "Số: …/ký hiệu")
        return
    yield from _form(box, parts)
    yield from _year(paper, box, parts)
    yield from _zero(box, parts["digits"])
    symbol = re.sub(r"\s+|[.,;]$", "", parts["symbol"] or "").replace("–", "-")
    if symbol:
        yield from _type(paper, box, symbol)
        yield from _issuer(paper, box, symbol)


def _flaw(rule: str, box: Box, found: str, due: str) -> Flaw:
    return flaw_of(rule, boxes.NUMBER, box.passage, found, due)


def _form(box: Box, parts: re.Match[str]) -> Iterator[Flaw]:
    if not re.fullmatch(r"Số\s*:", parts["mark"]):
        yield _flaw("number-form", box, parts["mark"], "Số:")
    symbol = (parts["symbol"] or "").split("V/v")[0].strip()
    if re.search(r"\s[-–/]|[-–/]\s|–", symbol) or (symbol and parts["gap"]):
        yield _flaw("number-form", box, symbol, "giữa các nhóm chữ viết tắt có dấu “-” liền chữ")
    if symbol.endswith((".", ",", ";")):
        yield _flaw("number-form", box, symbol, f"{symbol[:-1]}, không có dấu câu ở cuối")
    for group in re.split(r"[-/\s]+", symbol):
        small = sum(map(str.islower, group))
        if small * 2 > len(group) and group.upper() not in _CASELESS:
            yield _flaw("number-form", box, group, f"{group.upper()}, ký hiệu viết in hoa")
    typed = box.passage.element is not None  # in a PDF the number was often stamped
    if typed and parts["digits"] and parts["blank"]:
        yield _flaw("number-form", box, f"{parts['digits']} /", "dấu “/” liền sau số")


def _year(paper: Paper, box: Box, parts: re.Match[str]) -> Iterator[Flaw]:
    """Only texts that lay down the law carry the year in their numbers."""
    if parts["year"] and kind_of(paper.kind) and paper.kind not in _LAWGIVING:
        year = re.sub(r"\s", "", parts["year"])
        found, due = f"{parts['digits']}/{year}", "số, không ghi năm, rồi đến ký hiệu"
        yield _flaw("number-year", box, found, due)


def _zero(box: Box, digits: str) -> Iterator[Flaw]:
    if digits and digits != (right := digits.lstrip("0").zfill(2)):
        yield _flaw("number-leading-zero", box, digits, right)


def _type(paper: Paper, box: Box, symbol: str) -> Iterator[Flaw]:
    first = re.split(r"[-/]", symbol)[0]
    kind = kind_of(paper.kind)
    wrong_case = _CASELESS.get(first.upper())
    if wrong_case and wrong_case != first:
        yield _flaw("number-type", box, first, wrong_case)
    elif kind and kind.abbreviation and first != kind.abbreviation:
        due = f"{kind.abbreviation}, là {kind.name}"
        yield _flaw("number-type", box, first, due)
    elif kind and kind.abbreviation is None and first in (*_ABBREVIATIONS, "CV"):
        due = f"{kind.name} không có chữ viết tắt tên loại"
        yield _flaw("number-type", box, first, due)


def _issuer(paper: Paper, box: Box, symbol: str) -> Iterator[Flaw]:
    issuer = (paper.header.issuer or "").upper().replace("UỶ", "ỦY")
    groups = re.split(r"[-/]", symbol.upper())
    for name, abbreviation in _BODIES:
        if issuer.startswith(name) and not any(
            group.startswith((abbreviation, "CT")) or _OWN_SERIES.match(group) for group in groups
        ):
            yield _flaw("number-issuer", box, symbol, f"có {abbreviation}, là {name.capitalize()}")
