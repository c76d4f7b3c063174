"""Which unit or group the words of a document mean. Only looks; a doubtful name stays a phrase."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from haidang.orgs.models import Unit
from haidang.orgs.naming import name_key
from haidang.plans.groups import groups_meant
from haidang.plans.kinds import kinds_named
from haidang.plans.known import KnownNames
from haidang.plans.likeness import likely
from haidang.plans.meaning import CERTAIN, Candidate, Meaning, Why, key_of
from haidang.plans.models import Owner
from haidang.plans.phrases import parts_of
from haidang.plans.shortening import letters_for, says_enough, short_words

__all__ = ["Candidate", "Gazetteer", "Meaning", "Why", "key_of"]

NOT_ALONE = 50  # of 100: the words fit this one, and another one as well
# Whoever heads a unit is told in its place; a deputy is told what is his own.
HEADS = ("chủ tịch", "giám đốc", "thủ trưởng", "trưởng", "chánh", "người đứng đầu", "lãnh đạo")
WHERE = ("trên địa bàn", "trực thuộc", "thuộc", "trong toàn", "trong", "cấp")
MANY = name_key("các")
_HEAD = re.compile(f"^(?:{'|'.join(map(name_key, HEADS))}) ")
_WHERE = re.compile(f" (?:{'|'.join(map(name_key, WHERE))})$")
_BRACKETS = re.compile(r"\([^()]*\)")


class Gazetteer:
    """What an authority may mean by a phrase, by the names that it knows on one day."""

    def __init__(self, seat: Unit, day: dt.date) -> None:
        self.known = KnownNames(seat, day)
        self._kept: dict[str, tuple[Meaning, ...]] = {}

    def resolve(self, phrase: str) -> tuple[Meaning, ...]:
        """The parts of a phrase, each with what it may mean; none where the phrase is empty."""
        if phrase not in self._kept:
            self._kept[phrase] = parts_of(phrase, self)
        return self._kept[phrase]

    def candidates(self, phrase: str, limit: int = 3) -> tuple[Candidate, ...]:
        """What a phrase as a whole may mean, likeliest first, for a person to choose from."""
        return (self.told(phrase) or self.likely(phrase))[:limit]

    def told(self, phrase: str) -> tuple[Candidate, ...]:
        """What the words of a phrase say outright: one thing, or all that bear the same name."""
        for key in self.keys_of(phrase):
            if found := self._told_by(key):
                return found
        return self._shortened(phrase)

    def likely(self, phrase: str) -> tuple[Candidate, ...]:
        """What a phrase may mean where its words do not say so outright, likeliest first."""
        return likely(phrase, self.known)

    def continued(self, known: str, words: str) -> tuple[Candidate, ...]:
        """What words say that share the beginning of a name: "UBND xã A, B", "Phòng A, B"."""
        key = next((key for key in self.keys_of(known) if self._told_by(key)), "").split()
        beginnings = (key[:length] for length in range(len(key) - 1, 0, -1))
        names = (" ".join([*beginning, name_key(words)]) for beginning in beginnings)
        things = (self.known.names[name] for name in names if name in self.known.names)
        return _shared(next(things, {}), 100)

    def keys_of(self, phrase: str) -> Iterator[str]:
        """The keys that a phrase may be known by: as it is, and without what may be left out."""
        key = name_key(_BRACKETS.sub(" ", phrase))
        shorter = self._without_tail(key)
        yield from dict.fromkeys([name_key(phrase), key, shorter])
        for said in dict.fromkeys([key, shorter]):
            before, many, named = f" {said} ".partition(f" {MANY} ")
            # "các Sở Tài chính", of "các Sở Tài chính, Y tế"; but "các tỉnh" is not the province.
            if many and len(named.split()) > 1 and not kinds_named(said, self.known.kinds):
                yield f"{before} {named}".strip()

    def _without_tail(self, key: str) -> str:
        tails = (f" {tail}" for tail in self.known.tails if tail)
        tail = next((tail for tail in tails if key.endswith(tail)), "")
        return _WHERE.sub("", key.removesuffix(tail))

    def _told_by(self, key: str) -> tuple[Candidate, ...]:
        if not key:
            return ()
        if things := self.known.names.get(key):
            return _shared(things, 100)
        if groups := groups_meant(key, self.known):
            return _shared(dict.fromkeys(groups, Why.GROUP), CERTAIN)
        if things := self.known.areas.get(key):
            return _shared(things, CERTAIN)
        headed = _HEAD.sub("", key, count=1)
        things = self.known.names.get(headed, {}) if headed != key else {}
        return _shared(dict.fromkeys(things, Why.POST), CERTAIN)

    def _shortened(self, phrase: str) -> tuple[Candidate, ...]:
        words = short_words(phrase)
        if not words:
            return ()
        found = {
            thing: letters
            for key, things in self.known.names.items()
            if (letters := letters_for(words, key.split()))
            for thing in things
        }
        if not all(says_enough(words, letters) for letters in found.values()):
            return ()
        return _shared(dict.fromkeys(found, Why.LETTERS), CERTAIN)


def _shared(things: Mapping[Owner, Why], sure: int) -> tuple[Candidate, ...]:
    # A name that several bear is nobody's for certain.
    sure = sure if len(things) == 1 else NOT_ALONE
    found = [Candidate(thing, sure, why) for thing, why in things.items()]
    return tuple(sorted(found, key=str))
