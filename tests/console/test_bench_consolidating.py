"""The round that the benchmark makes has the shape of a real one, or it measures nothing."""

import pytest

from bench.consolidating import _round
from haidang.reporting.commands import consolidate_round, write_consolidated_report
from haidang.reporting.models import Submission
from haidang.reporting.sheet import fingerprint


@pytest.mark.django_db
def test_the_round_of_the_benchmark_can_be_frozen_and_written():
    round, drafter = _round(units=3, indicators=7)

    frozen = consolidate_round(round=round, by=drafter)
    written = write_consolidated_report(consolidation=frozen, by=drafter)

    assert [len(unit["figures"]) for unit in frozen.content["units"]] == [7, 7, 7]
    assert written.file.size > 10_000
    sent = Submission.objects.all()
    assert [fingerprint(row.evidence) == row.evidence_sha256 for row in sent] == [True] * 3
