"""Scores of units: by a rule that is data, each point with its records, contestable (N26)."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from haidang.activities.models import Goal
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.reporting import commands
from haidang.reporting.enums import Criterion
from haidang.reporting.evaluation.criteria import STARTING, Weight
from haidang.reporting.evaluation.scoring import Finding, Given, mean_of, ranked, score_of
from haidang.reporting.queries.evaluation import (
    contests_of,
    findings_of,
    scored_reports,
    scores_of,
    scoring_rules,
)
from haidang.text.checking import check
from haidang.text.stored import from_json
from haidang.text.writing import write_docx
from tests.makers.reporting import make_accepted, make_returned, make_season, make_sent

shares = st.one_of(st.none(), st.decimals(0, 1, places=2))


@given(st.lists(shares, min_size=5, max_size=5), st.permutations(STARTING))
@pytest.mark.promise("N26")
def test_what_cannot_be_told_is_not_zero_and_the_order_of_the_rule_is_nothing(found, weights):
    findings = {row: Finding("", share) for row, share in zip(Criterion, found, strict=True)}
    score = score_of(weights, findings)
    known = [row for row in STARTING if findings[row.criterion].share is not None]

    if not known:
        assert score.total is None
        return
    whole = sum(findings[row.criterion].share * row.points for row in known)
    assert abs(score.total - whole * 100 / sum(row.points for row in known)) <= Decimal("0.05")
    assert score.total == score_of(STARTING, findings).total


def test_each_loss_costs_what_the_rule_says_and_never_more_than_all():
    rule = [Weight(Criterion.ON_TIME, 20, 30)]
    points = [
        score_of(rule, {Criterion.ON_TIME: Finding("", losses=days)}).parts[0].points
        for days in (0, 1, 3, 9)
    ]

    assert points == [20, 14, 2, 0]


def test_an_answer_comes_before_the_count_and_equals_share_a_place():
    rule = [Weight(Criterion.QUALITY, 10)]
    poor = {Criterion.QUALITY: Finding("", Decimal("0.2"))}
    raised = score_of(rule, poor, {Criterion.QUALITY: Given(80, "có thêm minh chứng")})
    kept = score_of(rule, poor, {Criterion.QUALITY: Given(None, "giữ nguyên")})

    assert (raised.total, kept.total) == (80, 20)
    assert ranked({1: kept, 2: raised, 3: kept, 4: score_of(rule, {})}) == {2: 1, 1: 2, 3: 2}
    assert mean_of([kept, raised, score_of(rule, {})]) == 50


def test_units_measured_by_other_criteria_have_no_place_among_the_rest():
    rule = [Weight(Criterion.ON_TIME, 20), Weight(Criterion.QUALITY, 10)]
    on_time, marked = Finding("", Decimal("0.9")), Finding("", Decimal("0.6"))
    whole = score_of(rule, {Criterion.ON_TIME: on_time, Criterion.QUALITY: marked})
    part = score_of(rule, {Criterion.ON_TIME: on_time, Criterion.QUALITY: Finding("chưa chấm")})

    assert part.total > whole.total
    assert ranked({1: part, 2: whole, 3: whole}) == {2: 1, 3: 1}
    assert ranked({1: part, 2: whole}) == {2: 1}
    assert ranked({1: part, 2: part, 3: whole}) == {1: 1, 2: 1}


@pytest.mark.django_db
@pytest.mark.promise("N26")
def test_every_point_of_a_unit_opens_to_its_records():
    season = make_season(2)
    accepted, returned = season.reports
    accepted = make_accepted(season, accepted)
    make_returned(season, returned)
    commands.mark_quality(report=accepted, mark=4, words="Rõ ràng.", by=season.drafter)
    value = accepted.values.exclude(value=0).first() or accepted.values.first()
    Goal.objects.create(
        indicator=value.indicator,
        unit=accepted.unit,
        year=2024,
        quantity=max(value.value, 1) * 2,
        set_at=dt.datetime(2024, 1, 5, tzinfo=dt.UTC),
        set_by=season.drafter,
    )

    found = findings_of(season.round, season.reports, dt.date(2024, 12, 31))
    good, poor = found[accepted.pk], found[returned.pk]

    assert good[Criterion.ON_TIME].losses == 0
    assert good[Criterion.ONCE].words == "Không bị trả lại lần nào"
    assert poor[Criterion.ONCE].losses == 1
    assert good[Criterion.QUALITY].share == Decimal("0.75")
    assert good[Criterion.GOALS].share == (Decimal("0.5") if value.value else 0)
    assert poor[Criterion.GOALS].share is None
    place = f"/so/{season.round.pk}/{value.indicator.code}/{accepted.unit_id}/"
    assert place in [where for _, where in good[Criterion.GOALS].records]
    assert all(row.records for row in good.values())


@pytest.mark.django_db
def test_a_report_that_never_came_has_nothing_only_after_its_deadline():
    season = make_season()
    before = findings_of(season.round, season.reports, season.round.due_on)
    after = findings_of(season.round, season.reports, season.round.due_on + dt.timedelta(days=1))

    assert before[season.report.pk][Criterion.ON_TIME].share is None
    assert after[season.report.pk][Criterion.ON_TIME].share == 0


@pytest.mark.django_db
def test_set_scoring_rule_adds_one_beside_the_one_before():
    season = make_season()
    make_sent(season)
    district = season.authority.district
    starting = scoring_rules(district)[0]
    only_time = [Weight(Criterion.ON_TIME, 100, 50)]
    rule = commands.set_scoring_rule(
        authority=district, weights=only_time, reason="Thử", by=season.drafter
    )

    assert starting.ordinal == 0
    assert scoring_rules(district) == [rule]
    new = scores_of(season.round, rule, season.reports)[season.report.pk]
    assert [row.weight.criterion for row in new.parts] == [Criterion.ON_TIME]
    with pytest.raises(NotAllowed):
        commands.set_scoring_rule(
            authority=district, weights=only_time, reason="", by=season.reporter
        )


@pytest.mark.parametrize(
    "weights",
    [
        [],
        [Weight(Criterion.GOALS, 0)],
        [Weight(Criterion.GOALS, 101)],
        [Weight(Criterion.ON_TIME, 10, 101)],
        [Weight(Criterion.GOALS, 10), Weight(Criterion.GOALS, 20)],
    ],
)
@pytest.mark.django_db
def test_a_rule_without_sense_is_refused(weights):
    season = make_season()
    with pytest.raises(Incomplete):
        commands.set_scoring_rule(
            authority=season.authority.district, weights=weights, reason="", by=season.drafter
        )


@pytest.mark.django_db
def test_contest_score_asks_for_another_look_once():
    season = make_season()
    report = make_accepted(season)
    asked = {"report": report, "criterion": Criterion.QUALITY, "by": season.reporter}
    with pytest.raises(Incomplete, match="Ghi rõ"):
        commands.contest_score(**asked, words=" ")
    with pytest.raises(NotAllowed):
        commands.contest_score(**asked | {"by": season.drafter}, words="x")
    contest = commands.contest_score(**asked, words="Đã gửi đủ ảnh.")
    with pytest.raises(Incomplete, match="chưa được trả lời"):
        commands.contest_score(**asked, words="Nữa.")
    assert [row.pk for row in contests_of(season.round)] == [contest.pk]


@pytest.mark.django_db
def test_answer_contest_gives_the_unit_its_share_once():
    season = make_season()
    report = make_accepted(season)
    asked = {"report": report, "criterion": Criterion.QUALITY, "by": season.reporter}
    contest = commands.contest_score(**asked, words="Đã gửi đủ ảnh.")

    commands.answer_contest(contest=contest, percent=100, words="Đúng.", by=season.drafter)
    rule = scoring_rules(season.authority.district)[0]
    score = scores_of(season.round, rule, season.reports)[report.pk]
    assert score.of(Criterion.QUALITY).points == 15
    assert score.of(Criterion.QUALITY).given.words == "Đúng."
    with pytest.raises(WrongState):
        commands.answer_contest(contest=contest, percent=None, words="x", by=season.drafter)


@pytest.mark.django_db
def test_propose_commendation_writes_a_proposal_with_its_evidence():
    season = make_season(2)
    report = make_accepted(season, season.reports[0])
    with pytest.raises(Incomplete, match="ít nhất một"):
        commands.propose_commendation(round=season.round, reports=[], by=season.drafter)
    unread = make_sent(season, season.reports[1])
    with pytest.raises(Incomplete, match="chưa tiếp nhận báo cáo"):
        commands.propose_commendation(round=season.round, reports=[unread], by=season.drafter)

    found = commands.propose_commendation(round=season.round, reports=[report], by=season.drafter)
    assert found.content["units"][0]["name"] == report.unit.name
    assert found.revision.edition.document.document_type == "Tờ trình"
    text = found.revision.text
    assert report.unit.name in text
    assert "thành tích trong thực hiện công tác thông tin đối ngoại năm 2024" in text
    assert "thực hiện báo cáo" not in text
    assert "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022 (cần kiểm tra);" in text
    assert "Căn cứ Nghị định số 98/2023/NĐ-CP" in text
    assert "đạt 100/100 điểm, xếp thứ 1; gửi báo cáo ngày 25/11/2024, đúng hạn" in text
    assert "Kính đề nghị Ủy ban nhân dân huyện Thử xem xét, quyết định./." in text
    assert not check(write_docx(from_json(found.revision.source)))


@pytest.mark.django_db
def test_scores_need_the_same_questions_for_one_unit_and_for_three():
    season = make_season(3)
    for report in season.reports:
        make_sent(season, report)
    rule, reports = scoring_rules(season.authority.district)[0], scored_reports(season.round)
    counts = []
    for some in (reports[:1], reports):
        with CaptureQueriesContext(connection) as asked:
            scores_of(season.round, rule, some)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 10
