"""Where stories stand: always asked of what was done, never kept."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef

from haidang.newsroom.enums import Act, State
from haidang.newsroom.models import Publication, Schedule, Story
from haidang.newsroom.queries.puts import puts_of
from haidang.newsroom.workflow import state_of


def states_of(stories: Iterable[Story]) -> dict[int, State]:
    """The state of each story by its number, in the same few questions however many there are.

    "Đã duyệt" here goes by the newest revision; the gate itself compares every letter again.
    """
    stories = list(stories)
    puts = puts_of(stories) if stories else {}
    return {
        number: state_of(
            puts.get(number, (None, None))[1],
            is_live=is_live,
            is_withdrawn=last == Act.WITHDRAWN,
            is_scheduled=is_scheduled,
        )
        for number, is_live, last, is_scheduled in _rows(stories)
    }


def _rows(stories: list[Story]) -> Iterable[tuple[int, bool, str | None, bool]]:
    if not stories:
        return []
    acts = Publication.objects.filter(story=OuterRef("pk")).order_by("-pk")
    rows = Story.objects.filter(pk__in=[story.pk for story in stories]).order_by()
    # A time that was set for other words holds no more.
    of_newest = Schedule.objects.filter(submission__revision=OuterRef("latest_revision"))
    scheduled = Exists(of_newest.filter(story=OuterRef("pk")))
    found: Iterable[tuple[int, bool, str | None, bool]] = rows.values_list(
        "pk", "live", acts.values("act")[:1], scheduled
    )
    return found
