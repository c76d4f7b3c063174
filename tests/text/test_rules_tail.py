"""Recipients and signature read by rules: shared lines, heads with remarks, ranks, minutes."""

import pytest

from haidang.text.understanding.paper.signers import AUTHORITY, is_name
from tests.text.plans import reading_of

BODY = "UBND XÃ A\nSố: 5/BC-UBND\nBÁO CÁO\nKết quả tháng 3\nI. KẾT QUẢ\nĐã họp 02 lần./.\n"


def tail(*lines):
    return reading_of(BODY + "\n".join(lines) + "\n")


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("TM. ỦY BAN NHÂN DÂN", True),
        ("K/T TRƯỞNG BAN", True),
        ("T/M BAN THƯỜNG VỤ", True),
        ("T/L BAN THƯỜNG VỤ", True),
        ("KT CHỦ TỊCH", True),
        ("TL. GIÁM ĐỐC", True),
        ("TM dịch vụ", False),
        ("KẾ TOÁN", False),
    ],
)
def test_authority_lines_of_the_state_and_of_the_party(words, answer):
    assert (AUTHORITY.fullmatch(words) is not None) is answer


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("Họ Và Tên", True),
        ("Thượng tá Họ Và Tên", True),
        ("PGS.TS. Họ Và Tên", True),
        ("Bs.CKII. Họ Và Tên", True),
        ("BS. CKI Họ Và Tên", True),
        ("Ths.BS. Họ Và Tên", True),
        ("DS. Họ Và Tên", True),
        ("Bs. họ và tên", False),
        ("TRẦN VÀ TÊN", True),
        ("PHÓ CHỦ TỊCH", False),
        ("họ và tên", False),
        ("Lưu: VT", False),
    ],
)
def test_names_with_ranks_and_in_capitals(words, answer):
    assert is_name(words) is answer


def test_recipient_and_signature_may_share_a_line():
    reading = tail("Nơi nhận: GIÁM ĐỐC", "Như trên; (Đã ký)", "Các xã; Họ Và Tên", "Lưu: VT.")

    assert reading.recipients == ("Như trên", "Các xã", "Lưu: VT")
    assert (reading.signature.title, reading.signature.name) == ("GIÁM ĐỐC", "Họ Và Tên")


def test_a_remark_beside_the_head_is_no_recipient():
    assert tail("Nơi nhận: (VBĐT)", "- Như trên;", "- Lưu: VT.").recipients == (
        "Như trên",
        "Lưu: VT",
    )


def test_recipients_beside_their_head_are_parted():
    assert tail("NƠI NHẬN: Như trên; Lưu: VT.").recipients == ("Như trên", "Lưu: VT")


def test_the_keepers_line_begins_an_entry_where_its_dash_was_lost():
    reading = tail("Nơi nhận:", ". Như trên;", "- Cổng TTĐT;", "Lưu: VT, TH.")

    assert reading.recipients == ("Như trên", "Cổng TTĐT", "Lưu: VT, TH")


def test_recipients_and_signature_in_a_framed_table():
    reading = tail(
        "| Nơi nhận: | KT. CHỦ TỊCH |",
        "|---|---|",
        "| - Như trên; | PHÓ CHỦ TỊCH |",
        "| - Lưu: VT. | Họ Và Tên |",
    )

    assert reading.recipients == ("Như trên", "Lưu: VT")
    assert reading.signature.authority == ("KT. CHỦ TỊCH",)
    assert (reading.signature.title, reading.signature.name) == ("PHÓ CHỦ TỊCH", "Họ Và Tên")


def test_a_signature_run_into_one_line_is_taken_apart():
    reading = tail(
        "Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Họ Và Tên"
    )

    assert reading.signature.authority == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")
    assert (reading.signature.title, reading.signature.name) == ("PHÓ CHỦ TỊCH", "Họ Và Tên")


def test_the_signature_may_stand_before_the_recipients():
    reading = reading_of(
        BODY.replace("./.", ".") + "TM. BAN BÍ THƯ\n\nBÍ THƯ\n\n(Đã ký)\n\nHọ Và Tên\n\n"
        "Nơi nhận:\n- Lưu VP.\n"
    )

    assert reading.signature.authority == ("TM. BAN BÍ THƯ",)
    assert (reading.signature.title, reading.signature.name) == ("BÍ THƯ", "Họ Và Tên")


@pytest.mark.parametrize(
    ("lines", "authority", "title"),
    [
        (("KT. BỘ TRƯỞNG,", "CHỦ NHIỆM", "PHÓ CHỦ NHIỆM"), "KT. BỘ TRƯỞNG, CHỦ NHIỆM", None),
        (("KT. GIÁM ĐỐC", "GIÁM ĐỐC"), "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        (("KT. CHỦ TỊCH", "PHÓ CHỦ TIC"), "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        (("KT. CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG"), "KT. CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG"),
        (
            ("KT. TỔNG CỤC", "TRƯỞNG", "PHÓ TỔNG CỤC TRƯỞNG"),
            "KT. TỔNG CỤC TRƯỞNG",
            "PHÓ TỔNG CỤC TRƯỞNG",
        ),
        (("TL. GIÁM ĐỐC", "Trưởng phòng"), "TL. GIÁM ĐỐC", "Trưởng phòng"),
    ],
)
def test_who_signs_for_the_head_is_a_deputy(lines, authority, title):
    signature = tail("Nơi nhận:", "- Lưu: VT.", *lines, "Họ Và Tên").signature

    assert signature.authority == (authority,)
    assert signature.title == (title or "PHÓ CHỦ NHIỆM")
    assert signature.name == "Họ Và Tên"


def test_minutes_are_signed_by_the_chair():
    reading = reading_of(
        "BIÊN BẢN HỌP\nVề công tác tháng 3\nHôm nay, ngày 05/3/2025, tại UBND xã.\n"
        "I. NỘI DUNG\nĐã thống nhất./.\nTHƯ KÝ\nTên Thư Ký\nCHỦ TRÌ\nHọ Và Tên\n"
    )

    assert (reading.signature.title, reading.signature.name) == ("CHỦ TRÌ", "Họ Và Tên")


def test_authorities_and_posts_may_take_two_lines():
    signature = tail(
        "Nơi nhận:",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN",
        "DÂN",
        "PHÓ TRƯỞNG BAN",
        "CHỈ ĐẠO",
        "Họ Và Tên",
    ).signature

    assert signature.authority == ("TM. ỦY BAN NHÂN DÂN",)
    assert signature.title == "PHÓ TRƯỞNG BAN CHỈ ĐẠO"


def test_recipients_end_before_capitals_and_initials():
    assert tail("Nơi nhận:", "- Các ấp", "THÔNG BÁO NHANH", "- Lưu.").recipients == ("Các ấp",)
    assert tail("Nơi nhận:", "- Lưu: VT;", "", "abc").recipients == ("Lưu: VT",)
