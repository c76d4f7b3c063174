import datetime as dt
from dataclasses import replace
from uuid import uuid4

import pytest

from haidang import clock
from haidang.activities import commands
from haidang.activities.facts import facts_of
from haidang.activities.models import Activity, Indicator, Kind, Quantity
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.ledger.queries import history_of
from haidang.orgs.commands import replace_units
from haidang.orgs.enums import Change, Role
from haidang.plans.enums import TaskKind, TaskStatus
from tests.makers import make_authority, make_unit, make_user
from tests.makers.activities import make_activity, make_adopted_plan, make_adopted_task

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return make_authority(communes=2)


def refused(**fields):
    with pytest.raises(Incomplete) as refusal:
        make_activity(**fields)
    assert not Activity.objects.exists()
    assert not Entry.objects.filter(event="log_activity").exists()
    return {issue.field: issue.message for issue in refusal.value.issues}


def test_log_activity_keeps_what_was_said_and_records_it(town):
    unit, reporter = town.communes[0], town.reporters[0]
    task = make_adopted_task(make_adopted_plan(town.district, town.drafter), unit)

    activity = make_activity(
        unit,
        reporter,
        title="  Luật  Biên phòng\n tại ấp ",
        quantities={"sessions": 1, "attendances": 64},
        language="km",
        task=task,
        link="https://caungang.example.vn/tin/1",
    )

    assert activity.title == "Luật Biên phòng tại ấp"
    assert activity.logged_by == reporter
    assert not activity.is_on_behalf
    kept = Quantity.objects.filter(activity=activity).values_list("measure", "amount")
    assert dict(kept) == {"sessions": 1, "attendances": 64}
    (entry,) = history_of(activity)
    assert (entry.event, entry.by) == ("log_activity", reporter)
    assert entry.get_details() == {
        "unit": str(unit),
        "kind": "Tuyên truyền trực tiếp",
        "title": "Luật Biên phòng tại ấp",
        "on": clock.today().isoformat(),
        "language": "tiếng Khmer",
        "task": str(task),
        "link": "https://caungang.example.vn/tin/1",
        "sessions": 1,
        "attendances": 64,
    }


def test_log_activity_twice_with_one_identifier_is_one_activity(town):
    unit, reporter, identifier = town.communes[0], town.reporters[0], uuid4()

    first = make_activity(unit, reporter, id=identifier, title="lần đầu")
    again = make_activity(unit, reporter, id=identifier, title="")

    assert again == first
    assert again.title == "lần đầu"
    assert Activity.objects.count() == 1
    assert Quantity.objects.count() == 2
    assert Entry.objects.filter(event="log_activity").count() == 1


def test_log_activity_refuses_an_identifier_of_another_unit(town):
    logged = make_activity(town.communes[0], town.reporters[0])

    with pytest.raises(WrongState):
        make_activity(town.communes[1], town.reporters[1], id=logged.pk)

    assert Activity.objects.count() == 1


@pytest.mark.parametrize("role", [Role.REPORTER, Role.EDITOR, Role.CONFIDENTIALITY_OFFICER])
def test_log_activity_lets_people_log_for_their_own_unit(role):
    unit = make_unit("Đồn Biên phòng", kind="phong")

    assert make_activity(unit, make_user(role, unit=unit)).unit == unit


def test_log_activity_lets_the_drafter_enter_on_behalf_of_a_unit_below(town):
    activity = make_activity(town.communes[0], town.drafter)

    assert activity.is_on_behalf
    assert (activity.unit, activity.logged_by.unit) == (town.communes[0], town.office)


def test_log_activity_refuses_everybody_else(town):
    unit = town.communes[0]
    elsewhere = make_unit("Phòng của huyện khác", kind="phong")
    both = make_user(Role.AUDITOR, Role.REPORTER, Role.DRAFTER, unit=unit)
    others = [
        town.auditor,
        town.leader,
        town.reporters[1],
        both,
        make_user(Role.DRAFTER, unit=elsewhere),
        make_user(unit=unit),
    ]

    for person in others:
        with pytest.raises(NotAllowed):
            make_activity(unit, person)

    assert not Activity.objects.exists()


def test_log_activity_says_of_each_quantity_what_is_wrong(town):
    issues = refused(unit=town.communes[0], quantities={"sessions": -1})

    assert issues == {
        "quantity_sessions": "Số buổi phải là số nguyên, ví dụ 1.",
        "quantity_attendances": "Số lượt người phải là số nguyên, ví dụ 85.",
    }


def test_log_activity_refuses_amounts_that_cannot_be(town):
    unit = town.communes[0]

    assert refused(unit=unit, quantities={"sessions": 1, "attendances": 1_000_000}) == {
        "quantity_attendances": "Số lượt người lớn hơn 100.000 lượt người: hãy xem lại, "
        "hoặc chia thành nhiều hoạt động."
    }
    assert refused(unit=unit, quantities={"sessions": 0, "attendances": 0}) == {
        "quantity_sessions": "Ghi ít nhất một số lượng lớn hơn 0."
    }
    assert refused(unit=unit, quantities={"sessions": 1, "attendances": 2, "sheets": 3}) == {
        "kind": "Loại “Tuyên truyền trực tiếp” không ghi số lượng này: sheets."
    }


def test_log_activity_refuses_days_that_are_not_over_or_too_long_ago(town):
    unit, today = town.communes[0], clock.today()

    tomorrow = today + dt.timedelta(days=1)
    assert "chưa tới" in refused(unit=unit, on=tomorrow)["on"]
    assert "Chỉ ghi được việc từ" in refused(unit=unit, on=dt.date(today.year - 2, 12, 31))["on"]
    assert make_activity(unit, on=dt.date(today.year - 1, 1, 1))


def test_log_activity_refuses_days_after_the_unit_ended(town):
    old, today = town.communes[0], clock.today()
    replace_units(
        predecessors=[old], successors=[town.communes[1]], on=today, how=Change.MERGE, by=None
    )

    assert "đã kết thúc ngày" in refused(unit=old)["on"]
    assert make_activity(old, on=today - dt.timedelta(days=1))


@pytest.mark.parametrize("title", ["", " \n\t ", "x" * 301, "a" * 100_000])
def test_log_activity_refuses_no_words_and_too_many(town, title):
    assert list(refused(unit=town.communes[0], title=title)) == ["title"]


def test_log_activity_keeps_khmer_with_zero_width_spaces_and_emoji(town):
    title = "ផ្សាយ\u200bវិទ្យុ 🎉"

    assert make_activity(town.communes[0], title=title + "\x00").title == title


def test_log_activity_refuses_a_title_with_a_secrecy_stamp(town):
    issues = refused(unit=town.communes[0], title="TỐI MẬT\nKế hoạch phối hợp")

    assert "dấu chỉ độ mật" in issues["title"]
    assert make_activity(town.communes[0], title="Nói chuyện về bảo mật thông tin")


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "ftp://a.vn/1", "abc", "https://a.vn/" + "x" * 300]
)
def test_log_activity_refuses_what_is_no_web_address(town, link):
    assert list(refused(unit=town.communes[0], link=link)) == ["link"]


def test_log_activity_refuses_an_unknown_language(town):
    assert list(refused(unit=town.communes[0], language="xx")) == ["language"]


def test_log_activity_refuses_a_task_of_others(town):
    plan = make_adopted_plan(town.district, town.drafter)
    others = make_adopted_task(plan, town.communes[1])
    direction = make_adopted_task(plan, kind=TaskKind.DIRECTION, title="Hướng chung")
    dropped = make_adopted_task(plan, kind=TaskKind.DIRECTION)
    dropped.status, dropped.refusal_reason = TaskStatus.REFUSED, "trùng"
    dropped.save(update_fields=["status", "refusal_reason"])

    for task in (others, dropped):
        assert "không giao cho" in refused(unit=town.communes[0], task=task)["task"]
    assert make_activity(town.communes[0], task=direction).task == direction


def test_correct_activity_keeps_both_values_in_the_ledger(town):
    activity = make_activity(
        town.communes[0], town.reporters[0], quantities={"sessions": 1, "attendances": 420}
    )
    facts = replace(facts_of(activity), quantities={"sessions": 1, "attendances": 412})

    commands.correct_activity(activity=activity, facts=facts, by=town.reporters[0])

    assert facts_of(Activity.objects.get()).quantities == {"sessions": 1, "attendances": 412}
    entry = history_of(activity).first()
    assert (entry.event, entry.get_details()) == (
        "correct_activity",
        {"changes": {"attendances": [420, 412]}},
    )


def test_correct_activity_may_change_the_kind_and_its_quantities(town):
    activity = make_activity(town.communes[0], town.reporters[0])
    facts = replace(
        facts_of(activity),
        kind=Kind.objects.get(pk="radio"),
        title="Bài 3",
        quantities={"sessions": 2, "minutes": 30},
    )

    changed = commands.correct_activity(activity=activity, facts=facts, by=town.drafter)

    assert facts_of(Activity.objects.get()) == facts
    assert changed.logged_by == town.reporters[0]
    assert history_of(activity).first().get_details()["changes"] == {
        "kind": ["Tuyên truyền trực tiếp", "Phát thanh"],
        "title": ["Luật Biên phòng, tại ấp", "Bài 3"],
        "sessions": [1, 2],
        "attendances": [85, ""],
        "minutes": ["", 30],
    }


def test_correct_activity_refuses_others_wrong_facts_and_no_change(town):
    activity = make_activity(town.communes[0], town.reporters[0])
    facts = facts_of(activity)

    with pytest.raises(NotAllowed):
        commands.correct_activity(activity=activity, facts=facts, by=town.reporters[1])
    with pytest.raises(NotAllowed):
        commands.correct_activity(activity=activity, facts=facts, by=town.auditor)
    with pytest.raises(Incomplete, match="Chưa có gì thay đổi"):
        commands.correct_activity(activity=activity, facts=facts, by=town.reporters[0])
    with pytest.raises(Incomplete, match="Ghi nội dung"):
        commands.correct_activity(
            activity=activity, facts=replace(facts, title=" "), by=town.reporters[0]
        )

    assert facts_of(Activity.objects.get()) == facts
    assert history_of(activity).count() == 1


def test_receipt_is_short_and_always_the_same(town):
    activity = make_activity(town.communes[0])

    assert len(activity.receipt) == 6
    assert activity.receipt == Activity.objects.get().receipt
    assert not set(activity.receipt) & set("ILOU")


def test_rows_say_what_they_are(town):
    activity = make_activity(town.communes[0], quantities={"sessions": 1, "attendances": 64})

    rows = [activity, activity.kind, *activity.quantities.all()]

    assert [str(row) for row in rows] == [
        "Luật Biên phòng, tại ấp",
        "Tuyên truyền trực tiếp",
        "1 buổi",
        "64 lượt người",
    ]
    assert str(rows[2].measure) == "Số buổi (buổi)"
    assert str(Indicator.objects.get(code="3.2")) == "3.2 Lượt người dự"


def test_visible_to_keeps_units_of_the_authority_and_ones_own(town):
    mine, other = make_activity(town.communes[0]), make_activity(town.communes[1])

    def seen(user):
        return set(Activity.objects.visible_to(user))

    assert seen(town.reporters[0]) == {mine}
    assert seen(town.drafter) == seen(town.leader) == seen(town.auditor) == {mine, other}
    nobody = make_user(Role.REPORTER)
    assert seen(nobody) == set()
    nobody.unit = None
    assert seen(nobody) == set()
