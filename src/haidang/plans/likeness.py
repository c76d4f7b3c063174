"""What a phrase may mean where it is misspelt, has lost its marks, or says less than it should."""

import re
from collections.abc import Iterator

from haidang.orgs.naming import JOINING, bare, name_key, slips_between
from haidang.plans.groups import groups_partly_meant
from haidang.plans.known import KnownNames
from haidang.plans.meaning import LIKELY, Candidate, Why, likeliest_first
from haidang.plans.shortening import letters_for, short_words

WORTH_SHOWING = 55  # of 100: how much of what tells names apart they must share to be offered
MOST = 5  # things offered for one phrase
WITHOUT_MARKS = FORMER = 90
MISSPELT = 90  # less five for each slip
DOUBTFUL = 75
ALIKE = 70  # at most
_JOINING = {bare(word) for word in JOINING}
_DEPUTY = re.compile(rf"^{name_key('phó')} (?:{name_key('chủ tịch')}|{name_key('giám đốc')}|\S+) ")


def likely(phrase: str, known: KnownNames) -> tuple[Candidate, ...]:
    """What a phrase may mean, likeliest first; nothing where no name is anything like it."""
    key = name_key(phrase)
    if not key:
        return ()
    found = [*_former(key, known), *_without_marks(phrase, known), *_misspelt(key, known)]
    if not any(one.sure >= LIKELY for one in found):
        found += [*_shortened(phrase, known), *_of_deputy(key, known), *_in_part(key, known)]
        found += _alike(key, known)
    return likeliest_first(found, MOST)


def _former(key: str, known: KnownNames) -> Iterator[Candidate]:
    things = known.former.get(key, {})
    for thing in things:  # what was split has several heirs, none of them for certain
        yield Candidate(thing, FORMER if len(things) == 1 else DOUBTFUL, Why.FORMER)


def _without_marks(phrase: str, known: KnownNames) -> Iterator[Candidate]:
    if not phrase.isascii():
        return
    words = bare(name_key(phrase)).split()
    things = known.bare_names.get(" ".join(word for word in words if word not in _JOINING), ())
    for thing in things:
        yield Candidate(thing, WITHOUT_MARKS if len(things) == 1 else DOUBTFUL, Why.BARE)


def _misspelt(key: str, known: KnownNames) -> Iterator[Candidate]:
    for name, things in known.names.items():
        slips = slips_between(key, name)
        if slips is not None:
            for thing in things:
                yield Candidate(thing, MISSPELT - 5 * slips, Why.NEAR)


def _shortened(phrase: str, known: KnownNames) -> Iterator[Candidate]:
    words = short_words(phrase)
    for name, things in known.names.items() if words else ():
        if letters_for(words, name.split()):
            for thing in things:
                yield Candidate(thing, DOUBTFUL, Why.LETTERS)


def _of_deputy(key: str, known: KnownNames) -> Iterator[Candidate]:
    rest = _DEPUTY.sub("", key)
    for thing in known.names.get(rest, ()) if rest != key else ():
        yield Candidate(thing, DOUBTFUL, Why.POST)


def _in_part(key: str, known: KnownNames) -> Iterator[Candidate]:
    for group in groups_partly_meant(key, known):
        yield Candidate(group, DOUBTFUL, Why.GROUP)


def _alike(key: str, known: KnownNames) -> Iterator[Candidate]:
    words = set(key.split())
    for name, things in known.names.items():
        named = set(name.split())
        ratio = 2 * known.weight(words & named) / (known.weight(words) + known.weight(named))
        if 100 * ratio >= WORTH_SHOWING:
            for thing in things:
                yield Candidate(thing, min(round(100 * ratio), ALIKE), Why.NEAR)
