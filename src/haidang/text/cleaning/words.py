"""Text of a Word file as its reader sees it: changes accepted, hidden letters and comments gone."""

from collections.abc import Iterator
from typing import Protocol

from lxml import etree

from haidang.text.reading.package import W

_DELETED = (f"{W}del", f"{W}moveFrom")
_ADDED = (f"{W}ins", f"{W}moveTo")
_BEFORE = [
    f"{W}{name}"
    for name in (
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange"),
        *("numberingChange", "tblGridChange", "moveFromRangeStart", "moveFromRangeEnd"),
        *("moveToRangeStart", "moveToRangeEnd"),
    )
]
_COMMENTS = (f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")
_OFF = {"0", "false", "off"}


class Counted(Protocol):
    """Where what was found is counted."""

    changes: int
    hidden: int
    words: list[str]


def hidden_styles(styles: etree._Element | None) -> set[str]:
    """The names of the styles whose letters are not shown."""
    if styles is None:
        return set()
    return {
        style.get(f"{W}styleId", "")
        for style in styles.iter(f"{W}style")
        if any(_is_on(row) for row in style.iter(f"{W}vanish"))
    }


def clean_words(tree: etree._Element, styles: set[str], found: Counted) -> None:
    """Take out of a part what its reader does not see, and count it."""
    _accept_changes(tree, found)
    for run in list(_hidden_runs(tree, styles)):
        _out(run, found, "hidden")
    for row in list(tree.iter(*_COMMENTS)):
        _drop(row)
    for row in tree.iter():
        for name in [name for name in row.attrib if "rsid" in str(name)]:
            del row.attrib[name]


def _accept_changes(tree: etree._Element, found: Counted) -> None:
    for row in list(tree.iter(f"{W}tr")):
        if row.find(f"{W}trPr/{W}del") is not None:
            _out(row, found, "changes")
    for row in list(tree.iter(*_DELETED)):
        around = row.getparent()
        if around is not None and around.tag in {f"{W}rPr", f"{W}trPr"}:
            _drop(row)  # the end of a paragraph, not words
        else:
            _out(row, found, "changes")
    for row in list(tree.iter(*_ADDED)):
        found.changes += 1
        _unwrap(row)
    for row in list(tree.iter(*_BEFORE)):
        found.changes += str(row.tag).endswith("Change")
        _drop(row)


def _hidden_runs(tree: etree._Element, styles: set[str]) -> Iterator[etree._Element]:
    for run in tree.iter(f"{W}r"):
        looks = run.find(f"{W}rPr")
        if looks is None:
            continue
        vanish, style = looks.find(f"{W}vanish"), looks.find(f"{W}rStyle")
        named = style is not None and style.get(f"{W}val", "") in styles
        if _is_on(vanish) if vanish is not None else named:
            yield run


def _is_on(row: etree._Element) -> bool:
    return row.get(f"{W}val", "1") not in _OFF


def _out(row: etree._Element, found: Counted, kind: str) -> None:
    words = " ".join("".join(map(str, row.itertext())).split())
    setattr(found, kind, getattr(found, kind) + 1)
    found.words.append(words)
    _drop(row)


def _drop(row: etree._Element) -> None:
    parent = row.getparent()
    if parent is not None:
        parent.remove(row)


def _unwrap(row: etree._Element) -> None:
    """Leave what was added where it is, without saying who added it."""
    parent = row.getparent()
    if parent is None:
        return
    at = parent.index(row)
    for child in reversed(list(row)):
        parent.insert(at, child)
    parent.remove(row)
