"""Faults planted one at a time in a good document: each is found and named, and nothing else."""

import io
import re

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from haidang.text.checking import check, repaired
from haidang.text.reading import read_source
from haidang.text.writing import write_docx
from tests.text.flawed import (
    LOOKS,
    MAIN,
    WORDS,
    edited,
    good_docx,
    parts_of,
    rule_of,
    two_appendices,
)
from tests.text.schema_order import disorder

ONE = pytest.mark.parametrize("fault", [*LOOKS, *WORDS], ids=lambda fault: fault.name)


def named(data):
    return [(finding.rule, finding.box) for finding in check(data)]


def text_of(data):
    return read_source(data).text


def test_a_good_document_has_no_finding():
    assert check(good_docx()) == ()


@ONE
def test_a_planted_fault_is_found_and_named(fault):
    assert named(fault.planted(good_docx())) == [(fault.rule, fault.box)]


@ONE
def test_what_can_be_repaired_is_gone_and_the_text_is_the_same(fault):
    flawed = fault.planted(good_docx())

    mended = repaired(flawed)

    assert [finding.repairable for finding in check(flawed)] == [fault.repairable]
    assert named(mended) == ([] if fault.repairable else [(fault.rule, fault.box)])
    assert text_of(mended) == text_of(flawed)
    assert (mended == flawed) == (not fault.repairable)
    assert disorder(mended) == []


@settings(max_examples=25, deadline=None)
@given(st.sets(st.sampled_from(range(len(LOOKS))), min_size=2, max_size=8))
def test_many_faults_at_once_are_repaired_and_nothing_else_is_touched(numbers):
    flawed = good_docx()
    for number in sorted(numbers):
        fault = LOOKS[number]
        if fault.old in parts_of(flawed)[fault.part].decode():
            flawed = fault.planted(flawed)

    mended = repaired(flawed)

    assert check(mended) == ()
    assert text_of(mended) == text_of(flawed)
    assert repaired(mended) == mended
    before, after = parts_of(flawed), parts_of(mended)
    changed = {name for name in before if before[name] != after[name]}
    assert list(before) == list(after)
    assert changed <= {MAIN, "word/header1.xml"}


@pytest.mark.parametrize(
    ("after", "rule", "box"),
    [
        ("Hạnh phúc", "motto-line", "1"),
        ("HUYỆN CẦU NGANG", "issuer-line", "2"),
        ("ngoại năm 2024", "subject-line", "5"),
    ],
)
def test_a_line_that_is_missing_is_drawn(after, rule, box):
    data = good_docx()
    main = parts_of(data)[MAIN].decode()
    start = main.index('<w:p><w:pPr><w:pStyle w:val="RuleBelow"/>', main.index(after))
    line = main[start : main.index("</w:p>", start) + len("</w:p>")]
    flawed = edited(data, MAIN, line, "")

    assert named(flawed) == [(rule, box)]
    assert named(repaired(flawed)) == []
    assert text_of(repaired(flawed)).split() == text_of(flawed).split()


def test_a_blank_paragraph_below_serves_for_the_line():
    data = good_docx()
    main = parts_of(data)[MAIN].decode()
    start = main.index('<w:p><w:pPr><w:pStyle w:val="RuleBelow"/>', main.index("Hạnh phúc"))
    line = main[start : main.index("</w:p>", start) + len("</w:p>")]
    flawed = edited(data, MAIN, line, "<w:p><w:r><w:t> </w:t></w:r></w:p>")

    assert named(flawed) == [("motto-line", "1")]
    assert named(repaired(flawed)) == []
    assert text_of(repaired(flawed)) == text_of(flawed)


def test_a_line_of_another_length_is_found():
    data = good_docx()
    main = parts_of(data)[MAIN].decode()
    start = main.index('<w:p><w:pPr><w:pStyle w:val="RuleBelow"/>', main.index("Hạnh phúc"))
    line = main[start : main.index("</w:p>", start) + len("</w:p>")]

    assert named(edited(data, MAIN, line, rule_of(2200))) == [("motto-line-length", "1")]


def test_a_line_made_of_hyphens_is_found():
    data = good_docx()
    main = parts_of(data)[MAIN].decode()
    start = main.index('<w:p><w:pPr><w:pStyle w:val="RuleBelow"/>', main.index("Hạnh phúc"))
    line = main[start : main.index("</w:p>", start) + len("</w:p>")]
    flawed = edited(data, MAIN, line, "<w:p><w:r><w:t>-------------</w:t></w:r></w:p>")

    assert [(finding.rule, finding.repairable) for finding in check(flawed)] == [
        ("motto-line", False)
    ]


def without_header():
    data = good_docx()
    main = parts_of(data)[MAIN].decode()
    bare = re.sub(r"<w:headerReference [^>]*/>|<w:titlePg/>", "", main)
    return edited(data, MAIN, main, bare)


def test_page_numbers_that_are_missing_are_added():
    flawed = without_header()
    mended = repaired(flawed)

    assert named(flawed) == [("page-number-missing", "page")]
    assert named(mended) == []
    assert text_of(mended) == text_of(flawed)
    assert set(parts_of(mended)) - set(parts_of(flawed)) == {"word/header-page-number.xml"}
    header = docx.Document(io.BytesIO(mended)).sections[0].header
    assert [paragraph.alignment for paragraph in header.paragraphs] == [1]


def test_a_header_of_an_earlier_mending_does_not_stand_in_the_way():
    once = repaired(without_header())
    main = parts_of(once)[MAIN].decode()
    flawed = edited(once, MAIN, main, re.sub(r"<w:headerReference [^>]*/>|<w:titlePg/>", "", main))

    assert named(repaired(flawed)) == []
    assert "word/xheader-page-number.xml" in parts_of(repaired(flawed))


def test_findings_stand_in_the_order_of_the_text():
    flawed = good_docx()
    for fault in (WORDS[-1], LOOKS[-1], LOOKS[0]):
        flawed = fault.planted(flawed)

    places = [finding.place for finding in check(flawed)]
    assert places == ["bảng 1, hàng 1, ô 2", "mục I, đoạn 2", "Phụ lục, tên phụ lục"]


def test_a_header_that_holds_other_things_is_left_alone():
    flawed = edited(good_docx(), "word/header1.xml", " PAGE ", " DATE ")

    assert named(flawed) == [("page-number-missing", "page")]
    assert repaired(flawed) == flawed


def with_footer():
    data = edited(good_docx(), MAIN, "<w:headerReference", "<w:footerReference")
    main = parts_of(data)[MAIN].decode()
    return edited(data, MAIN, main, re.sub(r"<w:headerReference [^>]*/>", "", main))


def test_page_numbers_at_the_foot_are_moved_up():
    flawed = with_footer()
    mended = repaired(flawed)

    assert named(flawed) == [("page-number-place", "page")]
    assert named(mended) == []
    assert text_of(mended) == text_of(flawed)
    assert b"footerReference" not in parts_of(mended)[MAIN]


def test_a_footer_that_says_more_keeps_its_number():
    flawed = edited(with_footer(), "word/header1.xml", "<w:r><w:t>2", "<w:r><w:t>Phòng Văn hóa 2")

    assert named(flawed) == [("page-number-place", "page"), ("page-number-form", "page")]
    assert repaired(flawed) == flawed


def test_several_appendices_have_roman_numbers():
    assert named(write_docx(two_appendices())) == [("appendix-number", "text")] * 2
