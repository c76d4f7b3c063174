"""Each command of the occasions room: the act, and each refusal."""

import datetime as dt

import pytest

from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.occasions import commands, queries
from haidang.occasions.enums import Calendar, Kind, Step
from haidang.occasions.models import Confirmation, Feed
from haidang.occasions.overtaken import Overtaken
from haidang.orgs.enums import Role
from tests.makers import make_authority, make_user
from tests.makers.occasions import load, make_occasion, occasion

pytestmark = [pytest.mark.promise("N24"), pytest.mark.django_db]
RACE = dt.date(2024, 11, 14)


@pytest.fixture
def authority():
    load()
    return make_authority(1)


def confirm(by, **given):
    asked = {"occasion": occasion("ok-om-bok"), "year": 2024, "on": RACE, "by": by} | given
    return commands.confirm_day(**asked)


def issues(refused):
    return [issue.name for issue in refused.value.issues]


def test_confirm_day_writes_down_what_was_announced(authority):
    said = confirm(authority.drafter, until=dt.date(2024, 11, 15), source="Công văn của tỉnh")

    assert (said.on, said.until, said.version) == (RACE, dt.date(2024, 11, 15), 1)
    assert said.authority == authority.district
    entry = Entry.objects.get(event="confirm_day")
    assert entry.get_details()["source"] == "Công văn của tỉnh"


def test_confirm_day_refuses_the_second_of_two_people(authority):
    confirm(authority.drafter)

    with pytest.raises(Overtaken, match=r"Chuyên viên.* vừa xác nhận.*14/11/2024") as refused:
        confirm(authority.leader, on=dt.date(2024, 11, 15))

    assert refused.value.standing.on == RACE
    assert Confirmation.objects.get().on == RACE


def test_confirm_day_may_be_done_again_by_who_saw_it(authority):
    first = confirm(authority.drafter)
    again = confirm(authority.leader, on=dt.date(2024, 11, 15), seen=first.version)

    assert (Confirmation.objects.count(), again.version, again.on.day) == (1, 2, 15)
    with pytest.raises(Overtaken, match="Bạn vừa xác nhận ở trang khác"):
        confirm(authority.leader, seen=first.version)


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({"on": dt.date(2025, 11, 5)}, "other_year"),
        ({"until": dt.date(2024, 11, 1)}, "ends_before"),
        ({"until": dt.date(2024, 12, 30)}, "length"),
        ({"source": "x" * 201}, "long_words"),
        ({"source": "TỐI MẬT"}, "secrecy_mark"),
        ({"year": 1850, "on": dt.date(1850, 1, 1)}, "year"),
    ],
)
def test_confirm_day_refuses_what_cannot_be(authority, given, name):
    with pytest.raises(Incomplete) as refused:
        confirm(authority.drafter, **given)

    assert issues(refused) == [name]


def test_confirm_day_refuses_what_needs_no_confirming_and_who_does_not_keep(authority):
    with pytest.raises(WrongState):
        confirm(authority.drafter, occasion=occasion("quoc-khanh"))
    clerk = make_user(Role.CLERK, unit=authority.district)
    for stranger in (authority.auditor, clerk):
        with pytest.raises(NotAllowed):
            confirm(stranger)


def test_add_occasion_adds_a_day_of_the_authority(authority):
    made = make_occasion(authority.drafter, " Lễ hội Nghinh Ông ", calendar=Calendar.LUNAR)

    assert (made.owner, made.name, made.kind) == (
        authority.district,
        "Lễ hội Nghinh Ông",
        Kind.OWN,
    )
    mine = make_occasion(authority.drafter, "Ngày thành lập Phòng", for_unit=True)
    assert mine.owner == authority.office
    assert mine in [day.occasion for day in queries.year_of(authority.district, 2024)]


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({"name": " "}, "no_name"),
        ({"name": "x" * 201}, "long_words"),
        ({"name": "TUYỆT MẬT"}, "secrecy_mark"),
        ({"month": 13}, "no_month"),
        ({"month": 2, "day": 30}, "no_day"),
        ({"month": 2, "day": 31, "calendar": Calendar.LUNAR}, "no_day"),
        ({"calendar": Calendar.ONCE}, "no_day"),
        ({"calendar": Calendar.ONCE, "on": dt.date(2150, 1, 1)}, "year"),
        ({"length": 0}, "length"),
        ({"since_year": 3000}, "since"),
        ({"lead_days": 400}, "lead"),
    ],
)
def test_add_occasion_refuses_what_no_year_has(authority, given, name):
    with pytest.raises(Incomplete) as refused:
        make_occasion(authority.drafter, **given)

    assert issues(refused) == [name]


def test_add_occasion_refuses_who_does_not_keep_the_calendar(authority):
    with pytest.raises(NotAllowed):
        make_occasion(authority.auditor)


def test_change_occasion_is_for_its_keepers_and_the_administrator(authority):
    own = make_occasion(authority.drafter)
    administrator = make_user(Role.ADMINISTRATOR, unit=authority.district)

    commands.change_occasion(occasion=own, name="Tên mới", by=authority.leader)
    commands.change_occasion(occasion=occasion("asean"), lead_days=30, by=administrator)

    assert occasion("asean").lead_days == 30
    own.refresh_from_db()
    assert own.name == "Tên mới"
    entry = Entry.objects.filter(event="change_occasion").first()
    assert entry.get_details() == {"name": ["Ngày hội Thử", "Tên mới"]}
    with pytest.raises(NotAllowed):
        commands.change_occasion(occasion=occasion("asean"), name="x", by=authority.drafter)
    with pytest.raises(Incomplete):
        commands.change_occasion(occasion=own, month=0, by=authority.drafter)


def test_retire_occasion_takes_it_out_of_every_calendar(authority):
    own = make_occasion(authority.drafter)

    commands.retire_occasion(occasion=own, by=authority.drafter)

    assert own not in [day.occasion for day in queries.year_of(authority.district, 2024)]
    with pytest.raises(NotAllowed):
        commands.retire_occasion(occasion=occasion("asean"), by=authority.drafter)


def test_hide_occasion_and_show_occasion_bring_it_away_and_back(authority):
    asean = occasion("asean")
    commands.hide_occasion(occasion=asean, by=authority.drafter)
    commands.show_occasion(occasion=asean, by=authority.leader)

    assert queries.hidden_of(authority.district) == []
    for act in (commands.hide_occasion, commands.show_occasion):
        with pytest.raises(NotAllowed):
            act(occasion=asean, by=authority.auditor)


def test_show_occasion_leaves_what_else_was_chosen(authority):
    asean = occasion("asean")
    commands.set_lead(occasion=asean, days=7, by=authority.drafter)
    choice = commands.show_occasion(occasion=asean, by=authority.drafter)

    assert choice.lead_days == 7


@pytest.mark.parametrize("days", [-1, 366])
def test_set_lead_refuses_less_than_none_and_more_than_a_year(authority, days):
    with pytest.raises(Incomplete) as refused:
        commands.set_lead(occasion=occasion("asean"), days=days, by=authority.drafter)

    assert issues(refused) == ["lead"]


def test_set_threshold_refuses_who_does_not_keep_the_calendar(authority):
    commands.set_threshold(step=Step.TEN, by=authority.leader)

    with pytest.raises(NotAllowed):
        commands.set_threshold(step=Step.EVERY, by=authority.auditor)
    assert queries.step_of(authority.district) == Step.TEN


def test_open_feed_tells_the_token_once_and_keeps_its_hash(authority):
    feed, token = commands.open_feed(by=authority.drafter)

    assert token not in feed.token_hash
    assert queries.feed_of(token) == feed
    assert queries.feed_of(token[:-1]) is None
    assert token not in "".join(Entry.objects.values_list("details", flat=True))


def test_open_feed_for_a_unit_is_seen_by_all_of_it(authority):
    feed, _ = commands.open_feed(by=authority.drafter, for_unit=True)
    colleague = make_user(Role.DRAFTER, unit=authority.office)

    assert list(queries.feeds_of(colleague)) == [feed]
    assert list(queries.feeds_of(authority.leader)) == []


def test_open_feed_refuses_too_many_and_who_may_not(authority):
    for _ in range(5):
        commands.open_feed(by=authority.drafter)

    with pytest.raises(Incomplete) as refused:
        commands.open_feed(by=authority.drafter)

    assert issues(refused) == ["many_feeds"]
    with pytest.raises(NotAllowed):
        commands.open_feed(by=authority.auditor)
    assert Feed.objects.count() == 5


def test_revoke_feed_closes_it_for_good(authority):
    feed, token = commands.open_feed(by=authority.drafter)
    with pytest.raises(NotAllowed):
        commands.revoke_feed(feed=feed, by=authority.leader)

    commands.revoke_feed(feed=feed, by=authority.drafter)

    assert queries.feed_of(token).revoked_at is not None
    assert list(queries.feeds_of(authority.drafter)) == []
    with pytest.raises(WrongState):
        commands.revoke_feed(feed=feed, by=authority.drafter)


def test_revoke_feed_of_a_unit_is_for_the_unit(authority):
    feed, _ = commands.open_feed(by=authority.drafter, for_unit=True)

    with pytest.raises(NotAllowed):
        commands.revoke_feed(feed=feed, by=authority.leader)
    revoked = commands.revoke_feed(feed=feed, by=make_user(Role.DRAFTER, unit=authority.office))
    assert revoked.revoked_by != authority.drafter
