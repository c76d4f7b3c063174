import datetime as dt

import pytest

from haidang.documents.enums import SignedState
from haidang.documents.signatures.report import Report, report_from
from haidang.documents.signatures.verification import Signature, Standing, Verification
from haidang.documents.signatures.wording import Change, Comparison
from haidang.documents.worth import state_of

NOW = dt.datetime(2024, 11, 25, 8, tzinfo=dt.UTC)
SAME = Comparison()
OTHER = Comparison(changes=(Change("30", "20", "trước ngày", "tháng 11"),), alike=0.99)


def report(*standings, comparison=SAME):
    signatures = tuple(Signature(f"Chuky{n}", standing) for n, standing in enumerate(standings))
    return Report(
        Verification(NOW, signatures), comparison, "Công tác", ("Người ký",), ("Trang 1",)
    )


@pytest.mark.parametrize(
    ("standings", "comparison", "state"),
    [
        ([], SAME, SignedState.UNSIGNED),
        ([], OTHER, SignedState.UNSIGNED),
        ([Standing.VALID], SAME, SignedState.VALID),
        ([Standing.VALID], OTHER, SignedState.OTHER_TEXT),
        ([Standing.UNKNOWN_CHAIN], OTHER, SignedState.OTHER_TEXT),
        ([Standing.BROKEN], OTHER, SignedState.BROKEN),
        ([Standing.UNCHECKED], OTHER, SignedState.UNCHECKED),
        ([Standing.UNKNOWN_CHAIN, Standing.VALID], SAME, SignedState.UNKNOWN_CHAIN),
        ([Standing.BROKEN, Standing.VALID], SAME, SignedState.BROKEN),
        ([Standing.WEAK, Standing.UNKNOWN_CHAIN], SAME, SignedState.WEAK),
        ([Standing.BAD_CERTIFICATE, Standing.WEAK], SAME, SignedState.BAD_CERTIFICATE),
    ],
)
def test_a_copy_is_worth_the_worst_that_was_found(standings, comparison, state):
    assert state_of(report(*standings, comparison=comparison)) == state


def test_every_standing_has_a_state():
    assert {standing.value for standing in Standing} <= set(SignedState.values)


def test_a_report_survives_being_stored():
    found = report(Standing.VALID, comparison=OTHER)

    assert report_from(found.as_row()) == found
