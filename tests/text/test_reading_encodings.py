"""Old Vietnamese letters: the tables both ways, and the right one found without being told."""

import unicodedata

import pytest

from haidang.text import read
from haidang.text.reading import read_source
from haidang.text.reading.legacy import from_tcvn3, from_viscii, from_vni, table_of_font
from tests.text.plans import FOUNDING

PLAN = FOUNDING.read_text("utf-8")
LETTERS = "".join(
    unicodedata.normalize("NFC", base + tone)
    for base in "aăâeêioôơuưy"
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
)
WORDS = f"{LETTERS}đ"


def codes(table, units):
    """The way back of a table: what each letter was typed as."""
    back = {}
    for unit in units:
        back.setdefault(table(unit), unit)
    return back


LATIN = [chr(code) for code in range(1, 256)]
PAIRS = [vowel + mark for vowel in "aeouyôöAEOUYÔÖ" for mark in LATIN[191:]]
TO_TCVN3 = codes(from_tcvn3, LATIN)
TO_VISCII = codes(from_viscii, LATIN[127:] + LATIN)
TO_VNI = codes(from_vni, LATIN[:127] + PAIRS + LATIN[191:])


def typed(words, back):
    return "".join(back.get(letter, back.get(letter.lower(), letter)) for letter in words)


def cp1258(words):
    """Windows writes a vowel with its hat, then its tone."""
    made = []
    for letter in words:
        apart = unicodedata.normalize("NFD", letter)
        tones = [mark for mark in apart if mark in "\u0300\u0301\u0303\u0309\u0323"]
        hat = "".join(mark for mark in apart if mark not in tones)
        made += [unicodedata.normalize("NFC", hat), *tones]
    return "".join(made).encode("cp1258", "replace")


@pytest.mark.parametrize(
    ("table", "back"), [(from_tcvn3, TO_TCVN3), (from_vni, TO_VNI), (from_viscii, TO_VISCII)]
)
def test_every_letter_has_its_code_and_comes_back(table, back):
    assert set(WORDS) <= set(back)
    assert table(typed(WORDS, back)) == WORDS


@pytest.mark.parametrize(("table", "back"), [(from_vni, TO_VNI), (from_viscii, TO_VISCII)])
def test_capitals_have_theirs_too(table, back):
    capitals = WORDS.upper()

    assert table(typed(capitals, back)) == capitals


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (typed(PLAN.lower(), TO_TCVN3).encode("latin-1", "replace"), "TCVN3"),
        (typed(PLAN.lower(), TO_VNI).encode("latin-1", "replace"), "VNI"),
        (typed(PLAN.lower(), TO_VISCII).encode("latin-1", "replace"), "VISCII"),
        (cp1258(PLAN.lower()), "Windows-1258"),
        (typed(PLAN.lower(), TO_TCVN3).encode(), "TCVN3"),
        (typed(PLAN.lower(), TO_VNI).encode(), "VNI"),
    ],
)
def test_a_plan_in_old_letters_is_read_without_being_told_which(data, name):
    source = read_source(data)

    letters = [letter for letter in source.text.lower() if letter.isalpha()]
    assert letters == [letter for letter in PLAN.lower() if letter.isalpha()]
    assert source.warnings == (
        f"Bảng mã chữ cũ ({name}) đã được đổi sang Unicode; hãy đối chiếu dấu.",
    )


def test_lines_that_were_unicode_before_stay_as_they_are():
    old = typed("Thực hiện kế hoạch của tỉnh về thông tin đối ngoại ở các xã", TO_TCVN3)

    source = read_source(f"{old}\nỦy ban nhân dân".encode())

    assert source.text == (
        "Thực hiện kế hoạch của tỉnh về thông tin đối ngoại ở các xã\nỦy ban nhân dân"
    )


def test_other_languages_are_left_alone():
    french = "Le procès-verbal a été signé à Hà Nội par les délégués après un débat très animé."

    assert read_source(french.encode()).text == french


def test_a_file_with_a_torn_letter_is_still_unicode():
    source = read_source(PLAN.encode()[:-1] + b"\xc3")

    assert source.text.startswith(PLAN[:200])
    assert source.warnings == ("Tệp có chữ hỏng, không đọc được.",)


def test_a_decomposed_plan_is_understood_like_a_composed_one():
    assert read(unicodedata.normalize("NFD", PLAN).encode()) == read(PLAN.encode())


@pytest.mark.parametrize(
    ("font", "typed_as", "meant"),
    [
        (".VnTime", "kÕ ho¹ch", "kế hoạch"),
        (".VnTimeH", "kÕ ho¹ch", "KẾ HOẠCH"),
        ("'.VnArialH'", "kÕ", "KẾ"),
        ("VNI-Times", "Keá hoaïch", "Kế hoạch"),
        ("VNI-Times", "KEÁ HOAÏCH", "KẾ HOẠCH"),
    ],
)
def test_a_font_tells_its_table(font, typed_as, meant):
    assert table_of_font(font)(typed_as) == meant


def test_fonts_of_unicode_tell_none():
    assert table_of_font("Times New Roman") is None


CAPITALS = ["ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI", "TM. ỦY BAN", "KẾ HOẠCH", "Sở LĐTBXH; Xã An Hòa"]


def test_tcvn3_has_no_code_for_marked_capitals_and_words_get_them_back():
    text = "\n".join([*CAPITALS, PLAN])

    source = read_source(typed(text, TO_TCVN3).encode("cp1252"))

    assert source.text.split("\n")[: len(CAPITALS)] == CAPITALS


def test_dashes_and_quotation_marks_of_windows_come_out():
    text = PLAN.replace('"', "“").replace(" - ", " – ")

    assert " – " in read_source(typed(text, TO_VNI).encode("cp1252")).text
