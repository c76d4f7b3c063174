"""Where each sentence of a draft comes from: figures, units, a person, or nobody yet (N12).

The draft may have been changed since it was written; a sentence is known again by what it says,
whatever noise a word processor put around it. What is known of none has no source until a person
takes it in his own name.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from haidang.reporting.document import TO_WRITE, document_of, prose_of
from haidang.reporting.official.narrative import Statement, gathered
from haidang.reporting.official.saying import ENDS, key_of, name_of, sentences_of
from haidang.reporting.sheet import Content, Sheet
from haidang.text.blocks import Document, Heading, Paragraph
from haidang.text.merge.marked import OVERRIDDEN, taken_apart

ATTRIBUTION = re.compile(r"^[^:]{1,600}?: ")


class Kind(StrEnum):
    """What stands behind a sentence."""

    FIGURES = "figures"
    UNITS = "units"
    PERSON = "person"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Cited:
    """A sentence of the draft, where it stands, and what stands behind it."""

    number: int
    place: str
    text: str
    kind: Kind
    name: str
    paths: tuple[str, ...] = ()  # of the figures in it
    statement: Statement | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What the frozen content says, by what it is compared with."""

    statements: Mapping[str, Statement]
    figures: frozenset[str]


def cited(document: Document, content: Content, taken: Mapping[str, object]) -> list[Cited]:
    """Every sentence of the body with its sources; `taken` has the names of those of people."""
    known = _known(content)
    return [
        _one(number, place, words, known, taken)
        for number, (place, words) in enumerate(_sentences(document), 1)
    ]


def _known(content: Content) -> Known:
    sheet = Sheet(content)
    statements = {
        key_of(words): one
        for ordinal in prose_of(content)
        for passage in gathered(sheet, ordinal).passages
        for one in passage.statements
        for words in sentences_of(one.text)
    }
    written = {_key(words) for _, words in _sentences(document_of(content))}
    return Known(statements, frozenset(written))


def _sentences(document: Document) -> Iterator[tuple[str, str]]:
    """Each sentence of the body with its heading; who said so is not a part of it."""
    place = ""
    for block in document.blocks:
        if isinstance(block, Heading):
            place = f"{block.label}. {block.title}" if block.label else block.title
        elif isinstance(block, Paragraph) and block.text != TO_WRITE:
            for words in sentences_of(block.text):
                if words.strip(ENDS):
                    yield place, words


def _one(number: int, place: str, words: str, known: Known, taken: Mapping[str, object]) -> Cited:
    plain = taken_apart(words)
    paths = tuple(link.path for link in plain.links)
    name = name_of(plain.text)
    statement = _statement(plain.text, known)
    kind = Kind.NOBODY
    if statement:
        kind = Kind.UNITS
    elif _key(words) in known.figures:
        kind = Kind.FIGURES
    elif name in taken:
        kind = Kind.PERSON
    return Cited(number, place, plain.text, kind, name, paths, statement)


def _statement(text: str, known: Known) -> Statement | None:
    """What units said, with or without the words that tell who they are."""
    return known.statements.get(key_of(text)) or known.statements.get(
        key_of(ATTRIBUTION.sub("", text, count=1))
    )


def _key(words: str) -> str:
    """A sentence with its figures named by their addresses: one that is mended stays the same."""
    line, said, at = taken_apart(words), "", 0
    for link in line.links:
        said += f"{line.text[at : link.start]} {link.path.removesuffix(OVERRIDDEN)} "
        at = link.end
    return key_of(said + line.text[at:])
