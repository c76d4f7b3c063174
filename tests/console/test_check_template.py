"""`haidang check --template`: a template is judged for a type."""

import json

import pytest

from haidang.__main__ import main
from tests.text.forms import run, starting, with_paragraph


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
