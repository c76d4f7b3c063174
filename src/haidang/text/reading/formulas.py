"""Slips of a machine that can be told for certain: fixed words of the form, letters in numbers."""

import re
import unicodedata

_FORMULAS = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "ỦY BAN NHÂN DÂN",
    "HỘI ĐỒNG NHÂN DÂN",
    "MẶT TRẬN TỔ QUỐC",
    "BAN THƯỜNG TRỰC",
    "PHÓ CHỦ TỊCH",
    "CHỦ TỊCH",
    "PHÓ TỔNG GIÁM ĐỐC",
    "PHÓ GIÁM ĐỐC",
    "GIÁM ĐỐC",
    "PHÓ TRƯỞNG PHÒNG",
    "TRƯỞNG PHÒNG",
    "TRƯỞNG BAN",
    "PHÓ CHÁNH VĂN PHÒNG",
    "CHÁNH VĂN PHÒNG",
    "THỦ TRƯỞNG",
    "BỘ TRƯỞNG",
    "THỨ TRƯỞNG",
    "THỦ TƯỚNG",
    "NGHỊ QUYẾT",
    "QUYẾT ĐỊNH",
    "KẾ HOẠCH",
    "BÁO CÁO",
    "THÔNG BÁO",
    "HƯỚNG DẪN",
    "CHƯƠNG TRÌNH",
    "PHƯƠNG ÁN",
    "TỜ TRÌNH",
    "PHỤ LỤC",
    "MỤC ĐÍCH",
    "YÊU CẦU",
    "NHIỆM VỤ",
    "GIẢI PHÁP",
    "KẾT QUẢ",
    "TỔ CHỨC THỰC HIỆN",
)
_DIGITS = str.maketrans("IlO|", "1101")
_NUMBER = re.compile(r"(?<![^\s(])[\dIlO|]{1,4}(?![^\s.,;:)])")
_LOST_DOT = re.compile(r"^([IVX]+) (?=[^\W\d_]{2})(?=[^a-z]*$)")
_SCRAWL = re.compile(r"(?<!\S)(?=\S{2})[\d\W_]*[@&#$*<>|\\][\d\W_]*(?!\S)")


def mended(words: str) -> str:
    """The words of one line with certain slips set right; what cannot be told becomes "…".

    >>> mended("II NHIÊM VỤ, PHO CHU TỊCH"), mended("ngày &@ tháng l1 năm 2024")
    ('II. NHIỆM VỤ, PHÓ CHỦ TỊCH', 'ngày … tháng 11 năm 2024')
    """
    words = _LOST_DOT.sub(r"\1. ", _SCRAWL.sub("…", words))
    words = _NUMBER.sub(_number, words)
    for found in _FORMULA.finditer(_folded(words)):
        if found.group().isupper():
            words = words[: found.start()] + _BY_FOLD[found.group()] + words[found.end() :]
    return words


def _number(found: re.Match[str]) -> str:
    words = found.group()
    return words.translate(_DIGITS) if any(letter.isdigit() for letter in words) else words


def _folded(words: str) -> str:
    """The same letters without their marks, one for one."""
    return "".join(
        "D" if letter == "Đ" else unicodedata.normalize("NFD", letter)[0] for letter in words
    )


_BY_FOLD = {_folded(formula): formula for formula in _FORMULAS}
_FORMULA = re.compile(r"\b(?:{})\b".format("|".join(map(re.escape, _BY_FOLD))))
