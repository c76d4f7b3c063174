"""Bulletins as copies of stories: a story that was withdrawn or corrected is not aired (N15)."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.urls import reverse

from haidang.broadcast.commands.ordering import stop_bulletin
from haidang.broadcast.giving import held, reached
from haidang.broadcast.holding import hold_bulletins
from haidang.broadcast.models import Bulletin, BulletinStory, Part, Week
from haidang.broadcast.part_facts import sitting_words
from haidang.broadcast.queries.bulletins import is_behind
from haidang.broadcast.stopping import held_in_weeks, sounds_of
from haidang.broadcast.week_turns import keep_week
from haidang.newsroom.copying import CopyLine
from haidang.newsroom.enums import Act, CopyState
from haidang.newsroom.models import Publication, Story


class Bulletins:
    """Stops bulletins whose stories the public is no longer shown in the same words."""

    def hold(self, story: Story) -> None:
        """Hold the bulletins with a story, then the stations that have them in their weeks.

        Whoever releases a week, or sends an emergency, takes both before the ledger too.
        """
        keys = hold_bulletins(Bulletin.objects.filter(parts__story=story))
        if not keys:
            return
        stations = [
            station
            for bulletin in Bulletin.objects.filter(pk__in=keys).select_related("recording")
            for station in held_in_weeks(bulletin.pk, sounds_of(bulletin)).stations
        ]
        if stations:
            held(reached(stations))

    def follow(self, publication: Publication) -> None:
        """Tell players not to air the bulletins of a story, and whoever is at a draft with them.

        A player that has the sound already refuses it from its next word with us on; what was
        released stays as it was released.
        """
        for part in _taken_before(publication):
            stop_bulletin(bulletin=part.bulletin, by=None)
            _tell_drafts(part.bulletin)

    def lines(self, story: Story) -> Iterable[CopyLine]:
        """Say of each bulletin with a story whether it holds the words of today."""
        parts = BulletinStory.objects.filter(story=story, bulletin__is_retired=False)
        for part in parts.select_related("bulletin", "publication", "story__locale"):
            yield _line(part)


KEEPER = Bulletins()


def _taken_before(publication: Publication) -> QuerySet[BulletinStory]:
    # Those put away too: a week that was released before holds them still.
    parts = BulletinStory.objects.filter(story=publication.story_id)
    if publication.act != Act.WITHDRAWN:
        parts = parts.exclude(publication__fingerprint=publication.fingerprint)
    return parts.select_related("bulletin__recording", "bulletin__unit").order_by("bulletin")


def _tell_drafts(bulletin: Bulletin) -> None:
    # It stays where it was planned: a release leaves it out by name, and it comes back once it is
    # renewed and cleared. Without it the programme would be read by hand.
    parts = Part.objects.filter(bulletin=bulletin).select_related("slot")
    for week in Week.objects.filter(parts__in=parts).distinct().order_by("station", "pk"):
        here = parts.filter(week=week)
        told = [[sitting_words(part.slot, part.on), bulletin.title, ""] for part in here]
        keep_week("bulletin_left_week", week, told, None)


def _line(part: BulletinStory) -> CopyLine:
    bulletin = part.bulletin
    where = f"Bản tin trên loa: {bulletin.title}, {bulletin.on:%d/%m/%Y}"
    address = reverse("bulletin", args=[bulletin.pk])
    if not is_behind(part):
        return CopyLine(where, CopyState.CURRENT, address=address)
    doing = "Không phát nữa: lấy lại lời, thu lại và gửi duyệt, hoặc cất bản tin."
    return CopyLine(where, CopyState.STALE, doing, address)
