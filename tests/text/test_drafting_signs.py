"""Signs that people type are words as others are: the draft that comes back has them all."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from haidang.reporting.official.saying import as_written
from haidang.text.blocks import Paragraph
from haidang.text.drafting import draft_of
from haidang.text.merge import merge
from haidang.text.reading import read
from haidang.text.writing import write_docx
from tests.text.comparing import REPORT

WORDS = ["loa", "2", "20W", "kinh phí", "Đài", "=", "x"]
SIGNS = ["*", "_", "__", "[", "]", "{", "}", "{{", "<", "<b>", "&", "&amp;", "#", "\\", "`", "|"]
TYPED = st.lists(st.sampled_from([*WORDS, *SIGNS, " ", " "]), min_size=1, max_size=12)


@pytest.mark.promise("N13")
@settings(max_examples=60, deadline=None)
@given(TYPED.map("".join), st.booleans())
@example("Kinh phí ít <b>x</b> & {{7*7}}", True)
@example("2*20W và 3*40W", True)
@example("phát *trực tiếp* tại chợ", False)
@example("a__b ___ c", True)
def test_what_a_person_typed_with_signs_comes_back_as_it_was(typed, bullet):
    words = " ".join(f"Xã Long Sơn: {as_written(typed)} đã sửa.".split())
    one = Paragraph(words, bullet=bullet)
    document = replace(REPORT, blocks=(REPORT.blocks[0], one, *REPORT.blocks[1:]))

    back = draft_of(read(write_docx(document)))

    assert merge(document, back).document == document
