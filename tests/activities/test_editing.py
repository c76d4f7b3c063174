"""The catalogue is data: added, renamed, reordered, retired; no meaning changes unnoticed."""

from dataclasses import replace

import pytest

from haidang import clock
from haidang.activities import commands
from haidang.activities.catalogue import KindSeed, MeasureSeed
from haidang.activities.catalogue_facts import IndicatorFacts, facts_of
from haidang.activities.models import Indicator, Kind, Measure
from haidang.activities.queries import logged_values
from haidang.errors import Incomplete, NotAllowed
from haidang.ledger.queries import history_of
from haidang.orgs.enums import Role
from tests.makers import make_authority, make_user
from tests.makers.activities import make_activity

pytestmark = pytest.mark.django_db

CAR = MeasureSeed("", "Số lượt xe", "lượt xe", 2)


@pytest.fixture
def town():
    commands.load_catalogue()
    return make_authority(communes=1)


@pytest.fixture
def admin(town):
    return make_user(Role.ADMINISTRATOR, unit=town.office)


def issues_of(act, **given):
    with pytest.raises(Incomplete) as refusal:
        act(**given)
    return {issue.name: issue.message for issue in refusal.value.issues}


def test_save_measure_adds_and_renames(admin):
    made = commands.save_measure(facts=CAR, by=admin)

    assert (made.code, made.position) == ("so-luot-xe", 24)
    assert commands.save_measure(facts=CAR, by=admin).code == "so-luot-xe-2"
    renamed = replace(facts_of(made), name="Lượt  xe")
    assert commands.save_measure(facts=renamed, measure=made, by=admin).name == "Lượt xe"
    entry = history_of(made).first()
    assert entry.event == "save_measure"
    assert entry.get_details()["changes"] == {"name": ["Số lượt xe", "Lượt xe"]}


def test_save_measure_keeps_the_unit_of_what_was_counted(town, admin):
    make_activity(town.communes[0], kind="radio")
    minutes = Measure.objects.get(code="minutes")
    hours = replace(facts_of(minutes), unit_name="giờ")

    told = issues_of(commands.save_measure, facts=hours, measure=minutes, by=admin)

    assert "Đã ghi 1 lần bằng “phút”" in told["unit_changes"]


def test_save_kind_adds_one_that_is_logged_at_once(town, admin):
    facts = KindSeed("", "Xe hoa", "globe", ("events", "attendances"), "Xe hoa ngày hội")

    kind = commands.save_kind(facts=facts, by=admin)

    assert facts_of(kind) == replace(facts, code="xe-hoa", measures=facts.measures)
    assert make_activity(town.communes[0], kind="xe-hoa").kind == kind
    unknown = replace(facts, measures=("khong-co",))
    assert "measures" in issues_of(commands.save_kind, facts=unknown, by=admin)


def test_save_kind_may_ask_for_less_and_old_entries_stay(town, admin):
    old = make_activity(town.communes[0], kind="radio")
    radio = Kind.objects.get(pk="radio")
    Indicator.objects.filter(measure="sessions", kinds=radio).update(is_retired=True)

    commands.save_kind(facts=replace(facts_of(radio), measures=("minutes",)), kind=radio, by=admin)

    assert old.quantities.count() == 2
    later = make_activity(town.communes[0], kind="radio")
    assert [q.measure_id for q in later.quantities.all()] == ["minutes"]


def test_save_kind_keeps_what_an_indicator_in_use_adds_up(town, admin):
    radio = Kind.objects.get(pk="radio")
    less = replace(facts_of(radio), measures=("sessions",))

    told = issues_of(commands.save_kind, facts=less, kind=radio, by=admin)

    assert "Chỉ tiêu “1.2 Giờ phát thanh” cộng “Tổng thời lượng" in told["summed"]
    Indicator.objects.filter(measure="minutes").update(is_retired=True)
    assert list(commands.save_kind(facts=less, kind=radio, by=admin).measures.all()) == [
        Measure.objects.get(code="sessions")
    ]


def test_save_indicator_adds_one_that_counts_at_once(town, admin):
    facts = IndicatorFacts("13.1", "Số việc", "việc", "13. Khác", ("radio", "talk"))
    made = make_activity(town.communes[0], kind="radio")

    indicator = commands.save_indicator(facts=facts, by=admin)

    day = {"data_from": made.on, "data_to": made.on}
    values = logged_values(units=town.communes, indicators=[indicator], **day)
    assert list(values.values()) == [1]


def test_save_indicator_says_what_is_wrong(admin):
    wrong = IndicatorFacts("x1", "", "", "", (), divisor=0)
    taken = IndicatorFacts("1.1", "Khác", "buổi", "1. Phát thanh", ("radio",), "attendances")

    assert set(issues_of(commands.save_indicator, facts=wrong, by=admin)) == {
        "no_name",
        "code",
        "unit_name",
        "group",
        "divisor",
        "no_kinds",
    }
    told = issues_of(commands.save_indicator, facts=taken, by=admin)
    assert set(told) == {"code_taken", "not_asked"}
    assert "Loại “Phát thanh” không hỏi số lượng này" in told["not_asked"]


def test_save_indicator_does_not_change_a_meaning_unnoticed(town, admin):
    make_activity(town.communes[0], kind="radio", quantities={"sessions": 3, "minutes": 45})
    radio = Indicator.objects.get(code="1.1")
    both = {"facts": replace(facts_of(radio), kinds=("talk",)), "indicator": radio, "by": admin}

    told = issues_of(commands.save_indicator, **both)
    assert f"năm {clock.today().year}: 3 buổi → 0" in told["new_meaning"]
    assert facts_of(Indicator.objects.get(code="1.1")).kinds == ("radio",)

    changed = commands.save_indicator(**both, understood=True)

    assert facts_of(changed).kinds == ("talk",)
    details = history_of(changed).first().get_details()
    assert details["changes"] == {"kinds": ["radio", "talk"]}
    assert details["effects"] == [[str(clock.today().year), "3 buổi", "0"]]


def test_save_indicator_tells_another_unit_of_the_same_number(town, admin):
    make_activity(town.communes[0], kind="radio", quantities={"sessions": 3, "minutes": 60})
    hours = Indicator.objects.get(code="1.2")

    told = issues_of(
        commands.save_indicator,
        facts=replace(facts_of(hours), unit_name="tiếng"),
        indicator=hours,
        by=admin,
    )

    assert "1 giờ → 1 tiếng" in told["new_meaning"]
    commands.save_indicator(
        facts=replace(facts_of(hours), name="Số giờ phát"), indicator=hours, by=admin
    )
    assert Indicator.objects.get(code="1.2").name == "Số giờ phát"


def test_retire_row_takes_it_from_the_form_and_keeps_what_was_logged(town, admin):
    made = make_activity(town.communes[0], kind="radio")
    radio = Kind.objects.get(pk="radio")

    commands.retire_row(row=radio, by=admin)

    assert radio not in Kind.objects.in_use()
    assert made.kind == radio
    commands.load_catalogue()
    assert Kind.objects.get(pk="radio").is_retired
    assert history_of(radio).first().event == "retire_row"


def test_retire_row_refuses_what_others_rest_on_and_the_last_kind(admin):
    minutes = Measure.objects.get(code="minutes")

    told = issues_of(commands.retire_row, row=minutes, by=admin)

    assert "“Phát thanh”" in told["in_use"]
    Kind.objects.exclude(pk="radio").update(is_retired=True)
    assert "last_kind" in issues_of(commands.retire_row, row=Kind.objects.get(pk="radio"), by=admin)


def test_restore_row_offers_it_again(admin):
    board = commands.retire_row(row=Kind.objects.get(pk="board"), by=admin)

    assert not commands.restore_row(row=board, by=admin).is_retired
    assert board in Kind.objects.in_use()


def test_move_row_changes_places_with_its_neighbour(admin):
    first, second = Kind.objects.all()[:2]

    commands.move_row(row=second, up=True, by=admin)
    assert list(Kind.objects.all()[:2]) == [second, first]
    commands.move_row(row=second, up=True, by=admin)
    assert Kind.objects.first() == second
    commands.move_row(row=second, up=False, by=admin)
    assert list(Kind.objects.all()[:2]) == [first, second]


def test_the_catalogue_is_closed_to_all_but_the_administrator(town):
    row = Kind.objects.get(pk="board")

    for person in (town.drafter, town.auditor, town.reporters[0]):
        with pytest.raises(NotAllowed):
            commands.retire_row(row=row, by=person)
        with pytest.raises(NotAllowed):
            commands.move_row(row=row, up=True, by=person)
        with pytest.raises(NotAllowed):
            commands.save_measure(facts=CAR, by=person)


def test_saving_without_a_change_says_so(admin):
    board = Kind.objects.get(pk="board")

    told = issues_of(commands.save_kind, facts=facts_of(board), kind=board, by=admin)

    assert "nothing_changed" in told
