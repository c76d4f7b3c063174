"""Names out of the capitals of a letterhead, as they are written in text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.documents.plain_names import in_text, of_known_unit
from tests.makers.orgs import make_authority

NAMES = [
    "Ủy ban nhân dân huyện Cầu Ngang",
    "Ủy ban nhân dân xã Vinh Kim, huyện Cầu Ngang",
    "Hội đồng nhân dân tỉnh Trà Vinh",
    "Sở Thông tin và Truyền thông",
    "Phòng Văn hóa và Thông tin huyện Cầu Ngang",
    "Bộ Lao động - Thương binh và Xã hội",
    "Chủ tịch",
    "Phó Chủ tịch",
    "Phó Trưởng phòng",
    "Phó Giám đốc Sở Nội vụ",
    "Chánh Văn phòng",
]
UNDECIDED = ["CÔNG TY LÚA VÀNG", "UBND HUYỆN THỬ", "SỞ GIÓ VÀ NƯỚC"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_capitals_is_written_as_in_text(name):
    assert in_text(name.upper()) == name


@pytest.mark.parametrize("name", [*UNDECIDED, *NAMES, "", "UBND"])
def test_what_nobody_can_decide_and_what_is_written_in_text_stays(name):
    assert in_text(name) == name


@given(st.sampled_from(NAMES) | st.text(max_size=40))
def test_no_letter_of_a_name_is_lost_and_twice_is_once(name):
    said = in_text(name)

    assert "".join(said.casefold().split()) == "".join(name.casefold().split())
    assert in_text(said) == said


@pytest.mark.django_db
def test_a_known_unit_is_named_as_it_is_kept():
    unit = make_authority(communes=1).communes[0]
    unit.name = "Ủy ban nhân dân Lúa Vàng"
    unit.save()

    assert of_known_unit("UỶ BAN NHÂN DÂN LÚA VÀNG".replace("Uỷ", "Ủy")) == unit.name
    assert of_known_unit("ỦY BAN NHÂN DÂN LÚA BẠC") == "ỦY BAN NHÂN DÂN LÚA BẠC"
    assert of_known_unit("SỞ NỘI VỤ") == "Sở Nội vụ"
    assert of_known_unit("Sở nội vụ") == "Sở nội vụ"
