"""A secrecy stamp on a line of its own is refused wherever people type, before lines are joined."""

import datetime as dt

import pytest

from haidang.errors import Incomplete
from haidang.orgs.enums import Role
from haidang.reporting import commands
from haidang.reporting.enums import Criterion
from haidang.reporting.evaluation.criteria import STARTING
from haidang.reporting.models import Regime
from haidang.reporting.official.parts import default_parts
from tests.makers import make_unit, make_user
from tests.makers.regimes import make_flash, make_office
from tests.makers.reporting import make_accepted, make_in_review, make_season, make_sent

pytestmark = pytest.mark.django_db
STAMPED = "Đồng ý với số liệu.\nTỐI MẬT\nKèm theo danh sách"


def refused(act, **given):
    with pytest.raises(Incomplete) as refusal:
        act(**given)
    return [issue.name for issue in refusal.value.issues] == ["secrecy_mark"]


def test_words_about_a_report_are_read_as_they_were_typed():
    season = make_season(2)
    sent, read = make_sent(season), make_in_review(season, season.reports[1])
    body = make_unit("Sở Ngoại vụ", kind="so")
    Regime.objects.filter(pk=season.round.regime_id).update(reviewer=body)
    outside = make_user(Role.DRAFTER, unit=body, post="Chuyên viên Sở")
    asked = {"report": season.reports[1], "by": outside, "agrees": True}

    assert refused(commands.recall_report, report=sent, reason=STAMPED, by=season.reporter)
    assert refused(commands.accept_report, report=read, without_opinion=STAMPED, by=season.drafter)
    assert refused(commands.give_opinion, words=STAMPED, **asked)
    assert refused(
        commands.move_deadline,
        round=season.round,
        due_on=dt.date(2024, 12, 3),
        reason=STAMPED,
        by=season.drafter,
    )


def test_words_about_a_score_are_read_as_they_were_typed():
    season = make_season()
    report = make_accepted(season)
    asked = {"report": report, "criterion": Criterion.ON_TIME, "by": season.reporter}
    contest = commands.contest_score(words="Gửi đúng hạn.", **asked)
    rule = {"authority": season.round.regime.receiver, "weights": STARTING, "by": season.drafter}
    answer = {"contest": contest, "percent": None, "by": season.drafter}

    assert refused(commands.mark_quality, report=report, mark=4, words=STAMPED, by=season.drafter)
    assert refused(commands.contest_score, words=STAMPED, **asked)
    assert refused(commands.answer_contest, words=STAMPED, **answer)
    assert refused(commands.set_scoring_rule, reason=STAMPED, **rule)


def test_words_of_a_regime_and_of_its_official_report_are_read_as_they_were_typed():
    office = make_office()
    regime = office.make()
    add = {"regime": regime, "title": "Kết quả", "kind": "prose", "by": office.administrator}
    rows = list(regime.sections.values("ordinal", "title", "kind"))
    parts = default_parts(rows)
    titled = [parts[0] | {"title": "TỐI MẬT"}, *parts[1:]]
    lay = {"regime": regime, "by": office.administrator}

    assert refused(commands.add_section, **add | {"hint": STAMPED})
    assert refused(commands.add_section, **add | {"opening": STAMPED})
    assert refused(commands.set_outline, parts=titled, **lay)
    assert refused(commands.set_outline, parts=parts, signer="TUYỆT MẬT", **lay)


@pytest.mark.parametrize("name", ["title", "place", "proposal"])
def test_words_of_a_flash_report_are_read_as_they_were_typed(name):
    office = make_office()

    assert refused(make_flash, authority=office.authority, **{name: STAMPED})
