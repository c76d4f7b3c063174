"""What an act of another room writes into the log, and the page that shows it."""

from uuid import uuid4

import pytest

from haidang import clock
from haidang.activities.commands import (
    attach_kept,
    correct_activity,
    log_activity,
    withdraw_activity,
)
from haidang.activities.facts import facts_of
from haidang.activities.models import Evidence, Kind
from haidang.documents.storage import keep
from haidang.errors import NotAllowed
from haidang.ledger.models import Entry
from haidang.orgs.enums import Role
from tests.makers import make_user
from tests.makers.activities import make_activity
from tests.makers.orgs import make_unit

pytestmark = pytest.mark.django_db
PAGE = b"<!doctype html><title>x</title>"


@pytest.fixture
def activity():
    return make_activity(make_unit("xã Thử"))


def test_attach_kept_adds_the_page_once_and_records_it(activity):
    file, by = keep(PAGE, "text/html"), activity.logged_by

    first = attach_kept(activity=activity, file=file, name="trang.html", by=by)

    assert attach_kept(activity=activity, file=file, name="khac.html", by=by) == first
    assert Evidence.objects.get().name == "trang.html"
    assert Entry.objects.latest("seq").event == "attach_kept"


def test_attach_kept_refuses_an_auditor(activity):
    with pytest.raises(NotAllowed):
        attach_kept(
            activity=activity, file=keep(PAGE, "text/html"), name="x", by=make_user(Role.AUDITOR)
        )


def test_what_an_act_writes_of_itself_asks_no_right_to_log(activity):
    leader = make_user(Role.LEADER)
    asked = {"unit": activity.unit, "on": clock.today(), "by": leader, "id": uuid4()}
    asked |= {"kind": Kind.objects.get(pk="promotion"), "quantities": {"items": 1}, "title": "x"}
    with pytest.raises(NotAllowed):
        log_activity(**asked)

    entry = log_activity(**asked, is_made_by_act=True)
    for act in (
        lambda made: correct_activity(
            activity=entry, facts=facts_of(activity), by=leader, is_made_by_act=made
        ),
        lambda made: withdraw_activity(activity=entry, reason="x", by=leader, is_made_by_act=made),
    ):
        with pytest.raises(NotAllowed):
            act(False)
        act(True)

    entry.refresh_from_db()
    assert entry.is_withdrawn
