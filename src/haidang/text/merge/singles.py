"""The parts that a document has one of, merged: header, signature, titles of appendices."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from haidang.text.blocks import Document, Signature
from haidang.text.compare.fields import Field, fields_of
from haidang.text.compare.wording import is_same
from haidang.text.merge.marked import harmless
from haidang.text.merge.outcome import Conflict, NotTaken

NUMBER = "header.number"
NUMBERED_HERE = "Số văn bản do sổ đăng ký cấp; số gõ trong tệp không được lấy."


def merged_fields(
    base: Document,
    returned: Document,
    current: Document,
    zones: Mapping[str, str],
    standing: set[str],
) -> tuple[dict[str, str], list[Conflict], list[NotTaken]]:
    """What to set in the newest revision, by the names of fields, and what could not be set.

    `zones` are the appendices of the file by those of the base; `standing` are the names of parts
    that the file still has, though read as lines of its text.
    """
    one, two, now = fields_of(base), _renamed(fields_of(returned), zones), fields_of(current)
    setting: dict[str, str] = {}
    conflicts: list[Conflict] = []
    not_taken: list[NotTaken] = []
    for name, field in now.items():
        was = one.get(name, Field(name, field.place, "")).text
        there = two.get(name, field).text
        if is_same(was, there, folded=field.folded) or name not in one:
            continue
        if name == NUMBER:
            not_taken += [NotTaken(field.place, there, NUMBERED_HERE)] if there else []
        elif name in standing or is_same(field.text, there, folded=field.folded):
            continue
        elif is_same(was, field.text, folded=field.folded):
            setting[name] = harmless(there)
        else:
            conflicts.append(Conflict(field.place, was, field.text, there))
    return setting, conflicts, not_taken


def _renamed(fields: dict[str, Field], zones: Mapping[str, str]) -> dict[str, Field]:
    found = {}
    for name, field in fields.items():
        zone, dot, part = name.partition(".")
        if not zone.startswith("appendix"):
            found[name] = field
        elif zone in zones:
            found[f"{zones[zone]}{dot}{part}"] = field
    return found


def with_fields(document: Document, setting: Mapping[str, str]) -> Document:
    """The document with some of its parts set."""
    for name, text in setting.items():
        whose, _, part = name.rpartition(".")
        change: Any = {part: text or None}
        if not whose:
            document = replace(document, **change)
        elif whose == "header":
            document = replace(document, header=replace(document.header, **change))
        elif whose == "signature":
            document = replace(document, signature=_signed(document.signature, part, text))
        else:
            document = _numbered(document, whose, part, text)
    return document


def _numbered(document: Document, whose: str, part: str, text: str) -> Document:
    kind, _, number = whose.partition(" ")
    at = int(number)
    if kind == "cosigner":
        cosigners = [*document.cosigners]
        cosigners[at] = _signed(cosigners[at], part, text)
        return replace(document, cosigners=tuple(cosigners))
    appendices = [*document.appendices]
    change: Any = {part: text}
    appendices[at] = replace(appendices[at], **change)
    return replace(document, appendices=tuple(appendices))


def _signed(signature: Signature, part: str, text: str) -> Signature:
    if part == "authority":
        return replace(signature, authority=tuple(filter(None, text.split("\n"))))
    change: Any = {part: text or None}
    return replace(signature, **change)
