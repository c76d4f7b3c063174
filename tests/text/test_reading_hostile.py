"""Files made to harm or to mislead: each has a named answer, and nothing is carried out."""

import base64
import io
import json
import zipfile

import pytest

from haidang.text import Unreadable, contract, read
from haidang.text.reading import package, read_source
from tests.text.files import MC, W, cell, docx, p, pdf, table

INJECTIONS = [
    "=1+1",
    "+1-1",
    "-1+1",
    "@SUM(A1)",
    '=HYPERLINK("http://example.org";"x")',
    "=cmd|'/c calc'!A0",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&lt;b&gt;",
    "{{ 7*7 }}",
]


def escaped(words):
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def code_of(data):
    with pytest.raises(Unreadable) as refused:
        read_source(data)
    assert refused.value.message
    return refused.value.code


def word(xml, **parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", xml)
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize("words", INJECTIONS)
def test_a_formula_or_markup_in_a_cell_is_kept_as_words(words):
    row = table([cell(p("1")), cell(p(escaped(words)))])
    pages = f"<html><meta charset=utf-8><table><tr><td>1<td>{escaped(words)}</table>"

    for data in (docx(p("KẾ HOẠCH") + row), pages.encode()):
        said = contract(read(data), "x")
        assert words in said["text"]
        assert json.loads(json.dumps(said)) == said


def test_markup_that_a_page_carries_out_is_no_words():
    page = (
        "<html><meta charset=utf-8><p onclick='alert(1)'>KẾ HOẠCH<script>alert(1)</script>"
        "<style>p{}</style><iframe src='file:///etc/passwd'></iframe><object data=x>y</object> "
        "<a href='javascript:alert(1)'>Thông tin</a><svg><text>z</text></svg>"
    )

    assert read_source(page.encode()).text.split() == ["KẾ", "HOẠCH", "Thông", "tin"]


def test_an_entity_that_names_a_file_of_the_machine_brings_nothing_in(tmp_path):
    (tmp_path / "keys").write_text("chìa khóa")
    entity = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{(tmp_path / "keys").as_uri()}">]>'
    body = "<w:body><w:p><w:r><w:t>KẾ HOẠCH &x;</w:t></w:r></w:p></w:body>"

    try:
        text = read_source(word(f"{entity}<w:document {W} {MC}>{body}</w:document>")).text
    except Unreadable as refusal:
        text = refusal.code
    assert "chìa" not in text


def test_parts_of_very_many_tags_are_refused_before_they_are_a_tree(monkeypatch):
    monkeypatch.setattr(package, "MAX_TAGS", 100)

    assert code_of(docx(p("x") * 100)) == "zip-bomb"


def test_a_picture_may_be_large_but_no_bomb():
    body = f"<w:document {W}><w:body>{p('KẾ HOẠCH')}</w:body></w:document>"
    photo = base64.b64encode(bytes(range(256)) * 4)
    large = photo * (package.MAX_XML // len(photo) + 1)

    assert code_of(word(body, **{"word/media/a.bmp": bytes(len(large))})) == "zip-bomb"
    assert code_of(word(body, **{"word/styles.xml": large})) == "zip-bomb"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", body)
        archive.writestr("word/media/a.bmp", large)
    assert read_source(made.getvalue()).text == "KẾ HOẠCH\n"


def test_ten_thousand_pages_are_read_up_to_the_bound():
    source = read_source(pdf(*[[(60, 700, "Trang có chữ")]] * 10_000))

    assert source.warnings == ("Chỉ đọc 500 trang đầu.",)
    assert {place.page for place in source.places} == set(range(1, 501))


def locked_pdf():
    """A pdf that asks for a password: its keys fit none."""
    lock = f"/Encrypt<</Filter/Standard/V 1/R 2/O<{'41' * 32}>/U<{'42' * 32}>/P -4>>/ID[<01><01>]"
    return pdf([(60, 700, "x")]).replace(b"/Root 1 0 R", b"/Root 1 0 R" + lock.encode())


def test_a_locked_pdf_is_told_as_locked():
    assert code_of(locked_pdf()) == "password"


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.99])
@pytest.mark.parametrize(
    "whole",
    [
        docx("".join(p(f"Dòng {number}") for number in range(40))),
        pdf([(60, 700, "Trang có chữ")], [(60, 700, "Trang sau")]),
        "<html><meta charset=utf-8><p>KẾ HOẠCH<table><tr><td>1<td>Loa</table>".encode(),
        "KẾ HOẠCH\nThông tin năm 2026\n".encode("utf-16"),
        "KẾ HOẠCH\nThông tin năm 2026\n".encode(),
    ],
    ids=["docx", "pdf", "html", "utf-16", "utf-8"],
)
def test_what_broke_off_is_read_or_refused_by_name(whole, share):
    cut = whole[: int(len(whole) * share)]

    assert answer_to(cut) in ("read", "broken", "empty", "not-text", "archive")


def answer_to(data):
    try:
        return "read" if read(data).text.strip() else "nothing"
    except Unreadable as refusal:
        return refusal.code


@pytest.mark.parametrize("direction", ["\u202e", "\u202d", "\u2067", "\u200f", "\u061c", "\u3164"])
def test_words_turned_round_are_read_as_they_are_written(direction):
    reading = read(f"KẾ HOẠCH\nNăm 2026\n\n1. Giao {direction}Sở A\u202c rà soát.\n".encode())

    assert [duty.unit for duty in reading.duties] == ["Sở A"]
