"""What a signed copy is worth, by what was found of it."""

from haidang.documents.enums import SignedState
from haidang.documents.signatures.report import Report
from haidang.documents.signatures.verification import Standing


def state_of(report: Report) -> SignedState:
    """What a signed copy is worth: the worst that was found of it."""
    standing = report.verification.standing
    if standing is None:
        return SignedState.UNSIGNED
    if standing in {Standing.BROKEN, Standing.UNCHECKED}:
        return SignedState(standing.value)
    return SignedState(standing.value) if report.comparison.is_same else SignedState.OTHER_TEXT
