"""The header read by rules of the decree and of habit: types, numbers, bodies, place, title."""

import pytest

from haidang.text.understanding.boxes.issuer import issuer_of_lines
from haidang.text.understanding.words.types import title_beside_type, type_of_line
from tests.text.plans import reading_of

FOOT = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n"


def header(*lines):
    return reading_of("\n".join([*lines, "I. MỤC ĐÍCH", "Nâng cao nhận thức./.", FOOT])).header


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("KẾ HOẠCH LIÊN TỊCH", "Kế hoạch"),
        ("CHƯƠNG TRÌNH HÀNH ĐỘNG", "Chương trình"),
        ("THÔNG TRI", "Thông tri"),
        ("KẾ HOẠCH Tổ chức hội thi", "Kế hoạch"),
        ("QUYẾT ĐỊNH VỀ VIỆC THÀNH LẬP TỔ", "Quyết định"),
        ("BÁO CÁO NHANH", "Báo cáo"),
        ("KẾ HOẠCH SỐ 12", None),
        ("BÁO CÁO KẾT QUẢ CÔNG TÁC THÔNG TIN ĐỐI NGOẠI", None),
        ("Kế hoạch", None),
    ],
)
def test_a_type_may_be_qualified_or_carry_its_title(words, name):
    assert type_of_line(words) == name


def test_a_title_begins_beside_its_type():
    assert title_beside_type("CÔNG ĐIỆN V/v trực ban") == "V/v trực ban"
    assert title_beside_type("KẾ HOẠCH PHỐI HỢP") is None
    assert header("Số: 5/KH-UBND", "KẾ HOẠCH Tổ chức hội thi").title == "Tổ chức hội thi"


@pytest.mark.parametrize(
    ("line", "number", "symbol"),
    [
        ("Số: 12 - KH/HĐTN-TTN", "12", "KH/HĐTN-TTN"),
        ("Số 07-BC/CB", "07", "BC/CB"),
        ("Số: 31 KH/ĐTN", "31", "KH/ĐTN"),
        ("Số: 15a/TB-UBND", "15a", "TB-UBND"),
        ("Số: ……/TB-UBND", None, "TB-UBND"),
        ("Số: 9/KHLT-CA-GD", "9", "KHLT-CA-GD"),
        ("Số: 4/35 /SGD-VP", "4", "SGD-VP"),  # a stroke of the pen that a machine read
    ],
)
def test_numbers_of_the_state_of_the_party_and_of_unions(line, number, symbol):
    read = header("UBND XÃ A", line, "KẾ HOẠCH", "Tổ chức hội thi")

    assert (read.number, read.symbol) == (number, symbol)


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["THỦ TƯỚNG", "CHÍNH PHỦ"], (None, "THỦ TƯỚNG CHÍNH PHỦ")),
        (["ỦY BAN NHÂN DÂN THÀNH PHỐ", "HỘI AN"], (None, "ỦY BAN NHÂN DÂN THÀNH PHỐ HỘI AN")),
        (
            ["UBND XÃ A", "BAN CHỈ ĐẠO", "PHÒNG CHỐNG TỘI PHẠM"],
            ("UBND XÃ A", "BAN CHỈ ĐẠO PHÒNG CHỐNG TỘI PHẠM"),
        ),
        (["UBND XÃ A", "PHÒNG KINH TẾ"], ("UBND XÃ A", "PHÒNG KINH TẾ")),
        (
            ["BỘ CHỈ HUY BĐBP TỈNH", "ĐỒN BIÊN PHÒNG A"],
            ("BỘ CHỈ HUY BĐBP TỈNH", "ĐỒN BIÊN PHÒNG A"),
        ),
        (["BỘ TƯ LỆNH", "BỘ ĐỘI BIÊN PHÒNG"], (None, "BỘ TƯ LỆNH BỘ ĐỘI BIÊN PHÒNG")),
        (["UBND TỈNH A", "BAN QUẢN LÝ", "KHU KINH TẾ"], ("UBND TỈNH A", "BAN QUẢN LÝ KHU KINH TẾ")),
        (["TỈNH ĐOÀN A", "BAN THƯỜNG VỤ"], ("TỈNH ĐOÀN A", "BAN THƯỜNG VỤ")),
        (["HUYỆN ĐOÀN A"], (None, "HUYỆN ĐOÀN A")),
        (["ĐẠI HỌC A", "TRƯỜNG ĐẠI HỌC B"], ("ĐẠI HỌC A", "TRƯỜNG ĐẠI HỌC B")),
        (["UBND XÃ A", "VĂN PHÒNG"], ("UBND XÃ A", "VĂN PHÒNG")),
        (
            ["LIÊN ĐOÀN LAO ĐỘNG TỈNH A", "CÔNG ĐOÀN VIÊN CHỨC"],
            ("LIÊN ĐOÀN LAO ĐỘNG TỈNH A", "CÔNG ĐOÀN VIÊN CHỨC"),
        ),
    ],
)
def test_a_body_on_two_lines_is_one_and_two_bodies_are_two(lines, names):
    assert issuer_of_lines(lines) == names


def test_columns_run_into_one_line_are_parted_at_the_motto():
    read = header(
        "UBND HUYỆN A CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "PHÒNG NỘI VỤ Độc lập - Tự do - Hạnh phúc",
        "Số: 30/HD-PNV Thị trấn A, ngày 20 tháng 11 năm 2023",
        "HƯỚNG DẪN",
        "Tổng kết phong trào",
    )

    assert (read.superior, read.issuer) == ("UBND HUYỆN A", "PHÒNG NỘI VỤ")
    assert (read.place, read.date) == ("Thị trấn A", "2023-11-20")


def test_the_motto_of_the_youth_union_is_no_body():
    read = header("BCH ĐOÀN XÃ A", "Số: 3-KH/ĐTN", "ĐOÀN TNCS HỒ CHÍ MINH", "KẾ HOẠCH", "Hè")

    assert (read.superior, read.issuer) == (None, "BCH ĐOÀN XÃ A")


def test_a_telegram_names_its_hour_and_its_addressees():
    reading = reading_of(
        "UBND TỈNH A\nSố: 2/CĐ-UBND\nTỉnh A, hồi 15 giờ 30 phút, ngày 19 tháng 10 năm 2025\n"
        "CÔNG ĐIỆN\nVề việc ứng phó với bão\nCHỦ TỊCH UBND TỈNH A điện:\n- Các sở, ngành;\n"
        "- Chủ tịch UBND các xã.\nThực hiện Công điện số 5/CĐ-TTg, yêu cầu:\n"
        "1. Các xã trực ban./.\n" + FOOT
    )

    assert (reading.header.place, reading.header.date) == ("Tỉnh A", "2025-10-19")
    assert reading.addressees == ("Các sở, ngành", "Chủ tịch UBND các xã")
    assert [basis.number for basis in reading.legal_bases] == ["5/CĐ-TTg"]


def test_one_addressee_ends_where_the_text_opens():
    reading = reading_of(
        "UBND XÃ A\nSố: 8/UBND-VX\nV/v trực Tết\nKính gửi: Các trường học; Trạm Y tế xã\n"
        "Thực hiện Kế hoạch số 3/KH-UBND của UBND tỉnh, UBND xã yêu cầu trực Tết./.\n" + FOOT
    )

    assert reading.addressees == ("Các trường học; Trạm Y tế xã",)
    assert reading.header.title == "V/v trực Tết"
    assert [basis.number for basis in reading.legal_bases] == ["3/KH-UBND"]


def test_a_title_ends_where_a_sentence_leads_into_the_text():
    read = header("Số: 1/KH-UBND", "KẾ HOẠCH", "Thực hiện Đề án, UBND xã lập kế hoạch như sau:")

    assert read.title is None


def test_a_page_without_a_header_is_text_from_its_first_line():
    reading = reading_of("b) Các trường gửi kế hoạch về Phòng.\n3. Công tác kiểm tra\nMỗi quý.\n")

    assert [section.title for section in reading.sections] == ["Công tác kiểm tra"]
    assert reading.header.document_type is None


@pytest.mark.parametrize(
    ("lines", "addressees"),
    [
        (("Kính gửi:", "Các trường;", "Trạm Y tế xã."), ("Các trường", "Trạm Y tế xã")),
        (
            ("Kính gửi: - Sở Y tế;", "- Các bệnh viện, trung tâm", "y tế trong tỉnh."),
            ("Sở Y tế", "Các bệnh viện, trung tâm y tế trong tỉnh"),
        ),
        (
            ("Kính gửi:", "- Các ấp", "Khu phố 1", "- Các đoàn thể."),
            ("Các ấp Khu phố 1", "Các đoàn thể"),
        ),
        (("Kính gửi: UBND tỉnh", "- Thực hiện chỉ đạo của UBND tỉnh"), ("UBND tỉnh",)),
        (("Kính gửi: Bộ Nội vụ", "Thực hiện nếp sống mới"), ("Bộ Nội vụ",)),
    ],
)
def test_addressees_end_with_their_list(lines, addressees):
    text = "\n".join(["UBND XÃ A", "V/v trực Tết", *lines, "1. Trực Tết cả ngày lẫn đêm."])

    assert reading_of(f"{text}\n{FOOT}").addressees == addressees


def test_a_letter_is_told_by_its_subject_or_its_addressees():
    assert header("UBND XÃ A", "V/v trực Tết").document_type == "Công văn"
    assert header("UBND XÃ A", "Kính gửi: Các ấp.").document_type == "Công văn"
    assert header("UBND XÃ A", "Số: 5/TB-UBND").document_type == "Thông báo"
    assert header("UBND XÃ A", "Số: 5/KHLT-UBND-CA").document_type == "Kế hoạch"


def test_the_number_of_another_document_in_a_name_is_not_the_own():
    read = header("ĐOÀN KIỂM TRA", "THEO QUYẾT ĐỊNH SỐ 10/QĐ-SYT", "KẾ HOẠCH", "Kiểm tra")

    assert read.number is None


def test_a_header_without_type_and_addressees_ends_where_the_text_opens():
    read = header("UBND XÃ A", "Số: 5/UBND-VX", "Căn cứ Kế hoạch số 3/KH-UBND, UBND xã yêu cầu:")

    assert (read.issuer, read.symbol) == ("UBND XÃ A", "UBND-VX")


def test_the_motto_of_the_youth_union_may_be_broken_in_its_column():
    read = header(
        f"{'BCH ĐOÀN XÃ A':<50}ĐOÀN TNCS HỒ",
        f"{'***':<50}CHÍ MINH",
        f"{'Số: 3-KH/ĐTN':<50}Xã A, ngày 3 tháng 5 năm 2024",
        "KẾ HOẠCH",
        "Hè",
    )

    assert (read.issuer, read.superior, read.number) == ("BCH ĐOÀN XÃ A", None, "3")
