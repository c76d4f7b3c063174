"""The words of one paragraph, run by run, and words put in the place of others.

Word parts a field over runs as it likes; text boxes inside a paragraph are paragraphs of their own.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree

from haidang.text.reading.package import W
from haidang.text.writing.marks import Run

_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_APART = {f"{W}{name}" for name in ("p", "del", "moveFrom", "pPr", "rPr", "sdtPr")}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# What an rPr may hold before its bold
_BEFORE_BOLD = {f"{W}rStyle", f"{W}rFonts"}


def atoms_of(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The pieces of text of the paragraph itself, in order."""
    for child in paragraph:
        if child.tag == f"{W}t" or child.tag in _SIGNS:
            yield child
        elif child.tag not in _APART and isinstance(child.tag, str):
            yield from atoms_of(child)


def _said(atom: etree._Element) -> str:
    return _SIGNS.get(atom.tag) or atom.text or ""


def text_of(paragraph: etree._Element) -> str:
    """The words of the paragraph."""
    return "".join(map(_said, atoms_of(paragraph)))


def replace_words(
    paragraph: etree._Element, start: int, end: int, runs: Sequence[Run], *, bold: bool = False
) -> None:
    """Put runs where text stood, in the look of the run in which it began. Values are text alone.

    `bold` says that the look is bold as it is.
    """
    first: etree._Element | None = None
    at = 0
    for atom in list(atoms_of(paragraph)):
        said = _said(atom)
        low, high = max(start - at, 0), min(end - at, len(said))
        if low < high:
            if first is None:
                first = _parted(atom, said, low)
            _cut(atom, said[high:])
        at += len(said)
    if first is not None:
        for run in runs:
            _add_before(first, run, bold)
        _join_runs(first.getparent())


def _parted(atom: etree._Element, said: str, low: int) -> etree._Element:
    """The run in which the words begin; what stood before them moves to a run before it."""
    run = atom.getparent()
    assert run is not None
    before = etree.Element(f"{W}r")
    look = run.find(f"{W}rPr")
    if look is not None:
        before.append(deepcopy(look))
    for sibling in list(run):
        if sibling is atom:
            break
        if sibling is not look:
            before.append(sibling)
    if low:
        before.append(_text(said[:low]))
    if len(before) > (look is not None):
        run.addprevious(before)
    return run


def _cut(atom: etree._Element, rest: str) -> None:
    if rest:
        atom.text = rest
        atom.set(_SPACE, "preserve")
        return
    run = atom.getparent()
    assert run is not None
    run.remove(atom)


def _add_before(place: etree._Element, run: Run, bold: bool) -> None:
    new = etree.Element(f"{W}r")
    look = place.find(f"{W}rPr")
    if look is not None:
        new.append(deepcopy(look))
    if run.bold and not bold:
        make_bold(new)
    new.append(_text(run.text))
    place.addprevious(new)


def _text(words: str) -> etree._Element:
    text = etree.Element(f"{W}t")
    text.text = words
    if words != words.strip() or "  " in words:
        text.set(_SPACE, "preserve")
    return text


def _join_runs(parent: etree._Element | None) -> None:
    """Runs that follow each other in one look as one, and none without words."""
    before: etree._Element | None = None
    assert parent is not None
    for run in list(parent):
        inside = [child for child in run if child.tag != f"{W}rPr"]
        if run.tag != f"{W}r" or any(child.tag != f"{W}t" for child in inside):
            before = None
        elif not inside:
            parent.remove(run)
        elif before is not None and _look_of(before) == _look_of(run):
            words = "".join(text.text or "" for text in (*before.iter(f"{W}t"), *inside))
            for text in before.findall(f"{W}t"):
                before.remove(text)
            before.append(_text(words))
            parent.remove(run)
        else:
            before = run


def _look_of(run: etree._Element) -> bytes:
    look = run.find(f"{W}rPr")
    return b"" if look is None else etree.tostring(look, method="c14n")


def make_bold(run: etree._Element) -> None:
    """Set a run in bold, whatever else it says of its letters."""
    look = run.find(f"{W}rPr")
    if look is None:
        look = etree.Element(f"{W}rPr")
        run.insert(0, look)
    for old in [child for child in look if child.tag in (f"{W}b", f"{W}bCs")]:
        look.remove(old)
    at = sum(child.tag in _BEFORE_BOLD for child in look)
    look.insert(at, etree.Element(f"{W}bCs"))
    look.insert(at, etree.Element(f"{W}b"))
