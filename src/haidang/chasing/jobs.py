"""The daily digest, left for everybody who has something due, and mailed on its own day.

One mail a person a day: its key is the day and the person. A digest that could not go out on its
day is dropped, and what it was to remind of stands in the next one.
"""

import datetime as dt

from django.conf import settings
from django.db.models import QuerySet

from haidang import clock
from haidang.chasing import digest
from haidang.chasing.queries.due import due_of
from haidang.jobs import mailing
from haidang.jobs.backend import job
from haidang.jobs.models import Mail
from haidang.jobs.periodic import daily
from haidang.orgs.models import User
from haidang.plans.queries import habits_of
from haidang.text.understanding.times.workdays import is_workday

AT_ONCE = 50  # people a job: some seconds, and what goes wrong for one holds up few
LONGEST_SILENCE = dt.timedelta(days=14)  # what was missed before is old news


def receivers() -> QuerySet[User]:
    """Everybody who can be mailed and did not say no."""
    found = User.objects.filter(is_active=True, wants_digest=True, unit__isnull=False)
    return found.exclude(email="").order_by("pk")


@daily(at="07:30")
@job()
def send_digests(since: str | None) -> None:
    """Part the people of today's digests; without a mail server there is nothing to do."""
    if not settings.MAIL_IS_ON:
        return
    day = clock.today()
    before = (
        dt.datetime.fromisoformat(since).astimezone(clock.now().tzinfo).date() if since else day
    )
    # A demonstration's day stands still, the machine's does not: at least today is looked at.
    first = min(before, day - dt.timedelta(days=1))
    people = list(receivers().values_list("pk", flat=True))
    for start in range(0, len(people), AT_ONCE):
        chunk = people[start : start + AT_ONCE]
        write_digests.enqueue(day.isoformat(), first.isoformat(), chunk)


@job()
def write_digests(day: str, since: str, people: list[int]) -> None:
    """Leave the digest of a day for some people, each for whom there is something to remind of."""
    for person in receivers().filter(pk__in=people).select_related("unit__acts_for"):
        _write(person, dt.date.fromisoformat(day), dt.date.fromisoformat(since))


@job(attempts=10)
def send_digest(pk: int) -> None:
    """Mail a digest in office hours of its own day; otherwise let it go."""
    mail = Mail.objects.select_related("to__unit__acts_for").get(pk=pk)
    now = clock.now()
    if _day_of(mail) == now.date() and digest.is_open(now, habits_of(mail.to.seat)):
        mailing.send(pk)
    else:
        mailing.drop(mail)


def _write(person: User, day: dt.date, since: dt.date) -> None:
    habits = habits_of(person.seat)
    if not is_workday(day, habits):
        return
    key = f"digest:{day.isoformat()}:{person.pk}"
    since = max(_untold_since(person, key, since), day - LONGEST_SILENCE)
    dues = due_of(person, day)
    now = digest.reminded(dues, since=since, day=day, habits=habits)
    if now:
        letter = digest.letter_of(str(person), day, dues, now)
        mailing.post(key=key, to=person, letter=letter, by_job=send_digest)


def _untold_since(person: User, key: str, since: dt.date) -> dt.date:
    """The day before the digests that never went out, if the last ones did not."""
    earlier = Mail.objects.filter(to=person, key__startswith="digest:").exclude(key=key)
    for mail in earlier.order_by("-key")[: LONGEST_SILENCE.days]:
        if mail.sent_at:
            break
        since = min(since, _day_of(mail) - dt.timedelta(days=1))
    return since


def _day_of(mail: Mail) -> dt.date:
    return dt.date.fromisoformat(mail.key.split(":")[1])
