"""Making a regime, changing it, renewing it once rounds were opened, and its outline."""

import datetime as dt
from dataclasses import replace

import pytest

from haidang.activities.enums import Aggregation
from haidang.activities.models import Indicator
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.orgs.enums import Role
from haidang.reporting import commands
from haidang.reporting.due import DueRule
from haidang.reporting.models import Line, Regime
from haidang.reporting.ready import PRESS
from haidang.reporting.regime_facts import facts_of
from tests.makers import make_unit, make_user
from tests.makers.levels import make_province
from tests.makers.regimes import make_office

pytestmark = pytest.mark.django_db
DAY = dt.date(2024, 12, 20)


@pytest.fixture
def office():
    return make_office()


def issues(refusal):
    return [issue.name for issue in refusal.value.issues]


def last_event():
    return Entry.objects.order_by("-seq")[0].event


def test_a_regime_keeps_every_field_of_the_decree(office):
    facts = office.facts(
        basis="Quyết định 41/2019",
        through=office.authority.office,
        due=DueRule(day=20, before=True),
        guidance="Ghi đúng sổ.",
    )

    regime = commands.make_regime(facts=facts, by=office.administrator)

    assert facts_of(Regime.objects.get(pk=regime.pk)) == facts
    assert last_event() == "make_regime"


def test_only_an_administrator_makes_a_regime(office):
    with pytest.raises(NotAllowed):
        commands.make_regime(facts=office.facts(), by=office.drafter)


@pytest.mark.parametrize(
    ("said", "issue"),
    [
        ({"name": " "}, "no_name"),
        ({"title": ""}, "no_title"),
        ({"name": "x" * 201}, "long_name"),
        ({"guidance": "Độ mật: TUYỆT MẬT"}, "secrecy_mark"),
        ({"frequency": ""}, "no_frequency"),
        ({"due": DueRule(day=32)}, "due_day"),
        ({"due": DueRule(day=20, after=3)}, "due_twice"),
        ({"due": DueRule(day=20, month=-3)}, "due_month"),
        ({"due": DueRule(day=10)}, "due_inside_days"),
        ({"due": DueRule(day=30, month=1)}, "no_such_day"),
        ({"frequency": "year", "due": DueRule(day=31, month=-1)}, "no_such_day"),
        ({"frequency": "year", "data_to": "02-29"}, "data_to"),
        ({"frequency": "year", "data_to": "31-12"}, "data_to"),
        (
            {
                "frequency": "year",
                "preset": "A",
                "cut_off": "12-01",
                "due": DueRule(day=30, month=-1),
            },
            "cut_off_after_due",
        ),
    ],
)
def test_make_regime_says_what_is_wrong(office, said, issue):
    with pytest.raises(Incomplete) as refusal:
        commands.make_regime(facts=office.facts(**said), by=office.administrator)

    assert issues(refusal) == [issue]


def test_a_regime_names_units_and_an_office_of_its_own_authority(office):
    other = make_unit("huyện Khác", kind="huyen")

    with pytest.raises(Incomplete) as refusal:
        commands.make_regime(
            facts=office.facts(receiver=other, through=office.authority.office), by=None
        )

    assert issues(refusal) == ["reporters_elsewhere", "through_elsewhere"]


def test_a_regime_asks_a_body_outside_and_is_fed_by_the_level_below(office):
    province = make_province(2, 1, sections=(3,))
    fed_by = province.round.regime.fed_by
    said = facts_of(province.round.regime)
    by = make_user(Role.ADMINISTRATOR, unit=province.unit, post="Quản trị")

    def refused(**other):
        facts = replace(said, name="Báo cáo khác", **other)
        with pytest.raises(Incomplete) as refusal:
            commands.make_regime(facts=facts, by=by)
        return issues(refusal)

    assert refused(reviewer=fed_by.receiver) == ["reviewer_inside"]
    assert refused(fed_by=office.make()) == ["fed_from_elsewhere"]
    assert refused(frequency="quarter", due=DueRule()) == ["fed_by_other_periods"]
    guard = make_unit("Đồn Biên phòng", kind="don")
    facts = replace(said, name="Báo cáo khác", reviewer=guard)
    assert commands.make_regime(facts=facts, by=by).fed_by == fed_by


def test_two_regimes_of_one_name_are_refused(office):
    office.make()

    with pytest.raises(Incomplete) as refusal:
        office.make()

    assert issues(refusal) == ["same_name"]


def test_a_regime_is_edited_until_a_round_binds_it(office):
    regime = office.make()
    edit = {"regime": regime, "by": office.administrator}
    commands.edit_regime(facts=office.facts(frequency="quarter"), **edit)
    commands.open_round(regime=regime, year=2024, ordinal=4, due_on=DAY, by=office.drafter)

    commands.edit_regime(facts=office.facts(frequency="quarter", guidance="Mới"), **edit)
    with pytest.raises(WrongState, match="phiên bản mới"):
        commands.edit_regime(facts=office.facts(), **edit)

    regime.refresh_from_db()
    assert (regime.guidance, regime.frequency) == ("Mới", "quarter")


def test_edit_regime_refuses_who_may_not_and_what_is_wrong_and_writes_no_empty_change(office):
    regime = office.make()
    before = Entry.objects.count()

    commands.edit_regime(regime=regime, facts=office.facts(), by=office.administrator)
    assert Entry.objects.count() == before
    with pytest.raises(NotAllowed):
        commands.edit_regime(regime=regime, facts=office.facts(), by=office.drafter)
    with pytest.raises(Incomplete):
        commands.edit_regime(regime=regime, facts=office.facts(name=""), by=office.administrator)


def test_revise_regime_renews_an_outline_that_was_asked_by(office):
    regime = office.make()
    commands.open_round(regime=regime, year=2024, ordinal=11, due_on=DAY, by=office.drafter)
    section = regime.sections.get(ordinal=1)
    with pytest.raises(WrongState, match="phiên bản mới"):
        commands.drop_section(section=section, by=office.administrator)

    new = commands.revise_regime(regime=regime, by=office.administrator)

    lines = list(Line.objects.filter(section__regime=new).values_list("indicator__code", flat=True))
    assert (new.replaces, lines) == (regime, ["1.1", "1.2"])
    assert list(Regime.objects.in_use()) == [new]
    commands.drop_section(section=new.sections.get(ordinal=1), by=office.administrator)
    assert [row.ordinal for row in new.sections.all()] == [1]
    assert regime.sections.count() == 2


def test_retire_regime_opens_nothing_more(office):
    regime = office.make()
    opening = {"year": 2024, "due_on": DAY, "by": office.drafter}
    commands.open_round(regime=regime, ordinal=11, **opening)
    new = commands.revise_regime(regime=regime, by=office.administrator)
    with pytest.raises(WrongState, match="phiên bản mới"):
        commands.open_round(regime=regime, ordinal=12, **opening)
    with pytest.raises(WrongState, match="đã mở"):
        commands.open_round(regime=new, ordinal=11, **opening)

    commands.retire_regime(regime=new, reason="Hết hiệu lực", by=office.administrator)

    with pytest.raises(WrongState, match="thôi dùng"):
        commands.open_round(regime=new, ordinal=12, **opening)
    for again in (commands.revise_regime,):
        with pytest.raises(WrongState, match="thôi dùng"):
            again(regime=new, by=office.administrator)


def test_revising_needs_a_round_and_retiring_a_reason(office):
    regime = office.make()

    with pytest.raises(WrongState, match="sửa thẳng"):
        commands.revise_regime(regime=regime, by=office.administrator)
    for reason, issue in (("", "no_reason"), ("x" * 301, "long_reason")):
        with pytest.raises(Incomplete) as refusal:
            commands.retire_regime(regime=regime, reason=reason, by=office.administrator)
        assert issues(refusal) == [issue]


def test_the_press_regime_has_the_six_indicators_of_the_decree(office):
    given = {"receiver": office.authority.district, "reporters": office.authority.group}

    regime = commands.load_regime(**given, ready=PRESS)

    asked = Indicator.objects.filter(
        pk__in=Line.objects.filter(section__regime=regime).values("indicator")
    )
    ratios = asked.filter(aggregation=Aggregation.RATIO)
    assert {row.code.split(".")[1] for row in asked} == set("123456")
    assert sorted(row.code for row in ratios) == ["244.3", "244.4", "244.5", "244.6"]
    assert all(row.numerator.part_of == row.denominator for row in ratios)
    assert not asked.filter(kinds__isnull=False).exists()
    assert [row.title for row in regime.sections.all()][-2:] == [
        "Khó khăn, vướng mắc",
        "Đề xuất, kiến nghị",
    ]
    assert commands.load_regime(**given, ready=PRESS) == regime


def test_the_press_round_counts_to_14_12_and_is_sent_before_20_12(office):
    given = {"receiver": office.authority.district, "reporters": office.authority.group}
    regime = commands.load_regime(**given, ready=PRESS)

    round = commands.open_round(regime=regime, year=2026, by=office.drafter)

    assert (round.data_from, round.data_to) == (dt.date(2025, 12, 15), dt.date(2026, 12, 14))
    assert (round.due_on, round.has_estimate) == (dt.date(2026, 12, 19), False)
    assert round.due_phrase == "trước ngày 20 tháng 12 năm 2026"
