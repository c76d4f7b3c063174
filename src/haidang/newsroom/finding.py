"""The words of public stories, kept to be found without marks: "cau ngang" finds Cầu Ngang.

SQLite keeps them in FTS5, PostgreSQL in a tsvector. Only what the public may read stands there: a
story comes in when it is published and goes when it is withdrawn, in the same transaction. Its
language and its portal stand among its words, as signs that nobody types, so that one index
answers for all.
"""

import re
from collections.abc import Iterable
from html import unescape

from django.db import connection
from django.utils.html import strip_tags

from haidang.documents.folding import folded
from haidang.newsroom.models import Portal, Story

MOST = 400  # stories of one answer: nobody turns more pages
LONGEST = 200  # letters of a question
WORDS = 12  # words of a question
WORD = re.compile(r"[^\W_]+")
ADDED = {
    "sqlite": "INSERT INTO newsroom_words (rowid, words) VALUES (%s, %s)",
    "postgresql": "INSERT INTO newsroom_words (rowid, words)"
    " VALUES (%s, to_tsvector('simple', %s))",
}
ASKED = {
    "sqlite": "SELECT rowid FROM newsroom_words WHERE newsroom_words MATCH %s"
    " ORDER BY rowid DESC LIMIT %s",
    "postgresql": "SELECT rowid FROM newsroom_words WHERE words @@ to_tsquery('simple', %s)"
    " ORDER BY rowid DESC LIMIT %s",
}


def keep_words(story: Story) -> None:
    """Let readers find a public story by its words; one that is not public is found no more."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM newsroom_words WHERE rowid = %s", [story.pk])
        if story.live:
            cursor.execute(ADDED[connection.vendor], [story.pk, words_of(story)])


def found(asked: str, language: str, portals: Iterable[Portal]) -> list[int]:
    """The stories of portals in a language that hold all words asked for, the newest first.

    The last word may be the beginning of one. What holds no word at all finds nothing.
    """
    words = WORD.findall(folded(asked[:LONGEST]))[:WORDS]
    if not words:
        return []
    places = [_place(portal.path) for portal in portals]
    question = (_question if connection.vendor == "sqlite" else _query)(words, language, places)
    with connection.cursor() as cursor:
        cursor.execute(ASKED[connection.vendor], [question, MOST])
        return [row[0] for row in cursor.fetchall()]


def words_of(story: Story) -> str:
    """What a story is found by, without marks, and the signs of its language and portal."""
    body = unescape(strip_tags(story.body.replace("<", " <")))
    text = folded(story.title, story.standfirst, body, story.where, story.claim, story.byline)
    # Parted here as questions are: databases part Khmer, whose vowels are marks, each their way.
    words = " ".join(WORD.findall(text))
    return f"{_tongue(story.language)} {_place(story.path)} {words}"


def _tongue(language: str) -> str:
    return f"0tongue{language}"


def _place(path: str) -> str:
    return f"0place{path[: 2 * Portal.steplen].casefold()}"


def _question(words: list[str], language: str, places: list[str]) -> str:
    """As FTS5 asks."""
    said = " ".join(f'"{word}"' for word in words)
    return f"{_tongue(language)} AND ({' OR '.join(places)}) AND ({said}*)"


def _query(words: list[str], language: str, places: list[str]) -> str:
    """As PostgreSQL asks."""
    said = " & ".join(f"'{word}'" for word in words)
    return f"'{_tongue(language)}' & ({' | '.join(places)}) & {said}:*"
