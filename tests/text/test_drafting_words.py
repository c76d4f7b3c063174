"""Nothing that was read is lost when it is written again (N13, first half; N1)."""

from collections import Counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from haidang.text import Unreadable, read
from haidang.text.drafting import draft_of, drafted
from haidang.text.drafting.accounting import read_words, words_of
from haidang.text.writing import write_docx, write_plain
from tests.text.broken import LINES, SHAPES, TOKENS
from tests.text.plans import FOUNDING
from tests.text.test_round_trip import WRITERS, alike, documents
from tests.text.typed import SAMPLES

NAMED = ("number", "symbol", "place", "date", "superior", "issuer", "title")


def header_of(reading):
    return [alike(str(getattr(reading.header, name))) for name in NAMED]


def sections_of(reading):
    return [
        (section.level, section.label, alike(str(section.title))) for section in reading.sections
    ]


def duties_of(reading):
    return [
        (duty.label, alike(duty.text), duty.unit, duty.lead, duty.coordinate, duty.deadline and
         duty.deadline.phrase)
        for duty in reading.duties
    ]  # fmt: skip


@pytest.mark.promise("N13")
@pytest.mark.parametrize("kind", ["docx", "txt"])
@pytest.mark.parametrize("name", ["kế hoạch 99", *SAMPLES])
def test_what_is_written_read_and_written_again_reads_the_same(name, kind):
    """Viết ra, đọc lại, viết lại: cùng thể thức, cùng mục, cùng nhiệm vụ, cùng chữ, mọi loại."""
    data = FOUNDING.read_bytes() if name == "kế hoạch 99" else WRITERS[kind](SAMPLES[name])
    reading = read(data)

    again = read(WRITERS[kind](draft_of(reading)))

    assert header_of(again) == header_of(reading)
    assert again.header.document_type == reading.header.document_type
    assert sections_of(again) == sections_of(reading)
    assert duties_of(again) == duties_of(reading)
    assert again.signature == reading.signature
    assert [words for words in again.recipients if words not in ("Lưu: VT", "Như trên")] == [
        words for words in reading.recipients if words not in ("Lưu: VT", "Như trên")
    ]


@pytest.mark.promise("N13")
@given(documents)
def test_the_words_of_a_document_come_back_in_their_order(document):
    """Mọi chữ của văn bản đã đọc đứng trong văn bản viết ra, theo thứ tự của nó."""
    plain = write_plain(document)

    assert alike(write_plain(draft_of(read(write_docx(document))))) == alike(plain)


@given(
    st.sampled_from(SHAPES)
    | st.lists(st.sampled_from(LINES) | st.sampled_from(TOKENS), max_size=30).map("\n".join)
)
def test_every_word_of_any_text_is_written_or_named(text):
    try:
        reading = read(text.encode())
    except Unreadable:
        assume(False)

    draft = drafted(reading)

    said = words_of(write_plain(draft.document)) + words_of(" ".join(draft.left_out))
    assert read_words(reading.text) - said == Counter()
    write_docx(draft.document)
