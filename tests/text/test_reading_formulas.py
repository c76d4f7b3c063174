"""Slips of a machine are mended where they are certain, and nowhere else."""

import pytest

from haidang.text.reading.formulas import mended


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("UY BAN NHÂN DẦN TỈNH X", "ỦY BAN NHÂN DÂN TỈNH X"),
        ("KT. CHU TỊCH", "KT. CHỦ TỊCH"),
        ("II NHIỆM VU", "II. NHIỆM VỤ"),
        ("I. KÉT QUÁ THỰC HIỆN", "I. KẾT QUẢ THỰC HIỆN"),
        ("ngày 0I tháng l1 năm 2O24", "ngày 01 tháng 11 năm 2024"),
        ("ngày @3 tháng 5", "ngày … tháng 5"),
        ("Ông chủ tịch phó", "Ông chủ tịch phó"),
        ("I Love", "I Love"),
        ("I và O", "I và O"),
        ("GD & ĐT, 100% và S&T", "GD & ĐT, 100% và S&T"),
        ("số I105/KH", "số I105/KH"),
    ],
)
def test_only_certain_slips_are_mended(seen, meant):
    assert mended(seen) == meant
