import datetime as dt
from pathlib import Path

import pytest

from haidang.documents.signatures.verification import Chain, Period, Standing
from haidang.documents.signatures.verifying import verify
from tests.makers import signing

PLAN = (Path(__file__).parents[2] / "samples" / "99-KH-UBND.pdf").read_bytes()
STAMPED_AT = signing.SIGNED_AT + dt.timedelta(minutes=1)
NOW = signing.SIGNED_AT + dt.timedelta(days=1)


@pytest.fixture(scope="module")
def stamped():
    return signing.sign(PLAN, signing.officer(), stamped=STAMPED_AT)


def verified(data, *roots, at=NOW):
    return verify(data, [root.der for root in roots or [signing.root()]], at)


def test_a_time_stamp_is_told_with_its_authority(stamped):
    (one,) = verified(stamped).signatures

    stamp = one.time_stamp
    assert (stamp.at, stamp.authority) == (STAMPED_AT, "Dấu thời gian Thử")
    assert (stamp.is_intact, stamp.is_trusted) == (True, True)
    assert (one.claimed_at, one.level) == (signing.SIGNED_AT, "PAdES B-T")


def test_a_time_stamp_of_an_unknown_authority_proves_nothing(stamped):
    (one,) = verified(stamped, signing.issuing()).signatures

    assert (one.time_stamp.is_intact, one.time_stamp.is_trusted) == (True, False)
    assert (one.chain, one.standing) == (Chain.TRUSTED, Standing.VALID)


def test_a_confirmed_time_goes_before_the_one_that_is_claimed():
    ends = signing.SIGNED_AT + dt.timedelta(days=10)
    holder = signing.make_holder(
        "Chuyên viên", issuer=signing.issuing(), valid=(signing.ISSUED, ends)
    )
    late = signing.sign(PLAN, holder, stamped=ends + dt.timedelta(days=30))

    (one,) = verified(late, at=ends + dt.timedelta(days=60)).signatures

    assert one.claimed_at < ends
    assert (one.period, one.standing) == (Period.EXPIRED, Standing.BAD_CERTIFICATE)


def test_what_a_later_check_needs_makes_a_longer_lasting_profile(stamped):
    lasting = signing.with_facts(stamped, signing.revocation_list())

    (one,) = verified(lasting).signatures

    assert (one.level, one.standing, one.has_revocation_facts) == (
        "PAdES B-LT",
        Standing.VALID,
        True,
    )


def test_a_time_stamp_over_the_whole_file_makes_it_last(stamped):
    lasting = signing.stamp_file(
        signing.with_facts(stamped, signing.revocation_list()), STAMPED_AT + dt.timedelta(hours=1)
    )

    found = verified(lasting)

    assert [one.level for one in found.signatures] == ["PAdES B-LTA"]
    (stamp,) = found.file_stamps
    assert (stamp.at, stamp.is_trusted) == (STAMPED_AT + dt.timedelta(hours=1), True)
    assert found.standing == Standing.VALID


def test_a_certificate_that_the_file_itself_says_was_taken_back_is_no_good(stamped):
    taken_back = signing.with_facts(stamped, signing.revocation_list(signing.officer()))

    (one,) = verified(taken_back).signatures

    assert (one.chain, one.standing) == (Chain.REVOKED, Standing.BAD_CERTIFICATE)


def test_a_list_that_another_made_takes_nothing_back(stamped):
    forged = signing.make_holder("CA Thử cấp dưới", is_ca=True)
    facts = signing.revocation_list(signing.officer(), issuer=forged)

    (one,) = verified(signing.with_facts(stamped, facts)).signatures

    assert (one.chain, one.has_revocation_facts) == (Chain.TRUSTED, False)
