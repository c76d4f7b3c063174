"""Legal bases read by rules: openers, numbers, rows of numbers, laws, issuers."""

import pytest

from haidang.text.understanding.boxes.bases import is_basis
from tests.text.plans import reading_of


def bases(*opening):
    reading = reading_of(
        "\n".join(["KẾ HOẠCH", "Tuyên truyền", *opening, "I. MỤC ĐÍCH", "Nâng cao nhận thức."])
    )
    return reading.legal_bases


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Căn cứ Nghị quyết số 30c/NQ-CP ngày 08/11/2011;", ["30c/NQ-CP"]),
        ("Căn cứ Nghị quyết số 10/2025/NQLT/UBTVQH15-CP;", ["10/2025/NQLT/UBTVQH15-CP"]),
        ("Thực hiện Kế hoạch số 12 KH/ĐTN của Huyện đoàn;", ["12 KH/ĐTN"]),
        ("Căn cứ kế hoạch 90/KH-PGD của Phòng;", ["90/KH-PGD"]),
        (
            "Căn cứ các Quyết định: số 3/QĐ-TTg ngày 01/02/2020; số 4/QĐ-TTg ngày 02/3/2021;",
            ["3/QĐ-TTg", "4/QĐ-TTg"],
        ),
        (
            "Căn cứ Luật Tổ chức chính quyền địa phương, Nghị định số 30/2020/NĐ-CP;",
            ["30/2020/NĐ-CP"],
        ),
        ("Phúc đáp Công văn số 6/STP-VB của Sở Tư pháp;", ["6/STP-VB"]),
        ("Ngày 14/10/2025, Sở Y tế có Văn bản số 21/SYT-C.IV về kiểm tra;", ["21/SYT-C.IV"]),
        ("Căn cứ hướng dẫn tại Mẫu số 02/HNMT;", []),
        ("Xét đề nghị của Công ty Cấp nước tại Văn bản số 15/CTCN;", []),
        ("UBND xã vừa ban hành Kế hoạch số 9/KH-UBND.", []),
    ],
)
def test_a_basis_is_cited_by_its_number(text, numbers):
    assert [basis.number for basis in bases(text)] == numbers


def test_bases_may_stand_one_a_dash():
    assert [b.number for b in bases("- Căn cứ Quyết định số 2/QĐ-UBND;")] == ["2/QĐ-UBND"]
    listed = bases("Căn cứ:", "- Luật Báo chí ngày 05 tháng 4 năm 2016;", "- Nghị định số 4/NĐ-CP.")
    assert [basis.number for basis in listed if basis.number] == ["4/NĐ-CP"]


def test_each_law_of_a_row_is_a_basis():
    (first, second) = bases(
        "Căn cứ Luật Báo chí ngày 05/4/2016; Luật sửa đổi, bổ sung một số điều của Luật Báo chí "
        "ngày 10/12/2025;"
    )

    assert (first.title, first.date) == ("Luật Báo chí", "2016-04-05")
    assert second.title == "Luật sửa đổi, bổ sung một số điều của Luật Báo chí"


@pytest.mark.parametrize(
    ("text", "kind", "issuer"),
    [
        (
            "Căn cứ Công văn số 7/BVH-VP ngày 22/7/2025 của Bộ Văn hóa, Thể thao và Du lịch, UBND",
            "Công văn",
            "Bộ Văn hóa, Thể thao và Du lịch",
        ),
        (
            "Căn cứ Thông tư số 2/TT-VP của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ quy định",
            "Thông tư",
            "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ",
        ),
        ("Thực hiện Thông báo số 3/TB-VP ngày 01/3/2024, Sở A", "Thông báo", None),
        ("Thực hiện văn bản số 3/UBND-VX của UBND tỉnh về", "Văn bản", "UBND tỉnh"),
        ("Thực hiện chỉ đạo tại số 3/CT-UBND của UBND tỉnh về", "Chỉ thị", "UBND tỉnh"),
    ],
)
def test_kind_and_issuer_of_a_basis(text, kind, issuer):
    (basis,) = bases(text)

    assert (basis.kind, basis.issuer) == (kind, issuer)


def test_a_numbered_law_keeps_its_name():
    (law,) = bases("Căn cứ Luật Ngân sách nhà nước số 89/2025/QH15;")

    assert (law.kind, law.number, law.title) == ("Luật", "89/2025/QH15", "Luật Ngân sách nhà nước")


def test_an_opener_alone_is_no_basis():
    assert not is_basis("Căn cứ tình hình thực tế")
    assert is_basis("Căn cứ Luật Báo chí")
