"""What is broken, hostile or very long: refused by name, or checked within bounds."""

import contextlib
import io
import time
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from haidang.text.blocks import Paragraph
from haidang.text.checking import check, repaired
from haidang.text.reading.unreadable import Unreadable
from haidang.text.writing import write_docx
from tests.text.files import W, docx, p
from tests.text.flawed import LOOKS, MAIN, edited, good, good_docx, parts_of
from tests.text.papers import PROSE

SMALL = next(fault for fault in LOOKS if fault.name == "body too small")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not-docx"),
        ("Kế hoạch".encode(), "not-docx"),
        (b"PK\x03\x04", "broken"),
        (docx(""), "empty"),
        (docx(p("chữ")).replace(b"word/document.xml", b"word/dokument.xml"), "archive"),
    ],
)
def test_what_is_no_document_is_refused_by_name(data, code):
    with pytest.raises(Unreadable) as refused:
        check(data)

    assert refused.value.code == code


def test_a_document_without_a_body_is_refused():
    xml = f"<w:document {W}/>".encode()
    with pytest.raises(Unreadable, match="không có nội dung"):
        check(with_parts(docx(p("chữ")), **{MAIN: xml}))


def test_a_bomb_is_refused():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MAIN, "<w>" + " " * 40_000_000)

    with pytest.raises(Unreadable) as refused:
        check(made.getvalue())
    assert refused.value.code == "zip-bomb"


def with_parts(data, **more):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in (parts_of(data) | more).items():
            archive.writestr(name, content)
    return out.getvalue()


OUTSIDE = (
    '<Relationship Id="rId9" TargetMode="External" Target="http://127.0.0.1:9/x.dotm" Type="http://'
    'schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/></Rel'
)


def test_macros_templates_and_embedded_objects_are_neither_followed_nor_lost():
    data = edited(SMALL.planted(good_docx()), "word/_rels/document.xml.rels", "</Rel", OUTSIDE)
    extra = {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0", "word/embeddings/a.bin": b"object"}
    data = with_parts(data, **extra)

    mended = repaired(data)

    carried = ["macro", "đối tượng nhúng", "nội dung lấy từ nơi khác"]
    assert [finding.found for finding in check(data)] == ["cỡ 12", *carried]
    assert [finding.found for finding in check(mended)] == carried
    before, after = parts_of(data), parts_of(mended)
    assert {name for name in before if before[name] != after[name]} == {MAIN}


def test_a_file_that_names_itself_in_an_entity_expands_nothing():
    xml = '<!DOCTYPE d [<!ENTITY a "chữ"><!ENTITY b "&a;&a;&a;">]>'
    data = docx(p("&b;"))
    parts = parts_of(data)
    with pytest.raises(Unreadable):
        check(with_parts(data, **{MAIN: xml.encode() + parts[MAIN]}))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_broken_part_brings_anything_but_findings_or_a_refusal(data):
    parts = parts_of(good_docx())
    name = data.draw(st.sampled_from(sorted(parts)))
    content = parts[name]
    at = data.draw(st.integers(0, len(content)))
    noise = data.draw(st.binary(max_size=6))
    broken = with_parts(good_docx(), **{name: content[:at] + noise + content[at + len(noise) :]})

    with contextlib.suppress(Unreadable):
        findings = check(broken)
        assert all(finding.place and finding.due for finding in findings)
        after = parts_of(repaired(broken)).keys()
        assert parts.keys() <= after
        assert after - parts.keys() <= {"word/header-page-number.xml"}  # where noise hid the header


def long(pages):
    blocks = tuple(Paragraph(f"Việc thứ {number}. {PROSE * 4}") for number in range(pages * 3))
    return write_docx(replace(good(), blocks=blocks, appendices=()))


def taken(data):
    begun = time.process_time()
    check(data)
    return time.process_time() - begun


def test_three_hundred_pages_cost_what_their_length_says():
    small, large = long(30), long(300)
    check(small)

    assert taken(large) < 16 * min(taken(small) for _ in range(3)) + 0.5
