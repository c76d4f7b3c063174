"""What a form of last year asks for: names nearly those of the catalogue, and lines of words."""

from haidang.orgs.naming import name_key
from haidang.reporting.last_form import of_workbook
from haidang.text.reading.workbooks import Cell, Sheet

KNOWN = {name_key("Buổi phát thanh"): 1, name_key("Giờ phát thanh"): 2, name_key("Số đài"): 3}
FORM = (
    ("STT", "Nội dung, chỉ tiêu", "Đơn vị tính"),
    ("I", "Phát thanh", ""),
    ("1", "Số buổi phát thanh (buổi)", "buổi"),
    ("2", "Số giờ phát thanh", "giờ"),
    ("3", "Số đài", "đài"),
    ("4", "Buổi phát thanh (trực tiếp)", "buổi"),
    ("III", "Khó khăn, vướng mắc", ""),
)


def read(rows, known=KNOWN):
    cells = tuple(tuple(Cell("A1", word) for word in row) for row in rows)
    return of_workbook([Sheet("Biểu", cells)], known, 2024)


def test_a_name_with_a_word_for_number_or_a_unit_is_the_indicator_of_the_catalogue():
    broadcasts, _ = read(FORM).sections

    assert [line.indicator for line in broadcasts.lines] == [1, 2, 3, None]  # asked for once


def test_a_line_without_figures_that_asks_for_words_is_a_section_of_words():
    *_, words = read(FORM).sections

    assert (words.title, words.kind, words.lines) == ("Khó khăn, vướng mắc", "prose", ())


def test_two_indicators_that_differ_by_the_word_alone_are_left_to_the_person():
    known = {name_key("Đài"): 1, name_key("Số đài"): 2}

    (section,) = read((FORM[0], ("1", "Đài (cái)", "cái")), known).sections

    assert [line.indicator for line in section.lines] == [None]
