"""Copies of a story outside its page: told of each change, and listed with what to do (N15).

What shows the live row (pages of all languages, feeds, search, cards) follows in the same
transaction. Copies that only people reach are listed at once as not to be recalled, until a person
says that they were mended. A room above that keeps copies, bulletins that wait for one, names an
object with `follow` and `lines` in `settings.STORY_COPIES`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from django.conf import settings
from django.db.models import F
from django.utils.module_loading import import_string

from haidang.newsroom.enums import Act, CopyState
from haidang.newsroom.models import Copy, Publication, Story


@dataclass(frozen=True, slots=True)
class CopyLine:
    """One copy: where it is, how it stands, what a person should do; `copy` where one may say."""

    where: str
    state: CopyState
    doing: str = ""
    address: str = ""
    copy: Copy | None = None

    @property
    def is_behind(self) -> bool:
        """Whether something is left to do about it."""
        return self.state != CopyState.CURRENT


class Keeper(Protocol):
    """A room that keeps copies of stories."""

    def hold(self, story: Story) -> None:
        """Hold what it will change, before anything is written into the ledger."""

    def follow(self, publication: Publication) -> None:
        """Bring its copies up to the publication."""

    def lines(self, story: Story) -> Iterable[CopyLine]:
        """Say how its copies stand."""


def follow(publication: Publication) -> None:
    """Tell everything that keeps a copy what the public was shown just now."""
    if publication.act != Act.PUBLISHED:
        standing = Copy.objects.filter(story=publication.story_id, state=CopyState.CURRENT)
        standing.update(state=CopyState.CANNOT_RECALL, version=F("version") + 1)
    for keeper in keepers():
        keeper.follow(publication)


def hold(story: Story) -> None:
    """Let everything that keeps a copy of a story hold it until the act is over."""
    for keeper in keepers():
        keeper.hold(story)


def kept_elsewhere(story: Story) -> Iterator[CopyLine]:
    """How the copies stand that other rooms keep."""
    for keeper in keepers():
        yield from keeper.lines(story)


def keepers() -> list[Keeper]:
    """Everything that the settings name."""
    return [_keeper(name) for name in getattr(settings, "STORY_COPIES", ())]


@cache
def _keeper(name: str) -> Keeper:
    found: Keeper = import_string(name)
    return found
