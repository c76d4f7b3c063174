"""Correcting before and after days are closed, two people at one entry, taking back."""

import datetime as dt
from dataclasses import replace

import pytest

from haidang import clock
from haidang.activities import commands
from haidang.activities.facts import facts_of
from haidang.activities.models import Activity, Closing, Indicator, Kind, Quantity
from haidang.activities.queries import entries_behind, journal, last_activity, logged_values
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.queries import history_of
from haidang.plans.overtaking import Overtaken
from tests.makers import make_authority
from tests.makers.activities import make_activity, make_photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return make_authority(communes=2)


@pytest.fixture
def activity(town):
    return make_activity(
        town.communes[0], town.reporters[0], quantities={"sessions": 1, "attendances": 420}
    )


def close(town, unit=None, **days):
    today = clock.today()
    window = {"data_from": today.replace(day=1), "data_to": today} | days
    return commands.close_days(
        unit=unit or town.communes[0], reason="Tiếp nhận báo cáo BC-1", by=town.drafter, **window
    )


def correct(activity, by, reason="", seen=None, **changes):
    return commands.correct_activity(
        activity=activity,
        facts=replace(facts_of(activity), **changes),
        by=by,
        reason=reason,
        seen=seen,
    )


def test_correct_activity_in_closed_days_asks_why_and_is_an_amendment(town, activity):
    close(town)

    with pytest.raises(Incomplete) as refusal:
        correct(activity, town.reporters[0], title="Khác")
    assert [issue.field for issue in refusal.value.issues] == ["reason"]
    correct(activity, town.reporters[0], title="Khác", reason="ghi nhầm tên")

    entry = history_of(activity).first()
    assert entry.event == "amend_activity"
    assert entry.get_details()["reason"] == "ghi nhầm tên"
    assert Activity.objects.get().version == 1


def test_correct_activity_in_open_days_asks_for_no_reason(town, activity):
    yesterday = clock.today() - dt.timedelta(days=1)
    close(town, data_from=yesterday, data_to=yesterday)

    correct(activity, town.reporters[0], title="Khác")

    assert history_of(activity).first().event == "correct_activity"


def test_correct_activity_may_not_move_into_closed_days_without_a_reason(town, activity):
    yesterday = clock.today() - dt.timedelta(days=1)
    close(town, data_from=yesterday, data_to=yesterday)

    with pytest.raises(Incomplete, match="đã chốt"):
        correct(activity, town.reporters[0], on=yesterday)


def test_correct_activity_refuses_who_saw_an_earlier_version(town, activity):
    correct(activity, town.drafter, seen=0, title="Bản của chuyên viên")

    with pytest.raises(Overtaken, match="nội dung: Luật Biên phòng") as refusal:
        correct(activity, town.reporters[0], seen=0, title="Bản của xã")

    assert refusal.value.version == 1
    assert [change.by for change in refusal.value.changes] == [town.drafter]
    assert Activity.objects.get().title == "Bản của chuyên viên"
    correct(activity, town.reporters[0], seen=1, title="Bản của xã")
    assert Activity.objects.get().title == "Bản của xã"


def test_correct_activity_keeps_quantities_that_are_not_asked_any_more(town, activity):
    talk = Kind.objects.get(pk="talk")
    talk.measures.remove("attendances")

    correct(activity, town.reporters[0], title="Khác", quantities={"sessions": 2})

    kept = Quantity.objects.filter(activity=activity).values_list("measure", "amount")
    assert dict(kept) == {"sessions": 2, "attendances": 420}


def test_log_activity_in_closed_days_is_taken_and_marked(town):
    close(town)

    late = make_activity(town.communes[0], town.reporters[0])
    partner_closed = make_activity(town.communes[1], town.reporters[1], together=town.communes[:1])

    assert late.is_after_closing
    assert partner_closed.is_after_closing
    assert history_of(late).get().get_details()["is_after_closing"] is True
    assert not make_activity(town.communes[1], town.reporters[1]).is_after_closing


def test_close_days_once_and_only_by_who_reviews(town):
    closing = close(town)

    assert close(town) == closing
    assert Closing.objects.count() == 1
    assert str(closing).startswith(str(town.communes[0]))
    assert history_of(town.communes[0]).filter(event="close_days").count() == 1
    with pytest.raises(NotAllowed):
        commands.close_days(
            unit=town.communes[0],
            data_from=clock.today(),
            data_to=clock.today(),
            reason="x",
            by=town.reporters[0],
        )


def test_withdraw_activity_leaves_a_tombstone_that_counts_nowhere(town, activity):
    people = Indicator.objects.get(code="3.2")
    days = {"data_from": activity.on, "data_to": activity.on}
    of_unit = {"unit": town.communes[0], "indicator": people}

    commands.withdraw_activity(activity=activity, reason=" ghi hai lần ", by=town.reporters[0])

    gone = Activity.objects.get()
    assert (gone.withdrawn_by, gone.withdrawal_reason) == (town.reporters[0], "ghi hai lần")
    assert gone.is_withdrawn
    values = logged_values(units=town.communes, indicators=[people], **days)
    assert set(values.values()) == {0}
    assert entries_behind(**of_unit, **days) == []
    assert last_activity(town.communes[0]) is None
    assert not journal(town.reporters[0]).exists()
    assert list(journal(town.reporters[0], is_withdrawn=True)) == [gone]
    assert history_of(gone).first().get_details() == {"reason": "ghi hai lần"}


def test_withdraw_activity_of_closed_days_says_so(town, activity):
    close(town)

    commands.withdraw_activity(activity=activity, reason="nhầm", by=town.reporters[0])

    assert history_of(activity).first().get_details()["is_after_closing"] is True


def test_withdraw_activity_refuses_others_no_reason_stamps_and_twice(town, activity):
    def withdraw(by=town.reporters[0], reason="ghi hai lần", **more):
        commands.withdraw_activity(activity=activity, reason=reason, by=by, **more)

    with pytest.raises(NotAllowed):
        withdraw(by=town.reporters[1])
    with pytest.raises(Incomplete, match="Ghi lý do rút lại"):
        withdraw(reason="  ")
    with pytest.raises(Incomplete, match="dấu chỉ độ mật"):
        withdraw(reason="TỐI MẬT\nkế hoạch")
    correct(activity, town.drafter, title="Khác")
    with pytest.raises(Overtaken):
        withdraw(seen=0)
    withdraw(seen=1)
    with pytest.raises(WrongState):
        withdraw()


def test_what_was_taken_back_is_not_corrected_and_takes_no_files(town, activity):
    commands.withdraw_activity(activity=activity, reason="nhầm", by=town.reporters[0])
    by = town.reporters[0]

    with pytest.raises(WrongState):
        correct(activity, by, title="Khác")
    with pytest.raises(WrongState):
        commands.attach_photo(activity=activity, content=make_photo(), name="a.jpg", by=by)
    activity.refresh_from_db()
    with pytest.raises(WrongState):
        commands.attach_file(activity=activity, content=b"chu", name="a.txt", by=by)
