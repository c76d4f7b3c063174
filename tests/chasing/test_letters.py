"""The công văn đôn đốc: real layout, right addressees, a draft that counts once it is issued."""

import datetime as dt
from dataclasses import replace
from uuid import uuid4

import pytest

from haidang.chasing.choosing import RemindedToday
from haidang.chasing.commands import draft_reminder_letter
from haidang.chasing.enums import Channel
from haidang.chasing.letter import LISTED, answered_by
from haidang.chasing.models import Reminder
from haidang.chasing.queries import lacks_of
from haidang.documents import commands as documents
from haidang.documents.models import Document
from haidang.documents.queries import step_due
from haidang.errors import NotAllowed
from haidang.orgs.enums import Role
from haidang.text.checking import check
from haidang.text.stored import from_json
from tests.makers import make_user
from tests.makers.activities import make_adopted_task
from tests.makers.plans import make_adopted
from tests.makers.reporting import make_returned, make_season

pytestmark = pytest.mark.django_db


def drafted(season, units=None, **options):
    units = units or season.authority.communes
    return draft_reminder_letter(units=units, by=season.drafter, **options)


def faults(revision):
    return [(one.rule, one.place, one.found, one.due) for one in check(revision.file.read())]


def test_draft_reminder_letter_names_a_few_units_and_has_no_fault(season):
    revision = drafted(season, season.authority.communes[:2])

    letter = from_json(revision.source)
    assert letter.addressees == ("Ủy ban nhân dân xã Thử 1", "Ủy ban nhân dân xã Thử 2")
    assert letter.header.title == (
        "đôn đốc gửi báo cáo kết quả công tác thông tin đối ngoại năm 2024"
    )
    assert "V/v đôn đốc gửi báo cáo" in revision.text
    assert "chậm nhất 24 giờ ngày 29 tháng 11 năm 2024" in revision.text
    assert letter.appendices == ()
    assert faults(revision) == []


def test_draft_reminder_letter_calls_a_whole_group_by_its_name_and_lists_who_lacks_what(season):
    make_returned(season)

    revision = drafted(season)

    letter = from_json(revision.source)
    assert letter.addressees == ("Ủy ban nhân dân các xã, thị trấn",)
    (table,) = letter.appendices[0].blocks
    assert [row[1:3] for row in table.rows] == [
        ("Ủy ban nhân dân xã Thử 1", "Bổ sung báo cáo năm 2024"),
        ("Ủy ban nhân dân xã Thử 2", "Báo cáo năm 2024"),
        ("Ủy ban nhân dân xã Thử 3", "Báo cáo năm 2024"),
    ]
    assert faults(revision) == []


def test_draft_reminder_letter_to_many_who_are_no_group_points_to_its_list():
    season = make_season(7)

    revision = drafted(season, season.authority.communes[:6])

    assert from_json(revision.source).addressees == (LISTED,)
    assert faults(revision) == []


def test_draft_reminder_letter_cites_the_plan_and_gives_the_late_three_working_days(season, day):
    plan = make_adopted(season.authority)
    units = season.authority.communes[:2]
    make_adopted_task(plan, *units, title="Phát thanh", due_on=day - dt.timedelta(days=3))

    revision = drafted(season, units)

    assert "V/v đôn đốc thực hiện công tác thông tin đối ngoại năm 2024" in revision.text
    assert (
        "Thực hiện Kế hoạch số 7/KH-UBND ngày 12 tháng 10 năm 2023 của Ủy ban nhân dân huyện Thử "
        "về công tác thông tin năm 2024" in revision.text
    )
    assert "chậm nhất hết ngày 28 tháng 11 năm 2024" in revision.text
    assert faults(revision) == []


def test_draft_reminder_letter_is_no_reminder_until_it_is_issued(season, day):
    clerk = make_user(Role.CLERK, unit=season.authority.district)
    edition = drafted(season).edition
    lacks = lacks_of(season.drafter, day)
    assert [one.last_reminded for one in lacks] == [None, None, None]
    assert [one.in_draft.edition for one in lacks] == [edition] * 3

    letter = from_json(edition.revisions.get().source)
    signed = replace(letter, signature=replace(letter.signature, name="Người Ký Mẫu"))
    documents.redraft_document(edition=edition, document=signed, by=season.drafter)
    slip = documents.submit_for_signature(edition=edition, by=season.drafter)
    leader = season.authority.leader
    head = make_user(Role.LEADER, unit=season.authority.office, post="Trưởng phòng")
    for person in (head, clerk, leader):
        documents.agree_step(step=step_due(slip), by=person)
    documents.begin_series(
        unit=season.authority.district, document_type="Công văn", after=211, by=clerk
    )
    documents.issue_document(edition=edition, by=clerk)

    lacks = lacks_of(season.drafter, day)
    assert [one.last_reminded.channel for one in lacks] == [Channel.LETTER] * 3
    assert [one.in_draft for one in lacks] == [None, None, None]


def test_draft_reminder_letter_twice_is_one_letter_or_asks(season):
    batch = uuid4()

    assert drafted(season, batch=batch) == drafted(season, batch=batch)
    with pytest.raises(RemindedToday):
        drafted(season)
    assert Reminder.objects.count() == 3
    assert Document.objects.filter(title__startswith="đôn đốc").count() == 1


def test_draft_reminder_letter_refuses_a_leader_and_others(season):
    for person in (season.authority.leader, season.reporter, season.authority.auditor):
        with pytest.raises(NotAllowed):
            draft_reminder_letter(units=season.authority.communes, by=person)


@pytest.mark.parametrize(
    ("day", "due"), [("2024-11-25", "2024-11-28"), ("2024-11-28", "2024-12-03")]
)
def test_the_late_are_given_three_working_days(day, due):
    assert answered_by(dt.date.fromisoformat(day)) == dt.date.fromisoformat(due)
