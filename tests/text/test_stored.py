"""A document kept as text comes back as it was, and strange texts are refused by name."""

import json
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.text.blocks import (
    Appendix,
    Document,
    Header,
    Heading,
    Paragraph,
    Signature,
    Table,
)
from haidang.text.stored import StoredError, as_json, from_json

SIMPLE = Document(Header(title="Về việc"), (Paragraph("Nội dung./."),), ("Lưu: VT",), Signature())

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12).map(
    lambda text: unicodedata.normalize("NFC", text)
)
maybe = st.none() | words
several = st.lists(words, max_size=3).map(tuple)
places = st.frozensets(st.integers(0, 5), max_size=3)
blocks = st.lists(
    st.builds(Heading, st.integers(0, 3), words, words)
    | st.builds(Paragraph, words, st.booleans())
    | st.builds(
        Table, several, st.lists(several, max_size=3).map(tuple), places, strong_rows=places
    ),
    max_size=4,
).map(tuple)
signatures = st.builds(Signature, several, maybe, maybe)
documents = st.builds(
    Document,
    header=st.builds(Header, *[maybe] * 8),
    blocks=blocks,
    recipients=several,
    signature=signatures,
    addressees=several,
    legal_bases=several,
    appendices=st.lists(
        st.builds(Appendix, words, words, words, blocks, st.booleans()), max_size=2
    ).map(tuple),
    drafter=maybe,
)


@given(documents)
def test_a_document_comes_back_as_it_was(document):
    kept = as_json(document)

    assert from_json(kept) == document
    assert as_json(from_json(kept)) == kept


def test_what_is_kept_is_canonical():
    kept = as_json(SIMPLE)

    assert kept == json.dumps(
        json.loads(kept), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    assert "Nội dung" in kept


def test_letters_are_composed_before_they_are_kept():
    apart = replace(SIMPLE, blocks=(Paragraph(unicodedata.normalize("NFD", "Nội dung./.")),))

    assert as_json(apart) == as_json(SIMPLE)


def test_a_field_that_came_later_takes_its_default():
    kept = json.loads(as_json(SIMPLE))
    del kept["document"]["drafter"]

    assert from_json(json.dumps(kept)) == SIMPLE


def changed(path, value):
    kept = json.loads(as_json(SIMPLE))
    *way, last = path
    at = kept
    for step in way:
        at = at[step]
    at[last] = value
    return json.dumps(kept)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "không phải JSON"),
        ("[" * 100_000, "không phải JSON"),
        ("[]", "phiên bản None"),
        (changed(["version"], 2), "phiên bản 2"),
        (changed(["document"], []), "document: cần dict, có list"),
        (changed(["document", "header"], {"tittle": "x"}), "header: không rõ trường tittle"),
        (changed(["document", "header", "title"], 7), "header.title: cần str, có int"),
        (changed(["document", "recipients"], "x"), "recipients: cần list"),
        (changed(["document", "blocks", 0], {"block": "Picture"}), "blocks.0.: không rõ loại"),
        (changed(["document", "blocks", 0], {"block": "Paragraph"}), "blocks.0.: thiếu trường"),
        (changed(["document", "blocks", 0, "bullet"], 1), "bullet: cần bool, có int"),
    ],
)
def test_from_json_refuses_other_texts(text, words):
    with pytest.raises(StoredError, match=words):
        from_json(text)
