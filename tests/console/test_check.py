"""`haidang check`: what it prints, when it fails, and what it writes."""

import json
import os

import pytest

from haidang.__main__ import main
from tests.text.flawed import LOOKS, MAIN, WORDS, edited, good_docx
from tests.text.test_writing_samples import SAMPLES

SMALL = next(fault for fault in LOOKS if fault.name == "body too small")
NUMBER = next(fault for fault in WORDS if fault.name == "number without zero")
BLANKS = next(fault for fault in WORDS if fault.name == "two blanks")


@pytest.fixture
def file(tmp_path):
    """Writes a file and gives its path."""

    def written(name, data):
        path = tmp_path / name
        path.write_bytes(data)
        return str(path)

    return written


def test_a_good_file_has_status_0(file, capsys):
    path = file("a.docx", good_docx())

    assert main(["check", path]) == 0
    assert capsys.readouterr().out == f"{path}: 0 lỗi, 0 lời khuyên\n"


def test_a_fault_is_shown_with_place_rule_and_article(file, capsys):
    path = file("a.docx", NUMBER.planted(good_docx()))

    assert main(["check", path]) == 1
    assert capsys.readouterr().out == (
        f"{path}: 1 lỗi, 0 lời khuyên\n"
        "  ✗ bảng 1, hàng 2, ô 1 “Số: 5/BC-UBND”: 5 → 05\n"
        "      number-leading-zero; ô 3, số, ký hiệu; NĐ 30/2020, Phụ lục I, Phần I, mục II.3\n"
    )


def test_an_advice_alone_is_no_failure(file, capsys):
    assert main(["check", file("a.docx", BLANKS.planted(good_docx()))]) == 0
    assert "0 lỗi, 1 lời khuyên" in capsys.readouterr().out


def test_json_has_one_object_a_file(file, capsys):
    bad, ok = file("a.docx", SMALL.planted(good_docx())), file("b.docx", good_docx())

    assert main(["check", bad, ok, "--json"]) == 1
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert second == {"file": ok, "findings": []}
    assert first == {
        "file": bad,
        "findings": [
            {
                "rule": "size",
                "article": "NĐ 30/2020, Phụ lục I, Phần I, mục II.6",
                "box": "6",
                "place": "mục I, đoạn 2",
                "found": "cỡ 12",
                "due": "cỡ 13 đến 14",
                "severity": "fault",
                "repairable": True,
            }
        ],
    }


def test_fix_writes_the_mended_file_beside_the_other(file, tmp_path, capsys):
    path, out = file("a.docx", SMALL.planted(good_docx())), tmp_path / "b.docx"
    before = (tmp_path / "a.docx").read_bytes()

    assert main(["check", path, "--fix", str(out)]) == 1
    assert "đã sửa 1 trên 1 điều" in capsys.readouterr().err
    assert main(["check", str(out)]) == 0
    assert (tmp_path / "a.docx").read_bytes() == before
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["a.docx", "b.docx"]


def test_fix_may_name_the_file_itself(file, tmp_path):
    path = file("a.docx", SMALL.planted(good_docx()))

    main(["check", path, "--fix", path])

    assert main(["check", path]) == 0
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.docx"]


@pytest.mark.parametrize(
    "arguments",
    [[], ["--json"], ["a.docx", "--fix"], ["a.docx", "--fix", "--json"], ["a.docx", "--strict"],
     ["a.docx", "b.docx", "--fix", "c.docx"]],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_with_the_usage(arguments, capsys):
    assert main(["check", *arguments]) == 1
    assert "Cách dùng: ./haidang check" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.docx", b"", "not-docx"),
        ("a.docx", b"PK\x03\x04 broken", "broken"),
        ("a.txt", "KẾ HOẠCH".encode(), "not-docx"),
        ("a.pdf", b"%PDF-1.7 broken", "broken"),
    ],
)
def test_what_cannot_be_checked_is_said_in_one_line(file, capsys, name, data, code):
    path = file(name, data)

    assert main(["check", path]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert main(["check", path, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["error"] == code


def test_a_file_that_is_not_there_is_said(tmp_path, capsys):
    assert main(["check", str(tmp_path / "none.docx")]) == 1
    assert "Không mở được tệp" in capsys.readouterr().err


def test_nothing_is_written_where_nothing_can_be(file, tmp_path, capsys):
    path = file("a.docx", SMALL.planted(good_docx()))

    assert main(["check", path, "--fix", str(tmp_path / "none" / "b.docx")]) == 1
    assert "Không ghi được" in capsys.readouterr().err
    assert main(["check", path, "--fix", str(tmp_path)]) == 1
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.docx"]


def test_a_pdf_cannot_be_fixed(tmp_path, capsys):
    pdf = str(SAMPLES / "99-KH-UBND.pdf")

    assert main(["check", pdf, "--fix", str(tmp_path / "b.docx")]) == 1
    assert "Không sửa được tệp PDF" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_secret_document_is_not_judged(file, capsys):
    secret = edited(good_docx(), MAIN, "Số: 05/BC-UBND", "MẬT")
    assert main(["check", file("a.docx", secret)]) == 1
    assert "không nhận" in capsys.readouterr().err


def test_the_name_of_a_secret_is_enough_and_the_file_is_not_opened(tmp_path, capsys):
    os.mkfifo(tmp_path / "TUYỆT MẬT.docx")  # whoever opens it waits for ever

    assert main(["check", str(tmp_path / "TUYỆT MẬT.docx")]) == 1
    assert "[secret]" in capsys.readouterr().err


def test_what_is_too_large_is_not_taken_in(tmp_path, capsys):
    path = tmp_path / "a.docx"
    path.touch()
    os.truncate(path, 500 * 2**20)

    assert main(["check", str(path)]) == 1
    assert "[too-large]" in capsys.readouterr().err


def test_a_folder_stands_for_the_documents_in_it(file, tmp_path, capsys):
    (tmp_path / "con").mkdir()
    bad = file("con/b.docx", NUMBER.planted(good_docx()))
    good = file("a.DOCX", good_docx())
    for name in ("~$a.docx", ".a.docx", "ghi-chú.txt"):
        file(name, b"")

    assert main(["check", str(tmp_path), "--json"]) == 1
    shown = [json.loads(line)["file"] for line in capsys.readouterr().out.splitlines()]
    assert shown == [good, bad]
    assert main(["check", str(tmp_path)]) == 1
    assert capsys.readouterr().out.endswith("2 tệp: 1 tệp có lỗi hoặc không đọc được.\n")


def test_a_folder_without_documents_is_said(tmp_path, capsys):
    assert main(["check", str(tmp_path)]) != 0
    assert "Không có tệp .docx hay .pdf" in capsys.readouterr().err


def test_more_files_than_are_taken_at_once_are_refused(capsys):
    assert main(["check", *["a.docx"] * 1001]) != 0
    assert "Mỗi lần chỉ kiểm tra được 1000 tệp." in capsys.readouterr().err


def test_a_folder_of_one_document_may_be_fixed(file, tmp_path):
    file("a.docx", SMALL.planted(good_docx()))
    out = tmp_path / "ra"

    assert main(["check", str(tmp_path), "--fix", str(out)]) == 1
    assert main(["check", str(tmp_path / "a.docx"), "--fix", str(out)]) == 1
    assert main(["check", str(out)]) == 0
