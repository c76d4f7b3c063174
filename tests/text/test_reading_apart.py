"""A stranger's file is read in a process of its own, which it cannot make to use too much."""

import re
import subprocess
import zlib

import pytest

from haidang.text import Unreadable, read
from haidang.text.reading import apart
from haidang.text.reading.apart import read_apart
from tests.text.files import W, cell, docx, p, pdf, table
from tests.text.plans import FOUNDING


@pytest.mark.parametrize(
    "data",
    [
        FOUNDING.read_bytes(),
        docx(p("KẾ HOẠCH") + table([cell(p("1")), cell(p("Biển"))])),
        pdf([(100, 700, "KE HOACH"), (100, 650, "Thong tin nam 2024 ve bien, dao que huong.")]),
    ],
    ids=["txt", "docx", "pdf"],
)
def test_what_is_read_apart_is_what_is_read(data):
    assert read_apart(data) == (read(data), None)


def test_a_stamp_is_told():
    assert read_apart("TỐI MẬT\n\nKẾ HOẠCH\n".encode())[1] == "TỐI MẬT"


def test_a_refusal_comes_through_with_its_words():
    with pytest.raises(Unreadable, match="hình ảnh") as refused:
        read_apart(b"\x89PNG\r\n")

    assert refused.value.code == "picture"


def test_a_file_of_too_many_words_is_refused():
    with pytest.raises(Unreadable, match="quá dài"):
        read_apart(b"bien dao " * 250_000)


def bomb(letters):
    """A .pdf of some kilobytes that draws some million letters on one page."""
    drawn = zlib.compress(b"BT /F1 1 Tf " + b"(aaaaaaaaaa) Tj " * (letters // 10) + b"ET", 9)
    stream = b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(drawn), drawn)
    fonts = b"/Resources<</Font<</F1 5 0 R>>>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R" + fonts + b">>"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    made = b"%PDF-1.4\n"
    for number, row in enumerate([b"<</Type/Catalog/Pages 2 0 R>>", pages, page, stream, font], 1):
        made += b"%d 0 obj%bendobj\n" % (number, row)
    return made + b"trailer<</Size 6/Root 1 0 R>>\n%%EOF"


def test_a_pdf_that_asks_for_all_the_memory_ends_its_own_process():
    data = bomb(10_000_000)
    assert len(data) < 100_000

    with pytest.raises(Unreadable, match="quá nhiều bộ nhớ"):
        read_apart(data)


def test_a_file_that_takes_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(apart, "MOST_SECONDS", 0.01)

    with pytest.raises(Unreadable, match="quá lâu"):
        read_apart(b"KE HOACH")


def test_the_process_apart_clears_away_what_it_made(tmp_path, monkeypatch):
    stub = tmp_path / "soffice"
    stub.write_text("#!/bin/sh\nsleep 60\n")
    stub.chmod(0o755)
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.setattr(apart, "MOST_SECONDS", 2)

    with pytest.raises(Unreadable, match="quá lâu"):
        read_apart(b"{\\rtf1 x}")

    assert list((tmp_path / "tmp").iterdir()) == []


def test_notes_come_through_behind_the_text():
    note = f'<w:footnotes {W}><w:footnote w:id="2">{p("Ghi thêm")}</w:footnote></w:footnotes>'
    data = docx(p("KẾ HOẠCH") + '<w:p><w:footnoteReference w:id="2"/></w:p>', footnotes=note)

    assert read_apart(data)[0] == read(data)


def test_the_process_apart_knows_the_keys_of_nothing(monkeypatch):
    asked = []
    real = subprocess.Popen
    kept = lambda *a, **k: asked.append(k["env"]) or real(*a, **k)  # noqa: E731
    monkeypatch.setattr(subprocess, "Popen", kept)
    monkeypatch.setenv("HAIDANG_LEDGER_KEY", "khóa")

    read_apart(b"KE HOACH")

    assert not [name for name in asked[0] if re.match("HAIDANG|SECRET", name)]
