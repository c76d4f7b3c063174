"""`haidang check --template`: a template is judged for a type."""

import json

import pytest

from haidang.__main__ import main
from tests.text.forms import replaced, run, starting, with_paragraph


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "mau.docx"

    def written(data):
        path.write_bytes(data)
        return str(path)

    return written


def test_a_starting_template_passes(file, capsys):
    assert main(["check", file(starting()), "--template", "Kế hoạch"]) == 0
    assert "0 lỗi, 0 lời khuyên" in capsys.readouterr().out


def test_an_unknown_field_is_named_with_its_place(file, capsys):
    path = file(with_paragraph(run("{{trich yeu}}")))

    assert main(["check", "--template", "kế hoạch", path, "--json"]) == 1
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    assert (found["rule"], found["due"]) == ("template-unknown-field", "có phải {{trích yếu}}?")
    assert found["place"].startswith("đoạn ")


def test_an_unknown_type_and_a_wish_to_mend_are_refused(file, capsys):
    path = file(starting())

    assert main(["check", path, "--template", "bài thơ"]) != 0
    assert "không có loại “bài thơ”" in capsys.readouterr().err
    assert main(["check", path, "--template", "kế hoạch", "--fix", "x.docx"]) != 0
    assert "Cách dùng" in capsys.readouterr().err


def test_a_type_that_is_left_out_is_asked_for(file, capsys):
    assert main(["check", file(starting()), "--template"]) != 0
    assert "Cách dùng" in capsys.readouterr().err


def test_what_is_no_template_is_refused(file, capsys):
    path = file(b"PK\x03\x04")

    assert main(["check", path, "--template", "kế hoạch"]) == 1
    assert "[broken]" in capsys.readouterr().err
    assert main(["check", path, "--template", "kế hoạch", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["error"] == "broken"


def test_a_fault_is_shown_with_what_to_do(file, capsys):
    path = file(with_paragraph(run("{{số")))

    assert main(["check", path, "--template", "kế hoạch"]) == 1
    said = capsys.readouterr().out
    assert "trường chưa đóng hoặc chưa mở: {{số\n      → {{số}} (template-broken-field" in said


def test_a_stamped_template_is_not_judged(file, capsys):
    stamped = replaced(starting(), "{{phạm vi lưu hành}}", "TỐI MẬT")

    assert main(["check", file(stamped), "--template", "kế hoạch"]) != 0
    assert "mật" in capsys.readouterr().err
