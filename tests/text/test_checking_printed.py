"""A PDF is judged by where its letters stand and how they look."""

from dataclasses import replace

import pytest

from haidang.text.checking import check, paper_of
from haidang.text.checking.glyphs import Glyph, Glyphs, runs_of
from haidang.text.checking.looks import Letters
from haidang.text.checking.printed import centre_of, lines_of, measured
from haidang.text.layout import kind_of
from haidang.text.templates.samples import sample_of
from haidang.text.writing.pdf import write_pdf
from tests.text.files import pdf
from tests.text.typed import SAMPLES

LOOK = Letters(size=14)


def line(words, left=30.0, foot=200.0, look=LOOK, wide=2.0):
    """The glyphs of one line, each as wide as the other."""
    return [
        Glyph(letter, left + wide * at, left + wide * (at + 1), foot, foot + 4, look)
        for at, letter in enumerate(words)
        if letter != " "
    ]


def page(left=30.0, letters=80, lines=20, number=None, at=285.0):
    """A page of lines that end at the right margin, with its number."""
    glyphs = [g for n in range(lines) for g in line("x" * letters, left, 270 - 8 * n)]
    return glyphs + (line(str(number), 108, at) if number else [])


def margins(*pages):
    return measured(list(pages), [(210, 297)] * len(pages)).margins


@pytest.mark.parametrize("kind", SAMPLES)
def test_what_our_writer_prints_gives_no_finding(kind):
    assert check(write_pdf(SAMPLES[kind])) == ()


def test_below_a_type_without_a_subject_stands_its_text():
    assert check(write_pdf(sample_of(kind_of("giấy mời")))) == ()


def test_lawful_margins_are_not_spoken_of():
    assert margins(page(number=1), page(number=2)) == {}


@pytest.mark.parametrize(
    ("pages", "found"),
    [
        ([page(left=20)], {"left": 20, "right": 30}),
        ([page(letters=86)], {"right": 8}),
        ([page(left=20), page(left=30)], {}),
        ([page(left=20, lines=5)], {}),
        ([page(), page() + line("x" * 80, foot=290)], {"top": 3}),
        ([page(), page() + line("x" * 80, foot=8)], {"bottom": 8}),
        ([page() + line("x" * 9, foot=8)], {}),
    ],
)
def test_margins_that_every_page_breaks_are_told(pages, found):
    assert margins(*pages) == pytest.approx(found)


@pytest.mark.parametrize(("at", "where"), [(285.0, "top"), (10.0, "foot")])
def test_the_number_of_a_page_is_told_from_the_text(at, where):
    printed = measured([page(), page(number=2, at=at)], [(210, 297)] * 2)

    assert printed.numbers == {2: where}
    assert printed.margins == {}


def test_pages_that_are_turned_or_blank_say_nothing():
    printed = measured([page(left=5), []], [(297, 210), (210, 297)])

    assert (printed.margins, printed.numbers, printed.middle) == ({}, {}, None)


def test_columns_are_lines_of_their_own_and_a_tail_below_the_line_parts_nothing():
    glyphs = line("ab", 30, 200) + line("g", 34, 199) + line("cd", 120, 200)

    assert [found.words for found in lines_of(glyphs)] == ["abg", "cd"]
    assert centre_of(glyphs[:2]) == 32
    assert centre_of([]) is None


def test_words_are_found_where_they_stand_next():
    glyphs = Glyphs([line("CHU TICH", foot=200) + line("CHU TICH", foot=100)])

    assert [glyphs.of("CHU TICH", 1)[0].foot for _ in range(3)] == [200, 100, 200]
    assert glyphs.of("GIAM DOC", 1) == []
    assert glyphs.of("CHU TICH", 2) == []
    assert glyphs.of("CH", 1) == []


def test_a_passage_that_goes_on_overleaf_is_found_by_its_beginning():
    glyphs = Glyphs([line("x" * 60)])

    assert len(glyphs.of("x" * 90, 1)) == 40


def test_raised_signs_are_left_out_and_unknown_fonts_say_nothing():
    raised = replace(LOOK, size=9)

    assert [run.words for run in runs_of(line("word") + line("1", look=raised))] == ["word"]
    assert runs_of(line("word", look=None)) == ()


PAGES = [
    [(85, 780, "ỦY BAN NHÂN DÂN"), (85, 760, "Số: 05/BC-UBND"), (85, 700, "BÁO CÁO")]
    + [(85, 680 - 20 * n, "Ủy ban nhân dân xã báo cáo kết quả công tác") for n in range(20)],
    [(85, 760 - 20 * n, "Ủy ban nhân dân xã báo cáo kết quả công tác") for n in range(20)],
]


@pytest.mark.parametrize(
    ("numbers", "rules"),
    [
        ({}, {"page-number-missing"}),
        ({1: (290, 20)}, {"page-number-place"}),
        ({1: (290, 800)}, set()),
        ({0: (290, 800), 1: (290, 800)}, {"page-number-first"}),
    ],
)
def test_page_numbers_of_a_pdf(numbers, rules):
    pages = [
        lines + ([(*numbers[at], str(at + 1))] if at in numbers else [])
        for at, lines in enumerate(PAGES)
    ]

    found = {finding.rule for finding in check(pdf(*pages))}
    assert {rule for rule in found if rule.startswith("page-number")} == rules


def test_what_is_printed_is_never_mendable():
    paper = paper_of(pdf(*PAGES))

    assert paper.printed.pages == 2
    assert not any(finding.repairable for finding in check(pdf(*PAGES)))
