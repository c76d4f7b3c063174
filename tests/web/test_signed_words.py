import datetime as dt
from dataclasses import replace

import pytest

from haidang.documents.enums import SignedState
from haidang.documents.signatures.verification import (
    Certificate,
    Chain,
    Owner,
    Period,
    Reach,
    Signature,
    Standing,
    TimeStamp,
    Verification,
)
from haidang.web.views.documents.signed_words import (
    TAGS,
    about_both,
    cards_of,
    stamps_of,
    tag_of,
)

AT = dt.datetime(2024, 11, 25, 7, 30, tzinfo=dt.UTC)
HOLDER = Certificate(
    "Phó Chủ tịch", "UBND huyện Thử", "CA Thử", "0A", Owner.PERSON, AT, AT + dt.timedelta(days=365)
)
STAMP = TimeStamp(AT, "Dấu thời gian Thử", is_intact=True, is_trusted=True)
GOOD = Signature(
    "Chuky1",
    Standing.VALID,
    HOLDER,
    AT,
    is_intact=True,
    reach=Reach.WHOLE,
    chain=Chain.TRUSTED,
    path=("CA Thử", "Phó Chủ tịch"),
    digest="sha256",
    algorithm="sha256_ecdsa",
    level="PAdES B-B",
)


def told(**changes):
    (card,) = cards_of(Verification(AT, (replace(GOOD, **changes),)))
    return [(line.kind, line.title) for line in card.lines]


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({}, ("ok", "Nguyên vẹn")),
        ({"is_intact": False}, ("late", "Không nguyên vẹn")),
        ({"reach": Reach.EXTENDED}, ("ok", "Nguyên vẹn")),
        ({"reach": Reach.CHANGED}, ("late", "Bị sửa sau khi ký")),
        ({"reach": Reach.PART}, ("late", "Không che hết")),
        ({}, ("ok", "Chứng thư được tin cậy")),
        ({"chain": Chain.UNKNOWN}, ("soon", "Chưa rõ chuỗi chứng thư")),
        ({"chain": Chain.UNFIT}, ("late", "Chứng thư không dùng để ký được")),
        ({"chain": Chain.REVOKED}, ("late", "Chứng thư đã bị thu hồi")),
        (
            {"chain": Chain.UNKNOWN, "certificate": replace(HOLDER, issuer="Phó Chủ tịch")},
            ("soon", "Chứng thư tự cấp"),
        ),
        ({}, ("ok", "Chứng thư còn hạn lúc ký")),
        ({"period": Period.EXPIRED}, ("late", "Chứng thư đã hết hạn lúc ký")),
        ({"period": Period.NOT_YET}, ("late", "Chứng thư chưa có hiệu lực lúc ký")),
        ({}, ("wait", "Không có dấu thời gian")),
        ({"time_stamp": STAMP}, ("ok", "Có dấu thời gian")),
        (
            {"time_stamp": replace(STAMP, is_trusted=False)},
            ("soon", "Dấu thời gian chưa rõ chuỗi chứng thư"),
        ),
        (
            {"time_stamp": replace(STAMP, is_intact=False)},
            ("late", "Dấu thời gian không khớp chữ ký"),
        ),
        ({"weak": ("SHA-1",)}, ("soon", "Thuật toán yếu: SHA-1")),
        ({}, ("wait", "Chưa tra thu hồi")),
        ({"has_revocation_facts": True}, ("wait", "Thu hồi")),
        ({"certificate": None, "reason": "Kiểu lạ."}, ("late", "Không kiểm tra được")),
    ],
)
def test_each_finding_has_its_line(changes, line):
    assert line in told(**changes)


@pytest.mark.parametrize(
    ("algorithm", "words"),
    [
        ("sha256_ecdsa", "SHA-256, ECDSA"),
        ("sha256_rsa", "SHA-256, RSA"),
        ("rsassa_pss", "SHA-256, RSA-PSS"),
    ],
)
def test_algorithms_are_called_by_their_usual_names(algorithm, words):
    (card,) = cards_of(Verification(AT, (replace(GOOD, algorithm=algorithm),)))

    assert f"{words} · PAdES B-B" in [line.words for line in card.lines]


@pytest.mark.parametrize(
    ("owners", "title"),
    [
        ((), None),
        ((Owner.PERSON,), "Mới có một chữ ký số"),
        ((Owner.PERSON, Owner.ORGANISATION), "Chữ ký của ai"),
        ((Owner.UNTOLD, Owner.UNTOLD), "Chữ ký của ai"),
    ],
)
def test_it_is_told_whether_officer_and_organisation_signed(owners, title):
    signatures = tuple(replace(GOOD, certificate=replace(HOLDER, owner=owner)) for owner in owners)

    line = about_both(Verification(AT, signatures))

    assert (line and line.title) == title


def test_a_time_stamp_over_the_file_has_a_line():
    (line,) = stamps_of(Verification(AT, (GOOD,), (STAMP,)))

    assert line.words == "14:30:00, 25/11/2024, Dấu thời gian Thử"


def test_every_state_has_its_colour():
    assert set(TAGS) == set(SignedState)
    assert tag_of(SignedState.UNKNOWN_CHAIN)[1] == "Nguyên vẹn, chưa rõ chuỗi chứng thư"
