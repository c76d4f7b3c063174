"""The targets of whole documents: of sections, of tables, of duties; their spans and years."""

import pytest

from haidang.text.blocks import Place, Source
from haidang.text.understanding import understand

PLAN = """KẾ HOẠCH
Công tác thông tin đối ngoại năm 2024

Thực hiện Kế hoạch số 12/KH-UBND ngày 02/10/2023, trong đó có 100% xã, như sau:

I. MỤC TIÊU ĐẾN NĂM 2030

- 100% ấp có loa truyền thanh. Nâng cao chất lượng tin, bài.

II. NHIỆM VỤ

- Tuyên truyền về biển, đảo. Phấn đấu mỗi xã có ít nhất 02 mô hình điểm.

III. TỔ CHỨC THỰC HIỆN

1. Đài Truyền thanh: tổ chức ít nhất 04 buổi phát thanh/tuần.

IV. KẾT QUẢ NĂM 2023

- Đạt 95% kế hoạch.
"""


def buckets(reading, words):
    at = reading.text.index(words)
    return next(span.bucket for span in reading.spans if span.start <= at < span.end)


@pytest.mark.promise("N1")
def test_targets_are_found_with_their_year_and_bucket():
    reading = understand(Source(PLAN, "txt"))

    assert [(t.text, t.quantity, t.measure, t.year) for t in reading.targets] == [
        ("100% ấp có loa truyền thanh.", 100, "%", 2030),
        ("Phấn đấu mỗi xã có ít nhất 02 mô hình điểm.", 2, "mô hình", 2024),
        (
            "Đài Truyền thanh: tổ chức ít nhất 04 buổi phát thanh/tuần.",
            4,
            "buổi phát thanh/tuần",
            2024,
        ),
    ]
    assert buckets(reading, "100% ấp") == "target"
    assert buckets(reading, "tổ chức ít nhất") == "task"
    assert buckets(reading, "Tuyên truyền về biển") == "direction"
    assert all(reading.text[t.start : t.end] == t.text for t in reading.targets)


@pytest.mark.promise("N1")
def test_a_sentence_outside_a_duty_becomes_a_target():
    text = "KẾ HOẠCH\nNăm 2024\n\nI. MỤC ĐÍCH\n\n- Phấn đấu 90% hộ dân nghe đài.\n- Tuyên truyền.\n"

    reading = understand(Source(text, "txt"))

    assert buckets(reading, "Phấn đấu") == "target"
    assert buckets(reading, "Tuyên truyền.") == "purpose"


TABLE = """KẾ HOẠCH
Năm 2024

I. CHỈ TIÊU

"""
ROWS = [
    ["TT", "Chỉ tiêu", "ĐVT", "Thực hiện 2023", "Năm 2024", "Đến năm 2030"],
    ["1", "Tin, bài phát thanh", "tin, bài", "900", "trên 1.000", "2.000"],
    ["2", "Tỷ lệ ấp có loa", "%", "90", "95", "từ 98 đến 100"],
    ["3", "Mô hình điểm", "", "1", "chưa giao", "5 mô hình"],
    ["4", "", "tin", "", "7", "8"],
    ["", "", "", "", "", ""],
]


def table_source(rows):
    lines = [line for line in TABLE.splitlines() if line]
    places = [Place((at := TABLE.index(line)), at + len(line), "đoạn") for line in lines]
    text = TABLE
    for row_number, row in enumerate(rows, 1):
        for column, words in enumerate(row, 1):
            places.append(
                Place(len(text), len(text) + len(words), "ô", cell=(1, row_number, column))
            )
            text += words + (" | " if column < len(row) else "\n")
    return Source(text, "docx", tuple(place for place in places if place.start < place.end))


def test_the_rows_of_a_table_of_targets_are_targets():
    reading = understand(table_source(ROWS))

    assert [(t.quantity, t.upper, t.measure, t.bound, t.year) for t in reading.targets] == [
        (1000, None, "tin, bài", "above", 2024),
        (2000, None, "tin, bài", "exactly", 2030),
        (95, None, "%", "exactly", 2024),
        (98, 100, "%", "exactly", 2030),
        (5, None, "mô hình", "exactly", 2030),
    ]
    assert all(t.text.startswith(("Tin, bài", "Tỷ lệ", "Mô hình")) for t in reading.targets)
    assert buckets(reading, "Tỷ lệ ấp có loa") == buckets(reading, "từ 98") == "target"


def test_the_quantity_may_stand_before_the_name():
    rows = [["Năm 2025", "Chỉ tiêu"], ["12", "Cụm loa"]]

    (target,) = understand(table_source(rows)).targets

    assert (target.quantity, target.year, target.measure) == (12, 2025, None)
    assert target.text == "12 | Cụm loa"


def test_a_table_of_what_was_done_states_no_targets():
    rows = [["Chỉ tiêu", "ĐVT", "Kết quả 2023"], ["Tin, bài", "tin", "900"]]

    assert understand(table_source(rows)).targets == ()


def test_a_table_of_duties_states_no_targets_of_its_own():
    rows = [["Nội dung", "Chỉ tiêu", "Đơn vị chủ trì"], ["Rà soát danh sách", "5", "Sở A"]]

    reading = understand(table_source(rows))

    assert (reading.targets, len(reading.duties)) == ((), 1)


def test_a_target_recognised_in_a_picture_is_never_certain():
    places = (Place(0, len(PLAN), "trang 1", is_recognised=True),)

    reading = understand(Source(PLAN, "pdf", places))

    assert {target.certainty for target in reading.targets} == {"low"}
