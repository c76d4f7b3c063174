"""What every act before the public does: the row that readers are served, the bytes, the entry.

All of it in the transaction of the command, in this order of locks: unit, story, entry, ledger.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from wagtail.log_actions import LogContext

from haidang import clock
from haidang.activities.models import Activity
from haidang.documents.models import StoredFile
from haidang.documents.storage import keep
from haidang.newsroom import copying
from haidang.newsroom.addresses import address_of
from haidang.newsroom.enums import Act
from haidang.newsroom.evidence import correct_entry, standing_entry, take_entry_back, write_entry
from haidang.newsroom.finding import keep_words
from haidang.newsroom.fingerprint import fingerprint
from haidang.newsroom.holding_still import held
from haidang.newsroom.models import Publication, Schedule, Story, Submission
from haidang.newsroom.opening import opened
from haidang.newsroom.seen import GONE, SHOWN, as_seen
from haidang.orgs.models import User

PAGE = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Done:
    """What is done before the public, and who answers for it; nobody where time ran out."""

    act: Act
    submission: Submission | None
    by: User | None
    answers: User
    notice: str = ""


def show(story: Story, done: Done) -> Publication:
    """Let readers see the submitted revision from now on, and write that they do."""
    copying.hold(story)
    entry = standing_entry(story)
    if done.submission is not None:
        with opened(story):
            done.submission.revision.publish(user=done.by, skip_permission_checks=True)
    return _written(_dated(story), done, entry)


def take_away(story: Story, done: Done) -> Publication:
    """Let readers see a notice in the place of the story from now on, and write that they do."""
    copying.hold(story)
    entry = standing_entry(story)
    # Wagtail asks its own rights of whoever is named; who may, the command has asked.
    with opened(story), LogContext(user=done.by):
        story.unpublish()
    # What was sent so far, shown or not, is spent: whatever appears after this is cleared anew.
    spent = Submission.objects.filter(story=story).order_by("-pk").first()
    return _written(held(story), replace(done, submission=spent), entry)


def told(publication: Publication, stale_said: bool = False) -> dict[str, object]:
    """What the ledger keeps of a publication."""
    facts: dict[str, object] = {
        "publication": publication.pk,
        "address": publication.address,
        "page": publication.page_id,
    }
    if publication.notice:
        facts["notice"] = publication.notice
    return facts | ({"stale_said": True} if stale_said else {})


def _dated(story: Story) -> Story:
    """The live row; Wagtail wrote the machine's day, which in a demonstration is another."""
    now = clock.now()
    first = Story.objects.filter(pk=story.pk, publications=None)
    first.update(first_published_at=now)
    Story.objects.filter(pk=story.pk).update(last_published_at=now)
    return held(story)


def _written(story: Story, done: Done, entry: Activity | None) -> Publication:
    Schedule.objects.filter(story=story).delete()
    facts = {
        "story": story,
        "submission": done.submission,
        "act": done.act,
        "fingerprint": fingerprint(story),
        "address": address_of(story),
        "notice": done.notice,
        "by": done.by,
        "at": clock.now(),
    }
    page = keep(_page_of(facts), PAGE)
    entered = _entered(story, done, entry, page)
    publication = Publication.objects.create(**facts, page=page, activity=entered)
    keep_words(story)
    copying.follow(publication)
    return publication


def _page_of(facts: Mapping[str, Any]) -> bytes:
    """The page as readers get it once the publication stands: it stands while it is rendered."""
    stand_in = StoredFile(sha256="0" * 64, size=0, content_type=PAGE, stored_at=facts["at"])
    with transaction.atomic():
        stand_in.save(force_insert=True)
        Publication.objects.create(**facts, page=stand_in)
        status = GONE if facts["act"] == Act.WITHDRAWN else SHOWN
        page = as_seen(facts["address"], status=status)
        transaction.set_rollback(True)
    return page


def _entered(story: Story, done: Done, entry: Activity | None, page: StoredFile) -> Activity | None:
    address, by, notice = address_of(story), done.answers, done.notice
    if done.act == Act.PUBLISHED:
        return write_entry(story, address=address, page=page, by=by)
    if entry is None:
        return None
    if done.act == Act.WITHDRAWN:
        take_entry_back(entry, notice=notice, by=by)
    else:
        correct_entry(entry, story, address=address, page=page, notice=notice, by=by)
    return entry
