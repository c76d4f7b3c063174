"""Which paragraphs are headings, and where a heading that runs into its text ends."""

from collections.abc import Sequence
from itertools import zip_longest

from haidang.text.understanding.paper.markers import Rank
from haidang.text.understanding.paper.paragraphs import Paragraph
from haidang.text.understanding.structure.numbered import RUN_IN, Cut, numbered_cut
from haidang.text.understanding.structure.siblings import cuts_beside_headings
from haidang.text.understanding.words.letters import is_capitals
from haidang.text.understanding.words.units import subject_of


def heading_cuts(paragraphs: Sequence[Paragraph]) -> list[Cut | None]:
    """For each paragraph its title and where its own text begins; None where it is no heading."""
    cuts = [
        heading_cut(paragraph, after)
        for paragraph, after in zip_longest(paragraphs, paragraphs[1:])
    ]
    return cuts_beside_headings(paragraphs, cuts)


def heading_cut(paragraph: Paragraph, after: Paragraph | None) -> Cut | None:
    """Title and the offset at which the section's own text begins; None where it is no heading."""
    rank, words, begin = paragraph.marker.rank, paragraph.words, paragraph.marker.end
    whole = len(paragraph.text)
    if rank <= Rank.GROUP:
        return (words or None), whole
    if rank in (Rank.CAPITAL, Rank.ROMAN):
        run_in = RUN_IN.match(words)
        if run_in and is_capitals(run_in["title"]) and not is_capitals(words):
            return run_in["title"], begin + run_in.start("rest")
        return (words, whole) if len(words) < 300 else None
    if rank is Rank.ARTICLE:
        return _article_cut(words, begin, whole, after)
    if rank not in (Rank.NUMBER, Rank.NUMBER_2, Rank.NUMBER_3, Rank.LETTER):
        return None
    return numbered_cut(paragraph, after)


def _article_cut(words: str, begin: int, whole: int, after: Paragraph | None) -> Cut:
    titled = len(words) < 120 and not words.endswith((".", "./.", ":")) and after is not None
    if titled and not subject_of(words):
        return words, whole
    return None, begin


def is_title_below(paragraph: Paragraph, after: Paragraph) -> bool:
    """Whether the title of a part or chapter stands on the line after its number, in capitals.

    NĐ 30/2020, Phụ lục I: the title of a chapter is a line of its own.
    """
    plain_line = after.marker.rank is Rank.NONE and after.cell == paragraph.cell
    return paragraph.marker.rank <= Rank.GROUP and plain_line and is_capitals(after.text)
