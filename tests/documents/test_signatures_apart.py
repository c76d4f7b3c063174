import datetime as dt
from pathlib import Path

import pytest

from haidang.documents.signatures.apart import examine_apart
from haidang.documents.signatures.boxes import without_boxes
from haidang.documents.signatures.verifying import verify
from haidang.text.reading import read
from haidang.text.reading.unreadable import Unreadable
from tests.makers import signing

PLAN = (Path(__file__).parents[2] / "samples" / "99-KH-UBND.pdf").read_bytes()
NOW = signing.SIGNED_AT + dt.timedelta(days=1)


def test_a_process_of_its_own_finds_the_same():
    """A file is examined where nothing of ours is, and what its signature draws is left out."""
    signed = signing.sign(PLAN, signing.officer(), box=(300, 100, 420, 160))
    roots = [signing.root().der]

    found = examine_apart(signed, roots, NOW)

    assert found.verification == verify(signed, roots, NOW)
    assert found.text == read(PLAN).text != read(signed).text
    assert "Timestamp: 2024-11-25" in " ".join(found.drawn)
    assert (found.mark, found.title) == (None, "Công tác thông tin đối ngoại năm 2024")


def test_a_broken_file_is_refused_from_there_by_name():
    with pytest.raises(Unreadable) as refused:
        examine_apart(PLAN[:9_000], [], NOW)

    assert refused.value.code == "broken-pdf"


def test_a_file_without_boxes_is_read_as_it_is():
    assert without_boxes(PLAN) is None


def test_boxes_are_not_looked_for_in_a_broken_file():
    with pytest.raises(Unreadable):
        without_boxes(b"%PDF-1.7\n")
