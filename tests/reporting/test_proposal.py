"""A Tờ trình with annexes keeps to the decree."""

import datetime as dt

import pytest

from haidang.reporting.proposal import proposal_of
from haidang.text.blocks import Table
from haidang.text.checking import check
from haidang.text.writing import write_docx
from tests.makers.orgs import make_authority

pytestmark = pytest.mark.django_db
WORDS = ["Qua đánh giá kết quả năm 2024.", "Kính trình xem xét, quyết định."]
TABLE = Table(("STT", "Đơn vị"), (("1", "UBND xã Thử"),), widths=(1, 8))


def proposal(**more):
    authority = make_authority(1)
    return proposal_of(
        unit=authority.district,
        subject="Về việc khen thưởng công tác thông tin đối ngoại năm 2024",
        addressees=["Chủ tịch Ủy ban nhân dân tỉnh"],
        **{"words": WORDS, "day": dt.date(2024, 11, 25)} | more,
    )


def test_a_proposal_has_no_fault_of_layout():
    document = proposal(annexes=[("Danh sách đề nghị khen thưởng", (TABLE,))])

    assert not check(write_docx(document))
    assert document.blocks[1].text == "Chi tiết tại Phụ lục kèm theo Tờ trình."
    assert document.header.symbol == "TTr-UBND"
    assert [one.label for one in document.appendices] == ["Phụ lục"]


def test_several_annexes_are_numbered_and_the_signature_may_be_given():
    document = proposal(
        words=["Danh sách tại Phụ lục I và Phụ lục II."],
        annexes=[("Một", (TABLE,)), ("Hai", (TABLE,))],
        authority=["TM. ỦY BAN NHÂN DÂN"],
        signer="CHỦ TỊCH",
    )

    assert [one.label for one in document.appendices] == ["Phụ lục I", "Phụ lục II"]
    assert len(document.blocks) == 1
    assert document.signature.title == "CHỦ TỊCH"
