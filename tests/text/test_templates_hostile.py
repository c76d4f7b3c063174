"""Templates made to harm, and documents whose words look like fields, code or markup."""

import time
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from haidang.text import Unreadable
from haidang.text.blocks import Paragraph, Signature
from haidang.text.layout import kind_of
from haidang.text.templates import check_template, fill, pdf_by_template
from haidang.text.templates.form import MAX_BYTES
from haidang.text.templates.spelling import MAX_FIELDS
from haidang.text.writing import write_plain
from tests.system import needs_libreoffice
from tests.text.flawed import good
from tests.text.forms import (
    MAIN,
    W,
    checked,
    packed,
    parts_of,
    replaced,
    run,
    starting,
    texts_of,
    tree_of,
    with_paragraph,
)
from tests.text.papers import report

LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)


def with_doctype(declared, used):
    old = parts_of(starting())[MAIN].decode()
    head, body = old.split("\n", 1)
    return packed(
        parts_of(starting())
        | {MAIN: f"{head}\n{declared}{body.replace('{{nội dung}}', used, 1)}".encode()}
    )


def bomb():
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts_of(starting()).items():
            archive.writestr(name, content)
        archive.writestr("word/media/image1.png", b"\0" * (60 * 2**20))
    return out.getvalue()


def many_parts():
    grain = bytes(range(256)) * 1_600 + bytes(2**16)
    return packed(parts_of(starting()) | {f"word/media/{n}.png": grain for n in range(110)})


HOSTILE = {
    "no zip": (lambda: b"%PDF-1.7", "not-docx"),
    "cut": (lambda: starting()[:2000], "broken"),
    "another zip": (lambda: packed({"a.txt": b"x"}), "archive"),
    "no body": (lambda: packed({MAIN: f'<w:document xmlns:w="{W[1:-1]}"/>'.encode()}), "broken"),
    "too large": (lambda: b"PK\x03\x04" + bytes(MAX_BYTES), "too-large"),
    "bomb": (bomb, "zip-bomb"),
    "bomb in many parts": (many_parts, "zip-bomb"),
    "entities": (lambda: with_doctype(LAUGHS, "&c;"), "broken"),
    "a file by an entity": (
        lambda: with_doctype('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', "&e;"),
        "broken",
    ),
    "one name twice": (
        lambda: packed(parts_of(starting()) | {"word/Document.xml": b"<a/>"}), "broken"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_by_name(name):
    make, code = HOSTILE[name]
    data = make()

    for use in (lambda: checked(data), lambda: fill(data, good())):
        with pytest.raises(Unreadable) as refused:
            use()
        assert refused.value.code == code


@pytest.mark.parametrize("typed", ["{{số}}", "{{số"])
def test_ten_thousand_fields_are_refused_in_time(typed):
    many = with_paragraph("</w:p><w:p>".join([run(typed)] * 10_000))
    started = time.process_time()  # its own work, whatever else the machine does

    found = checked(many)

    assert found
    with pytest.raises(Unreadable):
        fill(many, good())
    assert time.process_time() - started < 10


def test_as_many_fields_as_are_allowed_are_filled():
    many = with_paragraph("</w:p><w:p>".join([run("Số {{số}}")] * (MAX_FIELDS - 30)))

    assert texts_of(fill(many, good())).count("Số 05") == MAX_FIELDS - 30


PIECES = [*"aă {}[]|*<>&'%#=;:/-", '"', "{{số}}", "{{nội dung}}", "<w:t>", "]]>"]
WHOLE = ["{{trích yếu}}", "{{{{số}}}}", "{% include 'x' %}", '=HYPERLINK("http://a")', "&lt;&amp;",
         "[[1|http://a]]", "<w:fldSimple w:instr='DDE'/>", "\x00\x0b\ufffe"]  # fmt: skip
WORDS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.sampled_from(WHOLE)


@pytest.mark.promise("N30")
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WORDS, WORDS, WORDS)
def test_values_are_words_and_nothing_else(title, body, name):
    """Lời trong văn bản không bao giờ thành trường, mã hay liên kết của mẫu."""
    document = replace(
        report(appendices=(), legal_bases=(), addressees=()),
        header=replace(good().header, title=f"Việc {title}"),
        blocks=(Paragraph(f"Đoạn {body}"), Paragraph(f"Tiếp {name} hết")),
        signature=Signature(("KT. CHỦ TỊCH",), "PHÓ CHỦ TỊCH", f"Tên {name}"),
    )
    template = with_paragraph(run("Về {{trích yếu}}"))

    filled = fill(template, document)

    tree = tree_of(filled)
    allowed = set("p pPr pStyle r rPr b bCs t tbl tblPr tblStyle tblW tblLayout tblGrid gridCol tr "
                  "trPr cantSplit tc tcPr tcW document body sectPr headerReference type pgSz pgMar "
                  "pgNumType titlePg keepNext pBdr bottom spacing ind".split())  # fmt: skip
    assert {etree.QName(element).localname for element in tree.iter()} <= allowed
    said = [" ".join(words.split()) for words in texts_of(filled)]
    plain = [" ".join(words.split()) for words in write_plain(document).splitlines()]
    assert [words for words in said if not words.startswith("Về ")] == [w for w in plain if w]


def test_a_value_that_names_a_field_is_not_filled_again():
    header = replace(good().header, title="{{số}} của {{tên cơ quan}}")

    filled = texts_of(fill(starting("báo cáo"), replace(good(), header=header)))

    assert "{{số}} của {{tên cơ quan}}" in filled


@needs_libreoffice
def test_a_pdf_by_a_template_has_its_own_words():
    template = replaced(starting(), "Nơi nhận:", "Nơi nhận bản này:")

    made = pdf_by_template(fill(template, good()))

    assert made.startswith(b"%PDF-")


def test_without_libreoffice_there_is_no_pdf_by_a_template(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")

    assert pdf_by_template(b"") is None


def test_what_libreoffice_cannot_open_is_refused(tmp_path, monkeypatch):
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")

    with pytest.raises(Unreadable) as refused:
        pdf_by_template(b"x")

    assert refused.value.code == "broken"


def test_a_template_of_blank_paragraphs_is_refused():
    blank = replaced(starting(), "<w:t>", "<w:t/><w:lastRenderedPageBreak/><w:x>")
    with pytest.raises(Unreadable):
        check_template(blank.replace(b"</w:t>", b"</w:x>"), kind_of("kế hoạch"))
