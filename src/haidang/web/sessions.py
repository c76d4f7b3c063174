"""Sessions that are kept alive by use, without writing to the database on every page.

A session ends after fifteen idle minutes (QCVN 12:2026/BCA). Its end moves on with use, but at
most every half minute: it may come so much earlier, and never later. Each page that wrote would
wait for the disk, and for every other page that does.
"""

import datetime as dt
from typing import Any

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.sessions.backends import db
from django.contrib.sessions.middleware import SessionMiddleware
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from haidang.orgs.models import User
from haidang.prepared import prepared

MOVED_EVERY = dt.timedelta(seconds=30)


@prepared
def _alive(key: str, now: dt.datetime) -> QuerySet[Session, tuple[str, dt.datetime]]:
    found = Session.objects.filter(session_key=key, expire_date__gt=now)
    return found.values_list("session_data", "expire_date")


@prepared
def _account(pk: int) -> QuerySet[User, User]:
    return User.objects.filter(pk=pk).select_related("unit__acts_for")


class SessionStore(db.SessionStore):
    """A session in the database that knows when it ends."""

    ends_at: dt.datetime | None = None

    def load(self) -> dict[str, Any]:
        """What the session holds; nothing where it ended."""
        for data, ends_at in _alive(self.session_key or "", timezone.now()):
            self.ends_at = ends_at
            return self.decode(data)
        self._session_key = None
        return {}

    @property
    def is_to_move(self) -> bool:
        """Whether its end was last moved more than half a minute ago."""
        if self.ends_at is None:
            return False
        whole = dt.timedelta(seconds=settings.SESSION_COOKIE_AGE)
        return self.ends_at < timezone.now() + whole - MOVED_EVERY


class KeptAlive(SessionMiddleware):
    """Moves the end of a session that is used."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Save what changed, and what would otherwise end too early."""
        session = request.session
        if isinstance(session, SessionStore) and session.is_to_move:
            session.modified = True
        return super().process_response(request, response)


class Accounts(ModelBackend):
    """Whoever is signed in, with the unit that nearly every page asks for."""

    def get_user(self, user_id: int) -> User | None:
        """The account, unless it was closed."""
        found = next(iter(_account(user_id)), None)
        return found if found and self.user_can_authenticate(found) else None
