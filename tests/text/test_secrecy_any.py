"""Whatever comes in, looking for a stamp ends, in good time, with an answer or a refusal."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.text import Unreadable, secrecy_mark, secrecy_mark_of
from haidang.text.reading.page_stamps import stamps_of_pages
from haidang.text.understanding.secrecy.degrees import DEGREES
from haidang.text.understanding.secrecy.names import secrecy_mark_of_name
from tests.text import stamp_drawings as draw
from tests.text.files import docx, p
from tests.text.secrecy_files import stamped_docx, stamped_html, stamped_pdf
from tests.text.secrecy_pages import made, with_picture

ANSWERS = {None, *DEGREES}
SIGNS = [" ", "  ", "\t", "|", "\n", "\f", "/", "-", "(", ")", ":", "\u0323", "\u200b", "\u202e"]
PARTS = "M Ậ T MẬT Tối TUYỆT Số: Độ mật bảo 1. KẾ HOẠCH &#77; <b>".split(" ")
WORDS = st.one_of(st.text(), st.lists(st.sampled_from(SIGNS + PARTS), max_size=30).map("".join))
FILES = [
    stamped_docx()["a comment"],
    stamped_docx()["a document within"],
    stamped_html()["a drawing"],
    stamped_pdf()["a line"],
    made("<</Title (MAT)>>", trailer="/Info 6 0 R"),
    docx(p("a")),
]
LONG = {
    "MẬT  ": 8_000,
    "Mật\n": 8_000,
    "M": 40_000,
    "số: 1/": 8_000,
    "MẬT x\f": 4_000,
    " " * 40_000 + "MẬT": 1,
    "T\n": 20_000,
    "(MẬT\n": 4_000,
    "ngày ": 8_000,
    "<b ": 10_000,
}


def answer(data):
    try:
        return secrecy_mark_of(data, "")
    except Unreadable as refusal:
        return refusal.code


@given(WORDS)
def test_any_words_have_an_answer(words):
    assert secrecy_mark(words) in ANSWERS
    assert secrecy_mark(words, is_beside=True) in ANSWERS
    assert secrecy_mark_of_name(words) in ANSWERS


@given(WORDS)
def test_a_stamp_above_any_words_is_found(words):
    assert secrecy_mark(f"TUYỆT MẬT\n\nKẾ HOẠCH\n\n{words}") == "TUYỆT MẬT"


@given(st.sampled_from(FILES), st.integers(0, 2_000), st.binary(max_size=6))
def test_a_broken_file_has_an_answer_or_is_refused(data, place, junk):
    broken = data[:place] + junk + data[place + len(junk) :]

    assert answer(broken) in {*ANSWERS, "broken", "zip-bomb"}


@pytest.mark.parametrize("words", LONG)
def test_no_words_take_long(words):
    start = time.process_time()

    secrecy_mark(words * LONG[words])

    assert time.process_time() - start < 2


def test_a_picture_beside_the_page_is_not_drawn():
    data = with_picture(draw.on_white(draw.stamp("MẬT")), place=(900, 900))

    assert list(stamps_of_pages(data)) == []
