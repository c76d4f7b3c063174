"""What a draft still lacks of a person: it is not sent to be signed, nor issued, without it."""

from dataclasses import replace

import pytest

from haidang.documents import commands
from haidang.documents.enums import EditionStatus
from haidang.documents.models import Edition, Number, Slip
from haidang.documents.unwritten import is_unnamed, places_to_write
from haidang.errors import Incomplete
from haidang.text.blocks import Heading, Paragraph, Signature
from tests.makers.documents import letter, make_agreed, make_bureau, make_draft


def with_last(words):
    document = letter()
    return replace(document, blocks=(*document.blocks[:-1], Paragraph(words)))


@pytest.mark.parametrize("words", ["…", "...", " … ", "- ……", "....................", "…/."])
def test_a_paragraph_of_dots_is_still_to_be_written(words):
    assert places_to_write(with_last(words)) == ["II. PHƯƠNG HƯỚNG"]


@pytest.mark.parametrize("words", ["Tiếp tục …", "", "..", "Không."])
def test_a_paragraph_with_words_is_written(words):
    assert places_to_write(with_last(words)) == []


def test_a_place_is_named_once_and_also_before_the_first_heading():
    dots, head = Paragraph("…"), Heading(0, "", "QUYẾT ĐỊNH:")
    document = replace(letter(), blocks=(dots, head, dots, dots))

    assert places_to_write(document) == ["phần đầu văn bản", "QUYẾT ĐỊNH:"]


def test_what_no_post_signs_needs_no_name():
    assert not is_unnamed(replace(letter(), signature=Signature()))
    assert is_unnamed(replace(letter(), signature=Signature((), "CHỦ TỊCH", " ")))


@pytest.mark.django_db
def test_an_unfinished_draft_is_not_sent_to_be_signed():
    bureau = make_bureau()
    edition = make_draft(bureau, with_last("…")).edition

    with pytest.raises(Incomplete, match=r"Chờ viết: II\. PHƯƠNG HƯỚNG"):
        commands.submit_for_signature(edition=edition, by=bureau.drafter)

    assert not Slip.objects.exists()


@pytest.mark.django_db
def test_a_document_without_the_name_of_who_signs_is_not_issued():
    bureau = make_bureau()
    unnamed = replace(letter(), signature=replace(letter().signature, name=None))
    edition = make_agreed(bureau, unnamed)

    with pytest.raises(Incomplete, match="Họ tên người ký còn trống"):
        commands.issue_document(edition=edition, by=bureau.clerk)

    assert Edition.objects.get().status == EditionStatus.DRAFT
    assert not Number.objects.exists()
