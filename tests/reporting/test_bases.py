"""The laws that a proposal of commendation cites are the authority's own words."""

import datetime as dt

import pytest

from haidang.documents.gates import issues_at_gates
from haidang.errors import Incomplete, NotAllowed
from haidang.reporting import commands
from haidang.reporting.evaluation.bases import LONGEST, MARK, bases_of, lines_of, proposed_bases
from haidang.reporting.models import KeptBases
from haidang.reporting.queries.bases import kept_bases
from tests.makers.reporting import make_accepted, make_season

OWN = "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15"


def keep(season, words, by=None):
    authority = season.authority.district
    return commands.keep_bases(authority=authority, words=words, by=by or season.drafter)


@pytest.mark.parametrize(
    ("day", "decree"),
    [
        (dt.date(2024, 12, 1), "98/2023/NĐ-CP"),
        (dt.date(2025, 6, 30), "98/2023/NĐ-CP"),
        (dt.date(2025, 7, 1), "152/2025/NĐ-CP"),
    ],
)
def test_the_decree_of_the_day_is_proposed_and_marked(day, decree):
    law, found, *rest = bases_of(None, day, "Kế hoạch số 1", "thực hiện")

    assert decree in found
    assert law.endswith(MARK)
    assert found.endswith(MARK)
    assert rest == ["Căn cứ Kế hoạch số 1", "Căn cứ kết quả thực hiện"]


def test_before_any_decree_only_the_law_is_proposed():
    assert len(proposed_bases(dt.date(2023, 12, 31))) == 1


@pytest.mark.django_db
def test_keep_bases_puts_the_kept_words_into_the_next_proposal_without_a_mark():
    season = make_season()
    report = make_accepted(season)
    keep(season, f"{OWN};\n\n  Căn cứ   Quy chế thi đua {MARK}.")
    assert kept_bases(season.authority.district).words == [OWN, "Căn cứ Quy chế thi đua"]

    made = commands.propose_commendation(round=season.round, reports=[report], by=season.drafter)

    assert f"{OWN};" in made.revision.text
    assert "98/2023" not in made.revision.text
    assert MARK not in made.revision.text


@pytest.mark.django_db
def test_the_newest_bases_serve_and_the_older_stay():
    season = make_season()
    keep(season, "Căn cứ cũ")
    keep(season, "Căn cứ mới")

    assert kept_bases(season.authority.district).words == ["Căn cứ mới"]
    assert KeptBases.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (" \n ", "ít nhất một căn cứ"),
        ("Căn cứ a\nTheo b", "Dòng 2 phải mở đầu"),
        ("Căn cứ a\n" * 21, "Nhiều nhất 20"),
        (f"Căn cứ {'x' * LONGEST}", "Dòng 1 dài quá"),
        ("Căn cứ a\nMẬT\n", "độ mật"),
    ],
)
def test_bases_without_sense_are_refused(words, said):
    with pytest.raises(Incomplete, match=said):
        keep(make_season(), words)


@pytest.mark.django_db
def test_a_reporter_keeps_no_bases():
    season = make_season()
    with pytest.raises(NotAllowed):
        keep(season, OWN, by=season.reporter)


def test_lines_are_read_without_the_punctuation_of_a_document():
    assert lines_of("Căn cứ a;\r\n\r\nCăn cứ b.") == ["Căn cứ a", "Căn cứ b"]


@pytest.mark.django_db
def test_a_proposal_whose_bases_nobody_looked_at_is_not_issued():
    season = make_season()
    report = make_accepted(season)
    asked = {"round": season.round, "reports": [report], "by": season.drafter}
    made = commands.propose_commendation(**asked)
    assert MARK in made.revision.text

    (issue,) = issues_at_gates(made.revision.edition)

    assert issue.name == "unchecked_bases"
    assert "Còn 2 căn cứ ghi “cần kiểm tra”" in issue.message
    keep(season, OWN)
    again = commands.propose_commendation(**asked)
    assert issues_at_gates(again.revision.edition) == []
