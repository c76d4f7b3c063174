"""The outline of a regime: each act on it, and what each refuses."""

import datetime as dt

import pytest

from haidang.activities.models import Indicator
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.reporting import commands
from haidang.reporting.proposed import Proposal, ProposedLine, ProposedSection
from tests.makers.regimes import make_office

pytestmark = pytest.mark.django_db
DAY = dt.date(2024, 12, 20)


@pytest.fixture
def office():
    return make_office()


@pytest.fixture
def regime(office):
    return office.make()


@pytest.fixture
def figures(regime):
    return regime.sections.get(kind="figures")


@pytest.fixture
def prose(regime):
    return regime.sections.get(kind="prose")


def refused(act, by, **given):
    with pytest.raises(Incomplete) as refusal:
        act(**given, by=by)
    return [issue.name for issue in refusal.value.issues]


def titles(regime):
    return [row.title for row in regime.sections.all()]


def codes(section):
    return [row.indicator.code for row in section.lines.all()]


def test_add_section_stands_at_the_end(office, regime):
    commands.add_section(regime=regime, title=" Đề  xuất ", kind="prose", by=office.administrator)

    assert titles(regime) == ["Phát thanh", "Khó khăn", "Đề xuất"]


@pytest.mark.parametrize(
    ("said", "issue"),
    [
        ({"title": "", "kind": "figures"}, "section_title"),
        ({"title": "x" * 101, "kind": "figures"}, "section_title"),
        ({"title": "x", "kind": "y"}, "section_kind"),
        ({"title": "Độ mật: TUYỆT MẬT", "kind": "prose"}, "secrecy_mark"),
    ],
)
def test_add_section_says_what_is_wrong(office, regime, said, issue):
    assert refused(commands.add_section, office.administrator, regime=regime, **said) == [issue]


def test_add_section_keeps_to_the_content_that_a_regime_asks_for(office):
    regime = office.make(content_kind="figures", outline=False)
    given = {"regime": regime, "title": "Lời", "kind": "prose"}

    assert refused(commands.add_section, office.administrator, **given) == ["section_kind"]


def test_edit_section_changes_its_words(office, regime, figures):
    given = {"section": figures, "by": office.administrator}
    commands.edit_section(**given, title="Phát thanh, loa", opening="Đã phát")

    assert titles(regime) == ["Phát thanh, loa", "Khó khăn"]
    by = office.administrator
    wrong = {"hint": "long_hint", "opening": "long_opening"}
    for name, issue in wrong.items():
        said = {"section": figures, "title": "x", name: "h" * 301}
        assert refused(commands.edit_section, by, **said) == [issue]


def test_drop_section_moves_the_others_up(office, regime, figures):
    commands.drop_section(section=figures, by=office.administrator)

    assert [(row.ordinal, row.title) for row in regime.sections.all()] == [(1, "Khó khăn")]


def test_move_section_stays_inside_the_outline(office, regime, prose):
    for _ in range(2):
        commands.move_section(section=prose, up=True, by=office.administrator)

    assert titles(regime) == ["Khó khăn", "Phát thanh"]
    commands.move_section(section=prose, up=False, by=office.administrator)
    assert titles(regime) == ["Phát thanh", "Khó khăn"]


def test_add_line_asks_for_an_indicator_once(office, regime, figures, prose):
    by, indicator = office.administrator, Indicator.objects.get(code="2.1")
    retired = Indicator.objects.get(code="2.2")
    retired.is_retired = True
    retired.save()
    commands.add_line(section=figures, indicator=indicator, words="{số} tin", by=by)

    assert codes(figures) == ["1.1", "1.2", "2.1"]
    for section, row, issue in [
        (figures, indicator, "asked_twice"),
        (figures, retired, "retired"),
        (prose, indicator, "prose_section"),
    ]:
        assert refused(commands.add_line, by, section=section, indicator=row) == [issue]


def test_edit_line_needs_a_place_for_the_figure(office, figures):
    line, by = figures.lines.all()[0], office.administrator
    commands.edit_line(line=line, words="{số} buổi", by=by)

    line.refresh_from_db()
    assert line.words == "{số} buổi"
    assert refused(commands.edit_line, by, line=line, words="buổi") == ["words_without_figure"]
    assert refused(commands.edit_line, by, line=line, words="{số}" * 60) == ["long_words"]


def test_drop_line_closes_the_gap(office, figures):
    commands.drop_line(line=figures.lines.all()[0], by=office.administrator)

    assert [(row.position, row.indicator.code) for row in figures.lines.all()] == [(1, "1.2")]


def test_move_line_stays_inside_its_section(office, figures):
    first = figures.lines.all()[0]

    commands.move_line(line=first, up=True, by=office.administrator)
    assert codes(figures) == ["1.1", "1.2"]
    commands.move_line(line=first, up=False, by=office.administrator)
    assert codes(figures) == ["1.2", "1.1"]


def test_an_outline_is_changed_by_administrators_until_a_round_was_opened(office, regime, figures):
    acts = [
        (commands.add_section, {"regime": regime, "title": "x", "kind": "prose"}),
        (commands.edit_section, {"section": figures, "title": "x"}),
        (commands.drop_section, {"section": figures}),
        (commands.move_section, {"section": figures, "up": False}),
        (commands.drop_line, {"line": figures.lines.all()[0]}),
        (commands.read_form, {"regime": regime, "proposal": Proposal()}),
    ]
    for act, given in acts:
        with pytest.raises(NotAllowed):
            act(**given, by=office.drafter)
    commands.open_round(regime=regime, year=2024, ordinal=11, due_on=DAY, by=office.drafter)
    for act, given in acts:
        with pytest.raises(WrongState, match="phiên bản mới"):
            act(**given, by=office.administrator)


def test_read_form_takes_all_or_nothing(office):
    regime, by = office.make(outline=False), office.administrator
    known = Indicator.objects.get(code="1.1")
    new = ProposedLine("Số cụm loa", "cụm")
    good = ProposedSection("Phát thanh", "figures", (ProposedLine("Buổi", "buổi", known.pk), new))
    gone = ProposedSection("Khác", "figures", (ProposedLine("Mất", "x", 10**6),))

    refusal = refused(commands.read_form, by, regime=regime, proposal=Proposal((good, gone)))
    assert refusal == ["indicator_gone"]
    assert not regime.sections.exists()
    assert refused(commands.read_form, by, regime=regime, proposal=Proposal()) == ["nothing_taken"]

    commands.read_form(regime=regime, proposal=Proposal((good,)), by=by)

    lines = regime.sections.get().lines.all()
    assert [line.indicator.name for line in lines] == ["Buổi phát thanh", "Số cụm loa"]
    assert not lines[1].indicator.kinds.exists()
    assert Entry.objects.filter(event="read_form").count() == 1
