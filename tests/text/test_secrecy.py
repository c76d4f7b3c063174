"""Secrecy marks are found where they are marks, and nowhere else (promise N19)."""

import unicodedata

import pytest

from haidang.text import secrecy_mark
from tests.text.plans import FOUNDING

STAMPED = {
    "MẬT": "MẬT",
    "TỐI MẬT": "TỐI MẬT",
    "TUYỆT MẬT": "TUYỆT MẬT",
    "  **MẬT**  ": "MẬT",
    "[ TỐI MẬT ]": "TỐI MẬT",
    "M Ậ T": "MẬT",
    "T Ố I   M Ậ T": "TỐI MẬT",
    "TOI MAT": "TỐI MẬT",
    "Độ mật: ...\nTUYỆT MẬT": "TUYỆT MẬT",
    "ĐỘ MẬT: TỐI MẬT": "TỐI MẬT",
    "UBND TỈNH X          MẬT          Số: 1": "MẬT",
    "SỞ NỘI VỤ | MẬT | Số: 1/KH": "MẬT",
    "Số: 05/MẬT-UBND": "MẬT",
    "MẬT\nTUYỆT MẬT": "TUYỆT MẬT",
    unicodedata.normalize("NFD", "MẬT"): "MẬT",
}
INNOCENT = [
    "Thực hiện chế độ bảo mật thông tin.",
    "BẢO MẬT",
    "BÍ MẬT NHÀ NƯỚC",
    "bí mật kinh doanh; bí mật nhà nước ở độ Mật, Tối mật và Tuyệt mật",
    "VỀ TĂNG CƯỜNG BẢO VỆ BÍ MẬT NHÀ NƯỚC",
    "Mật",
    "mật ong",
    "Tài liệu tuyệt mật được gửi riêng.",
    "MẤT",
    "MẶT TRẬN TỔ QUỐC",
    "TM. ỦY BAN NHÂN DÂN",
    "Số: 12/TMDV-KH",
    "M",
    "",
]


def stamped(mark):
    plan = FOUNDING.read_text("utf-8")
    return plan.replace("KẾ HOẠCH\n", f"{mark}\n\nKẾ HOẠCH\n", 1)


@pytest.mark.promise("N19")
@pytest.mark.parametrize(("mark", "degree"), STAMPED.items())
def test_a_mark_on_its_own_is_found(mark, degree):
    assert secrecy_mark(mark) == degree
    assert secrecy_mark(stamped(mark)) == degree


@pytest.mark.promise("N19")
@pytest.mark.parametrize("words", INNOCENT)
def test_words_about_secrecy_are_no_mark(words):
    assert secrecy_mark(words) is None
    assert secrecy_mark(stamped(words)) is None


@pytest.mark.promise("N19")
def test_the_founding_plan_speaks_of_secrecy_and_bears_no_mark():
    plan = FOUNDING.read_text("utf-8")

    assert "bảo mật" in plan
    assert secrecy_mark(plan) is None
