"""The round that the benchmark makes has the shape of a real one, or it measures nothing."""

import pytest

from bench import lastday
from bench.consolidating import _page, _plain, _round, _totals
from haidang.reporting.commands import consolidate_round, write_consolidated_report
from haidang.reporting.models import Report, Submission
from haidang.reporting.sheet import Sheet, fingerprint


@pytest.mark.django_db
def test_the_round_of_the_benchmark_can_be_frozen_and_written():
    round, drafter = _round(units=3, indicators=7)

    frozen = consolidate_round(round=round, by=drafter)
    written = write_consolidated_report(consolidation=frozen, by=drafter)

    assert [len(unit["figures"]) for unit in frozen.content["units"]] == [7, 7, 7]
    assert frozen.is_whole
    assert written.file.size > 10_000
    sent = Submission.objects.all()
    assert [fingerprint(row.evidence) == row.evidence_sha256 for row in sent] == [True] * 3


@pytest.mark.django_db
def test_what_is_measured_is_the_same_three_times():
    round, drafter = _round(units=3, indicators=7)

    frozen = Sheet(consolidate_round(round=round, by=drafter).kept)

    codes = {row["id"]: row["code"] for row in frozen.indicators}
    plain = {codes[pk]: (count, int(value)) for pk, count, value, _ in _plain(round)}
    totals = {code: frozen.total(code) for code in codes.values()}
    assert plain == {code: (row.units, int(row.value * 100)) for code, row in totals.items()}
    assert {code: row["value"] for code, row in _totals(round).items()} == {
        code: row["value"] for code, row in frozen.content["totals"].items()
    }
    _page(round, drafter)()


@pytest.mark.django_db
def test_the_last_day_sends_what_is_filled_and_finds_a_receipt_that_is_not_true(
    monkeypatch, tmp_path
):
    monkeypatch.setattr(lastday, "UNITS", 4)
    lastday._fill()
    (tmp_path / "begun").write_text("0.0")

    for number in range(4):
        lastday._send(number, tmp_path)
    lastday._send(lastday.PROCESSES, tmp_path)  # in place of the one that was killed

    lines = [line for file in sorted(tmp_path.glob("sent-*")) for line in lastday._lines(file)]
    told = [line for line in lines if "receipt" in line]
    assert len(lines) == 10
    assert len(told) == 5
    assert lastday._held_against_the_database(told) == (0, 0)
    assert lastday._held_against_the_database([told[0] | {"receipt": "x"}]) == (0, 1)
    missing = Report.objects.order_by("pk").last().pk + 1
    assert lastday._held_against_the_database([told[0] | {"report": missing}]) == (1, 0)
