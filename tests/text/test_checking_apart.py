"""Checking a stranger's file in a process of its own: the same findings, within bounds."""

import io

import docx
import pytest

from haidang.text.checking import check, repaired
from haidang.text.checking.apart import check_apart, quoted
from haidang.text.reading.unreadable import Unreadable
from tests.text.flawed import LOOKS, good_docx


def test_a_file_is_checked_and_mended_as_it_is_here():
    flawed = LOOKS[0].planted(good_docx())

    checked = check_apart(flawed, mend=True)

    assert tuple(row.finding for row in checked.found) == check(flawed)
    assert checked.found == quoted(flawed)
    assert checked.found[0].quotes == ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",)
    assert checked.mended == repaired(flawed)
    assert checked.mark is None


def test_nothing_is_mended_where_nobody_asked_or_nothing_can_be():
    assert check_apart(LOOKS[0].planted(good_docx())).mended == b""
    assert check_apart(good_docx(), mend=True).mended == b""


@pytest.mark.promise("N19")
def test_of_a_secret_file_nothing_is_said_but_its_degree():
    buffer = io.BytesIO()
    secret = docx.Document()
    secret.add_paragraph("TỐI MẬT")
    secret.save(buffer)

    checked = check_apart(buffer.getvalue(), mend=True)

    assert (checked.found, checked.mark, checked.mended) == ((), "TỐI MẬT", b"")


def test_what_is_no_document_is_refused_by_its_name():
    with pytest.raises(Unreadable) as refusal:
        check_apart(b"PK\x03\x04 broken")

    assert refusal.value.code
