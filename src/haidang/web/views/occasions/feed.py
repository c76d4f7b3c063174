"""The calendar as other programs fetch it: no sign-in, a secret in its address, days alone."""

from hashlib import sha256

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from haidang import clock
from haidang.occasions.models import Feed
from haidang.occasions.queries import feed_of
from haidang.occasions.secret import hash_of
from haidang.orgs.models import Unit
from haidang.web.ical import CALENDAR, calendar_of
from haidang.web.views.occasions.events import entries_of

MOST_OF_ONE, MOST_UNKNOWN, MINUTE = 30, 300, 60  # fetches a minute: of a feed, of no feed
PLAIN = "text/plain; charset=utf-8"
GONE = "Địa chỉ lịch này đã thu hồi."
UNKNOWN = "Không có lịch nào ở địa chỉ này."
OFTEN = "Tải quá nhiều lần. Hãy thử lại sau một phút."


@login_not_required
@require_safe
def calendar_feed(request: HttpRequest, token: str) -> HttpResponse:
    """Give the calendar, or only that it is as it was; 410 once revoked, 404 if there is none."""
    if _fetched_too_often(f"lich/{hash_of(token)}", MOST_OF_ONE):
        return HttpResponse(OFTEN, PLAIN, 429, headers={"Retry-After": str(MINUTE)})
    feed = feed_of(token)
    if feed is None:
        often = _fetched_too_often("lich", MOST_UNKNOWN)
        return HttpResponse(OFTEN if often else UNKNOWN, PLAIN, 429 if often else 404)
    unit = _living_unit(feed)
    if unit is None:
        return HttpResponse(GONE, PLAIN, 410)
    name = f"Hải Đăng: {unit}"
    body = calendar_of(name, entries_of(unit, clock.today()), feed.token_hash, feed.made_at)
    etag = quote_etag(sha256(body).hexdigest())
    response = HttpResponse(body, CALENDAR, headers={"ETag": etag})
    response["Cache-Control"] = "private, no-cache"
    response["X-Robots-Tag"] = "noindex"
    response["Content-Disposition"] = 'inline; filename="hai-dang.ics"'
    return get_conditional_response(request, etag, None, response) or response


def _living_unit(feed: Feed) -> Unit | None:
    """The unit whose days it tells; nobody's, once it was revoked or its person or unit is gone."""
    person = feed.person
    unit = person.unit if person else feed.unit
    is_over = feed.revoked_at is not None or (person is not None and not person.is_active)
    if unit is None or is_over or (unit.valid_to and unit.valid_to < clock.today()):
        return None
    return unit


def _fetched_too_often(key: str, most: int) -> bool:
    cache.add(key, 0, MINUTE)
    try:
        return cache.incr(key) > most
    except ValueError:  # it ran out in between
        return False
