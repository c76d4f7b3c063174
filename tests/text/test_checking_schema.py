"""What is written keeps to the order of the schema of WordprocessingML.

What was mended is looked at where it is mended.
"""

import pytest

from haidang.text.writing import write_docx
from tests.text.clerk_papers import GOOD
from tests.text.flawed import MAIN, edited, good_docx
from tests.text.schema_order import disorder
from tests.text.typed import SAMPLES


@pytest.mark.parametrize("kind", SAMPLES)
def test_every_type_is_written_in_order(kind):
    assert disorder(write_docx(SAMPLES[kind])) == []


@pytest.mark.parametrize("kind", GOOD)
def test_a_clerk_s_document_is_in_order(kind):
    assert disorder(GOOD[kind].docx()) == []


def test_what_is_out_of_order_is_seen():
    swapped = edited(good_docx(), MAIN, "<w:titlePg/></w:sectPr></w:body>", "</w:sectPr></w:body>")
    swapped = edited(swapped, MAIN, "<w:pgSz", "<w:titlePg/><w:pgSz")

    assert len(disorder(swapped)) == 1
