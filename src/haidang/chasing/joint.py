"""Notices to units of what was done together: that they were named, or that one took no part."""

from collections.abc import Iterable
from uuid import NAMESPACE_URL, uuid5

from django.urls import reverse

from haidang import clock
from haidang.activities.models import Activity
from haidang.chasing.models import Notice
from haidang.orgs.models import Unit, User

LONGEST = 500


def leave_notices(activity: Activity, units: Iterable[Unit], words: str, by: User) -> None:
    """Leave the same words at each unit; once of one version of an entry."""
    batch = uuid5(NAMESPACE_URL, f"joint:{activity.pk}:{activity.version}")
    page, now = reverse("activity", args=[activity.pk]), clock.now()
    Notice.objects.bulk_create(
        [
            Notice(unit=unit, words=words[:LONGEST], url=page, batch=batch, at=now, by=by)
            for unit in units
        ],
        ignore_conflicts=True,
    )
