"""`haidang read`: shows each file, refuses by name, stores nothing."""

import io
import json

import pytest

from haidang.console import read
from haidang.text.blocks import Source
from tests.text.plans import FOUNDING


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_bytes(FOUNDING.read_bytes())
    return str(path)


def printed(capsys):
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_json_is_one_line_a_file_in_the_order_given(plan, capsys):
    assert read.run(["--json", plan, str(FOUNDING)]) == 0

    answers = printed(capsys)
    assert [answer["file"] for answer in answers] == [plan, str(FOUNDING)]
    assert len(answers[0]["tasks"]) == 17


def test_a_file_that_is_no_document_does_not_stop_the_others(plan, tmp_path, capsys):
    (tmp_path / "cat.png").write_bytes(b"\x89PNG....")

    assert read.run([str(tmp_path / "cat.png"), str(tmp_path / "none"), plan, "--json"]) == 1

    answers = printed(capsys)
    assert [answer.get("error") for answer in answers] == ["picture", "not-found", None]
    assert answers[0]["message"] == "Tệp là hình ảnh, không phải văn bản."


@pytest.mark.promise("N19")
def test_a_document_with_a_secrecy_mark_is_refused_without_its_words(plan, tmp_path, capsys):
    secret = tmp_path / "stamped.txt"
    secret.write_text("TỐI MẬT\n\n" + FOUNDING.read_text("utf-8"), "utf-8")

    assert read.run(["--json", str(secret)]) == 1

    assert printed(capsys) == [
        {
            "file": str(secret),
            "error": "secret",
            "message": "Văn bản mang dấu độ mật “TỐI MẬT”: Hải Đăng không nhận.",
        }
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plan.txt", "stamped.txt"]


def test_for_people_it_shows_facts_sentences_and_cards(plan, capsys):
    assert read.run([plan, plan]) == 0

    shown = capsys.readouterr().out
    assert shown.count("30/30 câu đã xếp") == 2
    assert "\033" not in shown  # a pipe gets no colours


def test_for_people_a_refusal_is_one_line(tmp_path, capsys):
    (tmp_path / "empty.txt").touch()

    assert read.run([str(tmp_path / "empty.txt")]) == 1

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.endswith("empty.txt: Tệp rỗng. [empty]\n")


@pytest.mark.parametrize("arguments", [[], ["--json"], ["--xml", "a"]])
def test_wrong_use_is_told(arguments, capsys):
    assert read.run(arguments) == 1

    assert "Cách dùng" in capsys.readouterr().err


def test_a_dash_reads_what_is_piped_in(monkeypatch, capsys):
    piped = io.TextIOWrapper(io.BytesIO("KẾ HOẠCH\nA\n".encode()))
    monkeypatch.setattr("sys.stdin", piped)

    assert read.run(["-", "--json"]) == 0

    assert printed(capsys)[0]["document_type"] == "Kế hoạch"


@pytest.mark.parametrize(("name", "colour"), [("TERM", True), ("NO_COLOR", False)])
def test_a_terminal_gets_colours_unless_it_says_no(monkeypatch, name, colour):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv(name, "xterm")
    monkeypatch.setattr("sys.stdout", io.StringIO())
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "300")

    assert (read._screen().width, read._screen().colour) == (110, colour)


def test_whoever_waits_at_a_terminal_is_told_how_far_recognising_has_come(monkeypatch, capsys):
    def scanned(_data, *, progress):
        progress(1, 2)
        progress(2, 2)
        return Source("KẾ HOẠCH\n", "pdf")

    monkeypatch.setattr(read, "read_source", scanned)
    read.run([str(FOUNDING)])
    assert capsys.readouterr().err == ""

    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    read.run([str(FOUNDING)])
    assert capsys.readouterr().err == "  nhận dạng trang 1/2\r  nhận dạng trang 2/2\n"
