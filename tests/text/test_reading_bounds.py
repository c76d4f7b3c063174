"""What is too much, hidden or made to harm: each has an answer by name, and a bound."""

import io
import os
import subprocess
import sys
import zipfile

import pytest

from haidang.text import Unreadable, read, secrecy_mark
from haidang.text.reading import bounds, html, package, page_letters, pdf, read_source
from tests.text.files import MC, W, docx, p
from tests.text.files import pdf as made_pdf

PLAN = "KẾ HOẠCH\nThông tin năm 2026\n\n1. Giao Sở A rà soát danh sách.\n"


def code_of(data):
    with pytest.raises(Unreadable) as refused:
        read_source(data)
    return refused.value.code


def test_a_text_that_is_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(bounds, "MAX_LETTERS", 10)

    assert code_of(PLAN.encode()) == code_of(docx(p(PLAN))) == "too-long"


def test_a_page_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(html, "MAX_PAGE", 10)

    assert code_of(b"<html><p>too much") == "too-large"


def test_an_archive_of_too_many_parts_is_refused(monkeypatch):
    monkeypatch.setattr(package, "MAX_PARTS", 1)

    assert code_of(docx(p("x"), styles=f"<w:styles {W}/>")) == "zip-bomb"


def test_a_part_that_lies_about_its_size_is_broken():
    data = bytearray(docx(p("chữ " * 2_000)))
    for at in (data.index(b"PK\x03\x04") + 22, data.index(b"PK\x01\x02") + 24):
        data[at : at + 4] = (64).to_bytes(4, "little")

    assert code_of(bytes(data)) == "broken"


def test_xml_that_is_too_deep_is_broken():
    assert code_of(docx("<w:sdt>" * 2_000 + "</w:sdt>" * 2_000)) == "broken"


def test_entities_are_not_expanded():
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f"<!DOCTYPE d [{laughs}]><w:document {W} {MC}><w:body>"
            f"<w:p><w:r><w:t>ha &l9;</w:t></w:r></w:p></w:body></w:document>",
        )

    assert code_of(made.getvalue()) == "broken"


def test_pages_beyond_the_bound_are_told(monkeypatch):
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)

    source = read_source(made_pdf(*[[(60, 700, "Trang có chữ")]] * 3))

    assert (len(source.places), source.warnings) == (2, ("Chỉ đọc 2 trang đầu.",))


def test_letters_beyond_the_bound_of_a_page_are_left(monkeypatch):
    monkeypatch.setattr(page_letters, "MAX_LETTERS", 5)

    assert read_source(made_pdf([(60, 700, "Trang có chữ")])).text.strip() == "Trang"


@pytest.mark.parametrize(
    "unseen", ["\u200b", "\u200d", "\u202e", "\ufeff", "\u00ad", "\u2066", "\0"]
)
def test_what_nobody_sees_hides_no_word(unseen):
    hidden = f"K{unseen}Ế HOẠ{unseen}CH\nGiao S{unseen}ở A"

    for data in (hidden.encode(), docx(p(hidden.replace("\0", "")))):
        assert read_source(data).text.split() == ["KẾ", "HOẠCH", "Giao", "Sở", "A"]


def test_a_secrecy_mark_is_not_hidden_by_it():
    assert secrecy_mark(read_source("UBND\nM\u200bẬ\u202eT\n".encode()).text) == "MẬT"


def test_between_khmer_words_it_stays():
    khmer = "ភាសា\u200bខ្មែរ"

    assert read_source(khmer.encode()).text == khmer


@pytest.mark.parametrize(
    "name", ["plan.docx", "plan.pdf", "plan.doc", "plan.jpg", "plan", "plan.exe"]
)
@pytest.mark.parametrize(
    "data",
    [
        PLAN.encode(),
        docx("".join(p(line) for line in PLAN.split("\n"))),
        f"<html><meta charset=utf-8>{PLAN.replace(chr(10), '<br>')}".encode(),
    ],
)
def test_a_name_that_lies_changes_nothing(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)

    assert [duty.unit for duty in read(tmp_path / name).duties] == ["Sở A"]


def test_words_of_a_spreadsheet_or_a_script_stay_words():
    rows = [f"{sign}1+1" for sign in "=+-@"] + ["<script>x</script>", "<!--", "{{x}}"]

    reading = read("\n".join([PLAN, *rows]).encode())

    for row in rows:
        assert row in reading.text


MEASURED = """
import resource, sys
from haidang.text import read
print(len(read(sys.argv[1]).text), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


@pytest.mark.parametrize("kind", ["txt", "docx", "html", "pdf"])
def test_a_document_of_two_hundred_pages_takes_little_memory(tmp_path, kind):
    line = "1. Giao Sở A rà soát danh sách các xã trong tỉnh, báo cáo trước ngày 20/02/2026."
    lines = [line] * 5_000
    page = "".join(f"<p>{line}" for line in lines)
    made = {
        "txt": "\n\n".join(lines).encode(),
        "docx": docx("".join(map(p, lines))),
        "html": f"<html><meta charset=utf-8>{page}".encode(),
        "pdf": made_pdf(*[[(40, 800 - 30 * n, line) for n in range(25)]] * 200),
    }
    (tmp_path / "a").write_bytes(made[kind])

    around = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", MEASURED, tmp_path / "a"]
    ran = subprocess.run(command, env=around, check=True, capture_output=True, text=True)

    letters, megabytes = map(int, ran.stdout.split())
    assert letters > 400_000
    assert megabytes < 150
