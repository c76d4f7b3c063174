"""Names of units are the same however they are spelt, and different where they are not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.orgs.naming import name_key, slips_between


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Trung tâm Văn hóa – Thông tin và Thể thao", "trung tâm văn hoá - thông tin, thể thao"),
        ("UBND huyện Cầu Ngang", "Ủy ban nhân dân  huyện Cầu Ngang"),
        ("Phòng VH&TT", "Phòng Văn hóa và Thông tin"),
        ("Uỷ ban nhân dân xã", "Ủy ban nhân dân xã"),
    ],
)
def test_one_name_has_one_key(one, other):
    assert name_key(one) == name_key(other)


@given(st.text("aăâđeêioôơuưyàáảãạấồệợhnt 12-–,"))
def test_a_key_depends_on_neither_composition_nor_capitals(text):
    key = name_key(text)

    assert name_key(unicodedata.normalize("NFD", text)) == key
    assert name_key(text.upper()) == key
    assert slips_between(key, key) == 0


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("Xã Mỹ Long Nam", "Xã Mỹ Long Nam", 0),
        ("Xã Vinh Kin", "Xã Vinh Kim", 1),
        ("Xã Mỹ Long Nam", "Xã Mỹ Long Bắc", None),
        ("Phường 1", "Phường 2", None),
        ("Sở Tài chính", "Sở Tài chính tỉnh", None),
        ("Pong Van ho", "Phong Vang hoa", None),
    ],
)
def test_slips_are_counted_word_by_word(one, other, slips):
    assert slips_between(name_key(one), name_key(other)) == slips
