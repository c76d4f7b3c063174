"""Secrecy stamps in every spelling and place are refused; what only speaks of secrets is read."""

import pytest

from haidang.text import secrecy_mark
from haidang.text.understanding.secrecy.names import secrecy_mark_of_name
from tests.text import secrecy_file_names
from tests.text.plans import HERE, shape
from tests.text.secrecy_innocents import innocent_texts
from tests.text.secrecy_kept import kept_innocent, kept_stamped
from tests.text.secrecy_later import later_innocent, later_stamped
from tests.text.secrecy_papers import PAPERS, paper
from tests.text.secrecy_variants import stamped_texts


def missed(texts):
    return [name for name, text in texts.items() if secrecy_mark(text) is None]


def refused(texts):
    return [name for name, text in texts.items() if secrecy_mark(text) is not None]


@pytest.mark.promise("N19")
def test_five_hundred_stamped_documents_are_refused(proof):
    texts = stamped_texts()

    assert len(texts) == 500
    assert missed(texts) == []
    proof(tried="văn bản có dấu độ mật, đủ lối viết và chỗ đóng", times=500, figure="0 lọt")


@pytest.mark.promise("N19")
def test_innocent_documents_about_secrets_are_read(proof):
    texts = innocent_texts()

    assert len(texts) >= 200
    assert refused(texts) == []
    proof(tried="văn bản chỉ nói về bí mật, bảo mật", times=len(texts), figure="0 bị từ chối nhầm")


@pytest.mark.promise("N19")
def test_what_was_kept_apart_from_the_rules_is_told_apart_as_well(proof):
    stamped = kept_stamped() | later_stamped()
    innocent = kept_innocent() | later_innocent()

    assert missed(stamped) == []
    assert refused(innocent) == []
    proof(tried="văn bản để riêng khi viết quy tắc", times=len(stamped) + len(innocent))


PLAIN = ("MẬT", "TỐI MẬT", "[TUYỆT MẬT]", "M Ậ T", "ĐỘ MẬT: MẬT", "MẬT - KHẨN", "TOI MAT")
SHAPES = sorted(path.stem for path in (HERE / "shapes").glob("*.txt"))


@pytest.mark.promise("N19")
@pytest.mark.parametrize("name", SHAPES)
def test_a_plain_stamp_at_the_head_of_any_kind_of_document_is_refused(name):
    lines = shape(name).split("\n")
    heads = [place for place, line in enumerate(lines) if line.strip()][:5]
    texts = {
        (stamp, place): "\n".join([*lines[:place], stamp, *lines[place:]])
        for stamp in PLAIN
        for place in heads
    }

    assert secrecy_mark(shape(name)) is None
    assert missed(texts) == []


@pytest.mark.parametrize("name", PAPERS)
def test_the_papers_themselves_bear_no_stamp(name):
    assert secrecy_mark(paper(name)) is None


@pytest.mark.promise("N19")
def test_names_of_stamped_files_are_told_from_names_that_sound_alike(proof):
    stamped, innocent = secrecy_file_names.STAMPED, secrecy_file_names.INNOCENT

    assert [name for name in stamped if secrecy_mark_of_name(name) is None] == []
    assert [name for name in innocent if secrecy_mark_of_name(name) is not None] == []
    proof(tried="tên tệp mang dấu, tên tệp chỉ giống", times=len(stamped) + len(innocent))


def test_the_name_tells_the_degree():
    assert secrecy_mark_of_name("KH 3 - TUYỆT MẬT.docx") == "TUYỆT MẬT"
    assert secrecy_mark_of_name("toi-mat-kh3.docx") == "TỐI MẬT"
    assert secrecy_mark_of_name("x" * 100_000 + " MẬT") is not None
