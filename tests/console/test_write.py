"""`haidang write`: what it writes, and when it writes nothing."""

import json

import docx
import pytest

from haidang.__main__ import main
from haidang.console.saving import save
from haidang.console.say import Trouble
from haidang.text.layout import kind_of
from haidang.text.templates import starting_template
from tests.system import needs_libreoffice
from tests.text.plans import FOUNDING, LETTER_ON_A_PAGE


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder of one's own to stand in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


BEGINNINGS = {
    "a.docx": b"PK\x03\x04",
    "a.pdf": b"%PDF-",
    "a.html": b"<!DOCTYPE html>",
    "A.TXT": "ỦY BAN NHÂN DÂN\nHUYỆN CẦU NGANG\n".encode(),
}


@pytest.mark.parametrize("out", BEGINNINGS)
def test_the_founding_plan_is_written_in_every_format(folder, capsys, out):
    assert main(["write", str(FOUNDING), out]) == 0

    assert (folder / out).read_bytes().startswith(BEGINNINGS[out])
    assert [file.name for file in folder.iterdir()] == [out]
    assert capsys.readouterr().out == f"{out}: đã viết Kế hoạch\n"


def test_what_is_written_passes_the_check(folder):
    main(["write", str(FOUNDING), "a.docx"])

    assert main(["check", "a.docx"]) == 0
    assert docx.Document(folder / "a.docx").tables


def test_a_page_needs_nothing_from_elsewhere(folder):
    main(["write", str(FOUNDING), "a.html"])

    page = (folder / "a.html").read_text("utf-8")
    assert "paper-national-name" in page
    assert "<title>Kế hoạch Công tác thông tin đối ngoại năm 2024</title>" in page
    assert not any(
        fetched in page for fetched in ("http://", "https://", "url(", "<link", "<script")
    )


def test_json_says_what_was_written_and_what_was_left_out(folder, capsys):
    (folder / "a.txt").write_text(LETTER_ON_A_PAGE, "utf-8")

    assert main(["write", "a.txt", "b.txt", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["file"], told["out"]) == ("a.txt", "b.txt")
    assert told["bytes"] == (folder / "b.txt").stat().st_size
    assert "congbao@example.vn" in told["left_out"]
    assert told["warnings"] == []


def test_what_is_left_out_is_told_beside_the_result(folder, capsys):
    (folder / "a.txt").write_text(LETTER_ON_A_PAGE, "utf-8")

    main(["write", "a.txt", "b.txt"])

    assert "không đưa vào: congbao@example.vn" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [[], ["a.txt"], ["a.txt", "b.txt", "c.txt"], ["a.txt", "b.txt", "--fast"], ["--template"]],
)
def test_other_words_are_answered_with_how_to_write(folder, capsys, words):
    assert main(["write", *words]) == 1
    assert "Cách dùng: ./haidang write VÀO RA" in capsys.readouterr().err


@pytest.mark.parametrize("out", ["a.odt", "a", "a.doc"])
def test_an_ending_that_cannot_be_written_is_named(folder, capsys, out):
    assert main(["write", str(FOUNDING), out]) == 1
    assert "không viết được đuôi" in capsys.readouterr().err
    assert not list(folder.iterdir())


def test_the_source_is_never_written_over(folder, capsys):
    (folder / "a.txt").write_bytes(FOUNDING.read_bytes())

    assert main(["write", "a.txt", "./a.txt"]) == 1
    assert "không ghi đè" in capsys.readouterr().err
    assert (folder / "a.txt").read_bytes() == FOUNDING.read_bytes()


def test_a_folder_is_not_written_over(folder, capsys):
    (folder / "a.txt").mkdir()

    assert main(["write", str(FOUNDING), "a.txt"]) == 1
    assert "không ghi đè" in capsys.readouterr().err


@pytest.mark.promise("N19")
def test_a_secret_is_not_written(folder, capsys):
    """`haidang write` không nhận văn bản đóng dấu mật, không ghi gì ra."""
    (folder / "a.txt").write_text("MẬT\nKẾ HOẠCH\nTuyên truyền\nI. VIỆC\n", "utf-8")

    assert main(["write", "a.txt", "b.docx"]) == 1
    assert "[secret]" in capsys.readouterr().err
    assert not (folder / "b.docx").exists()


def test_what_cannot_be_read_is_refused_in_json_too(folder, capsys):
    (folder / "a.docx").write_bytes(b"PK\x03\x04 broken")

    assert main(["write", "a.docx", "b.docx", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["error"] == "broken"
    assert main(["write", "c.docx", "b.docx"]) == 1
    assert "[not-found]" in capsys.readouterr().err
    assert not (folder / "b.docx").exists()


def test_doubts_of_the_reading_are_told(folder, capsys):
    (folder / "a.txt").write_text("KẾ HOẠCH\nTuyên truyền\nI. VIỆC\nPhát thanh.\n", "utf-8")

    assert main(["write", "a.txt", "b.txt"]) == 0
    assert "Không đọc được cơ quan ban hành." in capsys.readouterr().err


def test_a_letter_without_a_face_is_named_and_the_pdf_is_written(folder, capsys):
    (folder / "a.txt").write_text("KẾ HOẠCH\nTuyên truyền\nI. VIỆC\nPhát 漢 thanh.\n", "utf-8")

    assert main(["write", "a.txt", "b.pdf"]) == 0
    assert "không có ký tự U+6F22" in capsys.readouterr().err
    assert (folder / "b.pdf").stat().st_size


def test_a_template_of_one_s_own_is_filled(folder):
    (folder / "own.docx").write_bytes(starting_template(kind_of("kế hoạch")))

    assert main(["write", str(FOUNDING), "b.docx", "--template", "own.docx"]) == 0
    said = "\n".join(p.text for p in docx.Document(folder / "b.docx").paragraphs)
    assert "I. MỤC ĐÍCH, YÊU CẦU" in said


def test_without_libreoffice_a_template_gives_the_decree_s_pdf_and_says_so(
    folder, capsys, monkeypatch
):
    (folder / "own.docx").write_bytes(starting_template(kind_of("kế hoạch")))
    monkeypatch.setenv("PATH", str(folder))

    assert main(["write", str(FOUNDING), "b.pdf", "--template", "own.docx"]) == 0
    assert "không theo mẫu" in capsys.readouterr().err
    assert (folder / "b.pdf").read_bytes().startswith(b"%PDF-")


@needs_libreoffice
def test_with_libreoffice_a_template_gives_its_own_pdf(folder, capsys):
    (folder / "own.docx").write_bytes(starting_template(kind_of("kế hoạch")))

    assert main(["write", str(FOUNDING), "b.pdf", "--template", "own.docx"]) == 0
    assert capsys.readouterr().err == ""


def test_a_disk_that_fails_leaves_nothing_behind(folder):
    (folder / "a").mkdir()
    (folder / "a" / "b").write_text("")

    with pytest.raises(Trouble):
        save(folder / "a", b"words")
    assert [file.name for file in folder.iterdir()] == ["a"]


def test_a_place_that_cannot_be_written_is_named(folder, capsys):
    assert main(["write", str(FOUNDING), "nowhere/a.docx"]) == 1
    assert "Không ghi được nowhere/a.docx" in capsys.readouterr().err
