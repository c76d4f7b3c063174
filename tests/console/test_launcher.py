"""The launcher at the root, with a lock file that asks for nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from haidang.console.installation import ROOT

SAY = "import sys; print('chạy', *sys.argv[1:])"


@pytest.fixture
def clone(tmp_path):
    folder = tmp_path / "hải đăng"
    (folder / "src/haidang").mkdir(parents=True)
    (folder / "src/haidang/__main__.py").write_text(SAY, "utf-8")
    (folder / "haidang").write_bytes((ROOT / "haidang").read_bytes())
    (folder / "requirements.lock").write_text("# nothing\n")
    return folder


def start(clone, *arguments, before="pass", venv=None):
    program = f"import runpy, sys; {before}; sys.argv = ['haidang', *sys.argv[1:]]"
    program += f"; runpy.run_path({str(clone / 'haidang')!r}, run_name='__main__')"
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        env=os.environ | ({"HAIDANG_VENV": str(venv)} if venv else {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(started):
    out, err = started.communicate(timeout=600)
    return started.returncode, out, err


def test_launcher_makes_one_environment_for_two_at_once_and_mends_a_broken_one(clone, tmp_path):
    venv = tmp_path / "elsewhere" / "môi trường"
    first, second = (start(clone, "read", "a b", venv=venv) for _ in range(2))
    ends = [ended(first), ended(second)]
    assert [(status, out) for status, out, _ in ends] == [(0, "chạy read a b\n")] * 2
    assert sum(err.count("môi trường") for _, _, err in ends) == 2  # one "being made", one "made"

    assert ended(start(clone, venv=venv)) == (0, "chạy\n", "")  # the second time costs nothing
    assert not (clone / ".venv").exists()

    (venv / "unfinished").touch()
    (venv / "half-installed").touch()
    status, out, err = ended(start(clone, venv=venv))
    assert (status, out) == (0, "chạy\n")
    assert "môi trường" in err
    assert not (venv / "half-installed").exists()

    (clone / "requirements.lock").write_text("-r of-nothing.lock\n")
    status, out, err = ended(start(clone, venv=venv))
    assert (status, out) == (1, "")
    assert "of-nothing.lock" in err
    assert err.splitlines()[-1].startswith("Chưa cài được môi trường")
    assert (venv / "unfinished").exists()


def test_launcher_says_what_to_install_where_python_is_only_half_there(clone):
    status, out, err = ended(start(clone, before="sys.modules['ensurepip'] = None"))

    assert (status, out, err.count("\n")) == (1, "", 2)
    assert "apt-get install python3-venv" in err


def test_launcher_says_what_it_needs_of_an_old_python(clone):
    old = "sys.version_info = (3, 9); import os; os.environ['PATH'] = ''"
    status, _, err = ended(start(clone, before=old))

    assert (status, err.count("\n")) == (1, 1)
    assert "Python 3.11" in err


def test_launcher_leaves_a_folder_alone_that_is_no_environment(clone):
    (clone / ".venv").mkdir()
    (clone / ".venv/thư.txt").write_text("của tôi")

    status, _, err = ended(start(clone))

    assert status == 1
    assert "HAIDANG_VENV" in err
    assert (clone / ".venv/thư.txt").read_text() == "của tôi"


def test_launcher_uses_no_more_than_the_standard_library_and_no_address():
    text = (ROOT / "haidang").read_text("utf-8")

    imported = [
        line.split()[1].split(".")[0]
        for line in text.splitlines()
        if line.startswith(("import", "from"))
    ]
    assert set(imported) <= sys.stdlib_module_names
    assert "://" not in text
    assert Path(ROOT / "haidang").stat().st_mode & 0o111
