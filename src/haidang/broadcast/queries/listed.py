"""Many bulletins, how each stands and who decides on it: as few questions for sixty as for one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import OuterRef, Prefetch, Subquery, prefetch_related_objects

from haidang.broadcast import bulletin_rules as rules
from haidang.broadcast.models import (
    Bulletin,
    BulletinClearance,
    BulletinStory,
    BulletinSubmission,
)
from haidang.broadcast.queries.bulletins import fingerprint_with, put_with
from haidang.broadcast.queries.heard import step_free_for
from haidang.newsroom import workflow
from haidang.newsroom.enums import State, Step
from haidang.orgs.models import User


@dataclass(frozen=True, slots=True)
class Listed:
    """One bulletin of a list; `step` is where the person who asked may decide now."""

    bulletin: Bulletin
    state: State
    step: Step | None


def listed(user: User, rows: Iterable[Bulletin]) -> list[Listed]:
    """Bulletins in the order given, as `state_of_bulletin` and `step_for_bulletin` say of each."""
    rows = list(rows)
    prefetch_related_objects(rows, Prefetch("writers", User.objects.only("pk")), _parts())
    sent = _newest(rows)
    found, may = [], dict[tuple[int, Step], bool]()
    for row in rows:
        submission = sent.get(row.pk)
        put = _put(submission, row) if submission else None
        step = step_free_for(user, put) if put and not row.is_retired else None
        if submission and step:
            # Posts are held in units: of a unit's bulletins one answer is that of all.
            key = (row.unit_id, step)
            if key not in may:
                may[key] = rules.may_clear_bulletin(user, submission, step)
            step = step if may[key] else None
        found.append(Listed(row, workflow.state_of(put, is_live=False), step))
    return found


def _parts() -> Prefetch[str]:
    rows = BulletinStory.objects.select_related("publication").order_by("ordinal", "pk")
    return Prefetch("parts", rows.only("bulletin", "story", "ordinal", "publication__fingerprint"))


def _newest(rows: Sequence[Bulletin]) -> dict[int, BulletinSubmission]:
    """The last submission of each, with what was said of it."""
    last = BulletinSubmission.objects.filter(bulletin=OuterRef("bulletin")).order_by("-pk")
    newest = BulletinSubmission.objects.filter(
        bulletin__in=[row.pk for row in rows], pk=Subquery(last.values("pk")[:1])
    )
    said = Prefetch("clearances", BulletinClearance.objects.order_by("pk"))
    bulletins = {row.pk: row for row in rows}
    found = {one.bulletin_id: one for one in newest.prefetch_related(said)}
    for pk, submission in found.items():
        submission.bulletin = bulletins[pk]
    return found


def _put(submission: BulletinSubmission, row: Bulletin) -> workflow.Put:
    parts = [(one.story_id, one.publication.fingerprint, one.ordinal) for one in row.parts.all()]
    return put_with(
        submission,
        said=submission.clearances.all(),
        writers=[one.pk for one in row.writers.all()],
        fingerprint=fingerprint_with(row, parts),
    )
