import os
import re
import subprocess
import sys

import pytest

from haidang.__main__ import main
from haidang.console.help import COMMANDS
from haidang.console.installation import ROOT
from haidang.documents.storage import NotStored


def test_help_names_every_command(capsys):
    assert main(["help"]) == 0

    said = capsys.readouterr().out
    assert [name for name in COMMANDS if f"\n  {name} " not in said] == []


def test_help_says_which_version_this_is(capsys):
    main(["help"])

    first = capsys.readouterr().out.splitlines()[0]
    number = re.fullmatch(r"Hải Đăng (\d+\.\d+\.\d+) — ./haidang LỆNH", first)
    assert f"\n## {number[1]}\n" in (ROOT / "CHANGELOG.md").read_text("utf-8")


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_help_is_what_a_newcomer_gets(arguments, capsys):
    assert main(arguments) == 0
    assert capsys.readouterr().out.startswith("Hải Đăng")


def test_every_command_has_its_module():
    modules = {path.stem for path in (ROOT / "src/haidang/console").glob("*.py")}

    assert {module for module, _ in COMMANDS.values()} - modules == set()


def test_a_strange_command_is_one_line_and_exit_1(capsys):
    assert main(["nấu-cơm"]) == 1

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "✗ Không có lệnh “nấu-cơm”: xem ./haidang help\n"


def test_a_missing_module_is_one_line_and_exit_1(monkeypatch, capsys):
    monkeypatch.delitem(sys.modules, "haidang.console.manage", raising=False)
    monkeypatch.setitem(sys.modules, "django.core.management", None)

    assert main(["manage"]) == 1
    assert capsys.readouterr().err.startswith("✗ Thiếu mô-đun django.core.management: xoá")


def test_a_missing_module_of_ours_is_a_defect(monkeypatch):
    monkeypatch.setitem(sys.modules, "haidang.console.help", None)

    with pytest.raises(ModuleNotFoundError):
        main(["help"])


def in_shell(command):
    ran = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {sys.executable} -m haidang {command}"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": "src"},
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.returncode, ran.stderr


def test_a_full_disk_is_one_line_and_exit_1():
    said = "✗ Đĩa đầy: giải phóng chỗ trên đĩa rồi chạy lại.\n"
    assert in_shell("help > /dev/full") == (1, said)


def test_what_a_room_refuses_is_one_line_and_exit_1(monkeypatch, capsys):
    def refuse(*given):
        raise NotStored

    monkeypatch.setattr("haidang.__main__.run", refuse)

    assert main(["up"]) == 1
    said = capsys.readouterr().err
    assert "không ghi được tệp" in said
    assert said.count("\n") == 1


def test_a_reader_who_has_read_enough_is_no_trouble():
    assert in_shell("help | sleep 0") in {(0, ""), (1, "")}


def test_a_command_imports_nothing_it_does_not_need():
    program = "import sys; from haidang.__main__ import main; main(['help']); print(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": "src"},
        capture_output=True,
        text=True,
        check=True,
    )

    loaded = set(ran.stdout.splitlines()[-1].split())
    assert loaded & {"django", "wagtail", "haidang.text", "haidang.settings"} == set()
