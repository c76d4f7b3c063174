"""`haidang test`, and what CI=true makes of a test that was skipped."""

import os
import subprocess
import sys

import pytest

from haidang.console import test as suite
from haidang.console.installation import ROOT
from tests.system import needs, needs_postgresql

SKIPS = "import pytest\n\ndef test_skips():\n    pytest.skip('{}')\n"


MISSING, CORPUS = "thiếu soffice: apt-get install x", "không có HAIDANG_CORPUS"


@pytest.mark.parametrize(
    ("reason", "ci", "status", "closing"),
    [
        (MISSING, "true", 1, "1 failed"),
        (MISSING, "", 0, "1 skipped"),
        (CORPUS, "true", 0, "1 skip"),
    ],
)
def test_ci_does_not_let_a_test_be_skipped(tmp_path, elsewhere, reason, ci, status, closing):
    (tmp_path / "test_made.py").write_text(SKIPS.format(reason), "utf-8")

    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *elsewhere, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "CI": ci},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ran.returncode, closing in ran.stdout) == (status, True)
    assert reason in ran.stdout


def test_needs_names_the_package_of_what_is_missing():
    missing = needs("no-such-program", "no-such-package")
    here = needs("sh", "dash")

    assert missing.args == (True,)
    assert missing.kwargs["reason"] == "thiếu no-such-program: apt-get install no-such-package"
    assert here.args == (False,)


def test_arguments_are_handed_to_pytest(capfd):
    status = suite.run(["--version", "-p", "no:cacheprovider"])

    said = capfd.readouterr()
    assert status == 0
    assert (said.out + said.err).startswith("pytest ")


@needs_postgresql
def test_postgres_runs_on_a_server_of_its_own(tmp_path, elsewhere, capfd):
    (tmp_path / "test_made.py").write_text(
        "import pytest\nfrom django.db import connection\n\n"
        "def test_vendor():\n    assert connection.vendor == 'postgresql'\n"
    )

    assert suite.run(["--postgres", "-q", *elsewhere, str(tmp_path)]) == 0
    assert "1 passed" in capfd.readouterr().out


def test_what_meets_no_database_can_be_left_out(tmp_path, elsewhere, capfd):
    (tmp_path / "test_made.py").write_text(
        "import pytest\n\n"
        "def test_plain():\n    assert False\n\n"
        "def test_row(db):\n    pass\n\n"
        "@pytest.mark.django_db\ndef test_marked():\n    pass\n"
    )

    assert suite.run(["--with-database", "-q", *elsewhere, str(tmp_path)]) == 0
    assert "2 passed, 1 deselected" in capfd.readouterr().out


@pytest.mark.parametrize(("ci", "status"), [("true", 1), ("", 0)])
def test_without_postgres_only_ci_minds(monkeypatch, capsys, ci, status):
    monkeypatch.setattr(suite, "POSTGRESQL", "no/such/*/initdb")
    monkeypatch.setenv("CI", ci)

    assert suite.on_postgresql([]) == status
    assert "apt-get install postgresql" in capsys.readouterr().out
