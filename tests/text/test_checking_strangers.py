"""Faults in a clerk's own documents, planted before the rules for them were written."""

import io

import docx
import pytest

from haidang.text.checking import check, repaired
from haidang.text.reading import read_source
from tests.text.clerk_papers import GOOD as PAPERS
from tests.text.schema_order import disorder
from tests.text.strangers import GOOD, STRANGERS

ONE = pytest.mark.parametrize("planted", STRANGERS, ids=lambda planted: planted.name)


def words_of(data):
    """The text; a line that is drawn below words stands in a blank paragraph of its own."""
    return [line for line in read_source(data).text.splitlines() if line.strip()]


@pytest.mark.parametrize("kind", PAPERS)
def test_a_clerk_s_good_document_has_no_finding(kind):
    assert check(PAPERS[kind].docx()) == ()


@pytest.mark.parametrize("letter", GOOD, ids=("stamp", "address", "capitals"))
def test_what_a_good_document_may_have_besides_brings_no_finding(letter):
    assert check(letter.docx()) == ()


@pytest.mark.promise("N13")
@ONE
def test_a_stranger_s_fault_is_found_and_named(planted):
    found = [(finding.rule, finding.box) for finding in check(planted.letter.docx())]

    assert found == [(planted.rule, planted.box)]


@ONE
def test_mending_takes_away_what_can_be_mended_and_leaves_every_word(planted):
    flawed = planted.letter.docx()

    mended = repaired(flawed)

    assert check(mended) == tuple(one for one in check(flawed) if not one.repairable)
    assert words_of(mended) == words_of(flawed)
    assert repaired(mended) == mended
    assert disorder(mended) == []
    assert docx.Document(io.BytesIO(mended)).paragraphs
