"""`haidang read`: shows each file, refuses by name, stores nothing."""

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from haidang.console import read
from haidang.console.installation import ROOT
from haidang.text.blocks import Source
from haidang.text.reading import read_source
from haidang.text.terminal import Screen
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


def test_whoever_waits_at_a_terminal_is_told_how_far_it_has_come(plan, monkeypatch, capsys):
    def scanned(_data, *, progress):
        progress(1, 2)
        progress(2, 2)
        return Source("KẾ HOẠCH\n", "pdf")

    monkeypatch.setattr(read, "read_source", scanned)
    read.run([plan])
    assert capsys.readouterr().err == ""

    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    read.run([plan])
    read.run([plan, plan])
    said = capsys.readouterr().err.split("\r\x1b[K")
    assert said[:4] == ["", "  nhận dạng trang 1/2", "  nhận dạng trang 2/2", ""]
    assert [words for words in said if "tệp" in words] == [
        "  đọc xong 1/2 tệp",
        "  đọc xong 2/2 tệp",
    ]


READ_LARGE = """
import resource, sys
from haidang.console import read
code = read.run(["--json", *sys.argv[1:]])
print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
"""


def test_a_file_of_any_size_is_refused_before_it_is_taken_in(tmp_path):
    large = tmp_path / "large.docx"
    with large.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(500 * 2**20)

    around = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", READ_LARGE, large, "/dev/zero"]
    ran = subprocess.run(command, env=around, check=True, capture_output=True, text=True)

    *said, end = ran.stdout.splitlines()
    assert [json.loads(line)["error"] for line in said] == ["too-large", "too-large"]
    code, megabytes = map(int, end.split())
    assert code == 1
    assert megabytes < 200  # two readers of fifty each, and what reads them


def answer_to(file, **how):
    how = {"as_json": True, "screen": Screen(), **how}
    return read._answer(str(file), lambda *_: None, **how)


def test_an_answer_is_what_is_shown_or_printed(plan, tmp_path):
    as_json, shown = answer_to(plan), answer_to(plan, as_json=False)
    refused = answer_to(tmp_path / "none", as_json=False)

    assert json.loads(as_json.words)["number"] == "99"
    assert "30/30 câu đã xếp" in shown.words
    assert (as_json.is_refusal, shown.is_refusal, refused.is_refusal) == (False, False, True)
    assert refused.words.endswith("[not-found]")


@pytest.mark.parametrize(
    ("piped", "code"), [(b"", "empty"), (b"KE HOACH\n", None), ("TUYỆT MẬT\n".encode(), "secret")]
)
def test_what_is_piped_in_is_answered_like_a_file(piped, code):
    assert json.loads(answer_to("-", piped=piped).words).get("error") == code


def test_what_asks_for_too_much_is_answered_like_any_other(plan, monkeypatch):
    def eats(*_):
        raise MemoryError

    monkeypatch.setattr(read, "_read", eats)

    answer = read._answer(plan, lambda *_: None, as_json=False, screen=Screen())

    assert answer.is_refusal
    assert answer.words.endswith("tốn quá nhiều bộ nhớ. [too-much]")


def test_a_file_that_ends_its_reader_stops_no_other(plan, monkeypatch, capsys):
    def dies(data, *, progress):
        if data == b"dies":
            os.kill(os.getpid(), signal.SIGKILL)
        return read_source(data)

    monkeypatch.setattr(read, "read_source", dies)
    Path(f"{plan}.x").write_bytes(b"dies")

    assert read.run(["--json", f"{plan}.x", plan]) == 1

    assert [answer.get("error") for answer in printed(capsys)] == ["too-much", None]
