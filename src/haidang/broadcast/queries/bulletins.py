"""Which bulletins may be aired now, and how those stand that may not (promises N15, N18)."""

import hashlib
import json
from collections.abc import Iterable, Sequence

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery

from haidang.broadcast.enums import StationKind
from haidang.broadcast.models import (
    Bulletin,
    BulletinClearance,
    BulletinStory,
    BulletinSubmission,
    Station,
)
from haidang.newsroom import gate, workflow
from haidang.newsroom.enums import Act, Step
from haidang.newsroom.models import Publication
from haidang.orgs.models import Unit


def bulletin_fingerprint(bulletin: Bulletin) -> str:
    """The hash of what would be aired: words, stories as they were published, sound, changes.

    The number of changes counts too: what was changed and put back was changed all the same.
    """
    parts = bulletin.parts.values_list("story", "publication__fingerprint", "ordinal")
    return fingerprint_with(bulletin, parts.order_by("ordinal", "pk"))


def fingerprint_with(bulletin: Bulletin, parts: Iterable[Sequence[object]]) -> str:
    """The same where the stories are at hand: each with its publication's hash and its place."""
    facts = {
        "title": bulletin.title,
        "language": bulletin.language,
        "on": bulletin.on.isoformat(),
        "words": bulletin.words,
        "spoken": bulletin.spoken,
        "sound": bulletin.recording.file_id if bulletin.recording else "",
        "parts": [list(part) for part in parts],
        "version": bulletin.version,
    }
    written = json.dumps(facts, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()


def newest_submission(bulletin: Bulletin) -> BulletinSubmission | None:
    """The last time that a bulletin was put before those who clear it."""
    return bulletin.submissions.order_by("-pk").first()


def put_of_bulletin(submission: BulletinSubmission, bulletin: Bulletin) -> workflow.Put:
    """A submission of a bulletin as the newsroom's gate sees those of stories."""
    return put_with(
        submission,
        said=submission.clearances.order_by("pk"),
        writers=bulletin.writers.values_list("pk", flat=True),
        fingerprint=bulletin_fingerprint(bulletin),
    )


def put_with(
    submission: BulletinSubmission,
    *,
    said: Iterable[BulletinClearance],
    writers: Iterable[int],
    fingerprint: str,
) -> workflow.Put:
    """The same where all that it rests on is at hand."""
    return workflow.Put(
        authors=frozenset({*writers, submission.by_id}),
        decisions=tuple(
            workflow.Decision(Step(made.step), made.by_id, made.agrees, made.reason)
            for made in said
        ),
        is_newest=submission.fingerprint == fingerprint,
    )


def is_cleared_now(bulletin: Bulletin) -> bool:
    """Whether two people who did not write it agreed to a bulletin exactly as it stands."""
    submission = newest_submission(bulletin)
    return submission is not None and workflow.may_appear(put_of_bulletin(submission, bulletin))


def is_airable(bulletin: Bulletin) -> bool:
    """Whether a bulletin may be aired now: cleared as it stands, with sound, its stories public.

    The row is asked anew, whatever the caller still holds of it.
    """
    row = Bulletin.objects.select_related("recording").get(pk=bulletin.pk)
    if row.is_retired or row.recording is None or row.recording.is_retired:
        return False
    return is_cleared_now(row) and not any(is_behind(part) for part in parts_of(row))


def parts_of(bulletin: Bulletin) -> QuerySet[BulletinStory]:
    """The stories of a bulletin in order, with what is asked of each."""
    return bulletin.parts.select_related("story__locale", "publication").order_by("ordinal", "pk")


def is_behind(part: BulletinStory) -> bool:
    """Whether the public is no longer shown these words: withdrawn, corrected, or written anew."""
    shown = gate.standing_publication(part.story)
    taken = part.publication.fingerprint
    return shown is None or shown.fingerprint != taken or not gate.is_public(part.story)


def cleared_bulletins(unit: Unit, language: str | None = None) -> QuerySet[Bulletin]:
    """What a unit may air: its own bulletins and those shared from above, cleared, with sound.

    Asked of the database alone, so that a list of years costs one question. `is_airable` is asked
    again of the one that is taken: it also reads every word.
    """
    rows = cleared_of(bulletins_in_reach(unit))
    return rows.filter(language=language) if language else rows


def cleared_of(rows: QuerySet[Bulletin]) -> QuerySet[Bulletin]:
    """Those of some bulletins that may be aired now."""
    rows = rows.filter(is_retired=False, recording__is_retired=False)
    rows = rows.annotate(sent=_sent("pk"), sent_at_version=_version())
    rows = rows.filter(sent_at_version=F("version"), sent__in=_agreed())
    return rows.exclude(Exists(_behind()))


def bulletins_in_reach(unit: Unit) -> QuerySet[Bulletin]:
    """A unit's own bulletins and those that units above it share, cleared or not.

    What the unit that keeps a district's station shares is for all below that district.
    """
    seat = unit.seat
    own = Q(unit=unit) | Q(unit=seat) | Q(unit__acts_for=seat)
    above = [int(step) for step in seat.path.strip("/").split("/")]
    led = Q(unit__in=above) | Q(unit__acts_for__in=above)
    keepers = Station.objects.filter(kind=StationKind.DISTRICT, unit__parent__in=above)
    shared = Q(is_shared=True) & (led | Q(unit__in=keepers.values("unit")))
    return Bulletin.objects.filter(own | shared)


def _sent(bulletin: str) -> Subquery:
    rows = BulletinSubmission.objects.filter(bulletin=OuterRef(bulletin)).order_by("-pk")
    return Subquery(rows.values("pk")[:1])


def _version() -> Subquery:
    rows = BulletinSubmission.objects.filter(bulletin=OuterRef("pk")).order_by("-pk")
    return Subquery(rows.values("version")[:1])


def _agreed() -> QuerySet[BulletinClearance, int]:
    made = BulletinClearance.objects.order_by().values("submission")
    yes = made.annotate(yes=Count("pk", filter=Q(agrees=True)), people=Count("by", distinct=True))
    both = len(workflow.ORDER)
    return yes.filter(yes=both, people=both).values_list("submission", flat=True)


def _behind() -> QuerySet[BulletinStory]:
    acts = Publication.objects.filter(story=OuterRef("story")).order_by("-pk")
    parts = BulletinStory.objects.filter(bulletin=OuterRef("pk")).annotate(
        last=Subquery(acts.values("fingerprint")[:1]), act=Subquery(acts.values("act")[:1])
    )
    gone = Q(act=Act.WITHDRAWN) | Q(story__live=False) | ~Q(last=F("publication__fingerprint"))
    return parts.filter(gone)
