"""How fields are typed into a template: what is misspelled, not closed, or in the wrong place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from haidang.text.templates.fields import FIELD, FIELDS, Spot, Takes, name_of, nearest, spots_in
from haidang.text.templates.form import MAIN, Form
from haidang.text.templates.words import text_of

MAX_FIELDS = 1_000
_LEFT_OVER = re.compile(r"\{\{[^{}]{0,40}|[^{}]{0,40}\}\}|\{%[^{}]{0,40}%\}")
_SINGLE = re.compile(r"(?<!\{)\{([^{}]{1,40})\}(?!\})")
_HALF = re.compile(r"(?<!\{)\{([^{}]{1,40})\}\}|\{\{([^{}]{1,40})\}(?!\})")
# What joins a field to its neighbour goes with it where it turns out to be blank
_JOINTS = {"ký hiệu": (re.compile(r"\s*/$"), None), "địa danh": (None, re.compile(r",\s*"))}
_CALL = "kính gửi:"
_ONCE = {name for name, field in FIELDS.items() if field.takes is Takes.BLOCKS}


@dataclass(frozen=True, slots=True)
class Slip:
    """One thing typed wrongly: the rule, what is there, what is due, and in which paragraph."""

    rule: str
    found: str
    due: str
    part: str = MAIN
    paragraph: etree._Element | None = None


def slips_in(form: Form) -> Iterator[Slip]:
    """All slips of the fields of a template, in its order."""
    count = 0
    seen: set[str] = set()
    for part, paragraph in form.paragraphs():
        text = text_of(paragraph)
        if "{" not in text and "}" not in text:
            continue
        spots = list(spots_in(text))
        count += len(spots)
        for rule, found, due in (*_typed(text, spots), *_placed(text, spots, part, seen)):
            yield Slip(rule, found, due, part, paragraph)
    if count > MAX_FIELDS:
        yield Slip("template-fields", f"có {count} trường", f"không quá {MAX_FIELDS} trường")


_Found = tuple[str, str, str]


def _typed(text: str, spots: Sequence[Spot]) -> Iterator[_Found]:
    for spot in spots:
        if spot.field is None:
            near = nearest(spot.typed)
            due = f"có phải {near.spelled}?" if near else "một tên trong bảng các trường"
            yield "template-unknown-field", f"không có trường {{{{{spot.typed[:60]}}}}}", due
    rest = FIELD.sub(" ", text)
    halves = [match for match in _HALF.finditer(rest) if _is_name(match[1] or match[2])]
    for match in halves:
        due = FIELDS[name_of(match[1] or match[2])].spelled
        yield "template-broken-field", f"trường gõ thiếu dấu ngoặc: {match[0]}", due
    rest = _HALF.sub(" ", rest) if halves else rest
    for match in _LEFT_OVER.finditer(rest):
        words = match[0].strip()
        yield "template-broken-field", f"trường chưa đóng hoặc chưa mở: {words}", _due(words)
    for match in _SINGLE.finditer(rest):
        if _is_name(match[1]):
            due = FIELDS[name_of(match[1])].spelled
            yield "template-broken-field", f"trường gõ thiếu dấu ngoặc: {match[0]}", due


def _is_name(typed: str) -> bool:
    return name_of(typed) in FIELDS


def _due(words: str) -> str:
    inside = words.strip("{}% ")
    near = nearest(inside) if inside else None
    return near.spelled if near else "{{tên trường}}, đủ hai dấu ngoặc mỗi bên, trong một đoạn"


def _placed(text: str, spots: Sequence[Spot], part: str, seen: set[str]) -> Iterator[_Found]:
    for spot in spots:
        if spot.field is None or spot.field.takes is not Takes.BLOCKS:
            continue
        spelled = spot.field.spelled
        if part != MAIN:
            due = "đặt trong thân văn bản"
            yield "template-misplaced-field", f"{spelled} ở đầu trang hoặc chân trang", due
        elif not stands_alone(text, spot):
            due = "đứng một mình trong một đoạn"
            yield "template-misplaced-field", f"{spelled} đứng chung với chữ khác", due
        elif spot.field.name in seen:
            yield "template-misplaced-field", f"{spelled} có hai lần", "chỉ một lần"
        seen.add(spot.field.name)


def stands_alone(text: str, spot: Spot) -> bool:
    """Whether nothing else is in the paragraph of a field that becomes blocks.

    "Kính gửi:" may stand before its field: the words belong to what takes its place.
    """
    before, after = text[: spot.start].strip(), text[spot.end :].strip(" ./")
    named = spot.field is not None and spot.field.name == "kính gửi"
    return not after and (not before or (named and name_of(before) == _CALL))


def is_alone(text: str, spots: Sequence[Spot]) -> bool:
    """Whether a field of lines has its paragraph for itself, but for marks that letters are not."""
    (first, *others) = spots
    rest = text[: first.start] + text[first.end :]
    return not others and not any(letter.isalnum() for letter in rest)


def with_joint(text: str, spot: Spot, *, is_blank: bool) -> tuple[int, int]:
    """What is to be replaced: the field, and its joint where there is nothing to be joined."""
    before, after = _JOINTS.get(spot.field.name if spot.field else "", (None, None))
    start, end = spot.start, spot.end
    if is_blank and before and (match := before.search(text[:start])):
        start = match.start()
    if is_blank and after and (match := after.match(text, end)):
        end = match.end()
    return start, end
