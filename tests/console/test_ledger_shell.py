"""Whoever has the database file and the sqlite3 program leaves a trace that the ledger names."""

import shutil
import subprocess

import pytest

from tests.system import needs_sqlite_shell

pytestmark = needs_sqlite_shell
GUARDS = "SELECT sql || ';' FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'ledger_entry'"
SWAPPED = """UPDATE ledger_entry SET seq = 999 WHERE seq = 2;
UPDATE ledger_entry SET seq = 2 WHERE seq = 3; UPDATE ledger_entry SET seq = 3 WHERE seq = 999"""
CUT_WITH_ITS_HEAD = """DELETE FROM ledger_entry WHERE seq > 2; UPDATE ledger_head SET seq = 2,
hash = (SELECT hash FROM ledger_entry WHERE seq = 2)"""
TAMPERINGS = {
    "sửa": ("UPDATE ledger_entry SET details = '{}' WHERE seq = 2", "Dòng 2 đã bị sửa"),
    "xóa": ("DELETE FROM ledger_entry WHERE seq = 2", "Thiếu dòng 2"),
    "đổi chỗ": (SWAPPED, "Dòng 2"),
    "cắt": (CUT_WITH_ITS_HEAD, "niêm"),
    "xóa hết": ("DELETE FROM ledger_entry; DELETE FROM ledger_head", "niêm"),
}
REPLACED = """CREATE TEMP TABLE t AS SELECT * FROM ledger_entry WHERE seq = 2;
UPDATE t SET event = 'x'; INSERT OR REPLACE INTO ledger_entry SELECT * FROM t;"""


def shell(file, script):
    command = ["sqlite3", "-bail", str(file)]
    return subprocess.run(command, input=script, capture_output=True, text=True, check=False)


@pytest.fixture
def filled(made, terminal):
    """An installation with one account, and the acts that opened it in its ledger."""
    fill = "from haidang.console.filling import fill; fill(with_demonstration=False)"
    assert terminal("manage", "shell", "-c", fill).returncode == 0
    return made


@pytest.mark.promise("N23")
def test_what_the_sqlite_shell_does_to_the_ledger_is_found(filled, terminal, proof):
    database, whole = filled / "haidang.sqlite3", filled / "whole.sqlite3"
    guards = shell(database, f"VACUUM INTO '{whole}'; {GUARDS};").stdout
    names = ("ledger_entry_no_update", "ledger_entry_no_delete")
    unguarded = "".join(f"DROP TRIGGER {name};" for name in names)
    found = {}

    for way, (script, _) in TAMPERINGS.items():
        shutil.copy(whole, database)
        assert shell(database, f"{unguarded}{script};{guards}").returncode == 0
        verified = terminal("ledger", "verify")
        found[way] = verified.stderr if verified.returncode else ""

    for way, (_, named) in TAMPERINGS.items():
        assert named in found[way]
        proof(tried=f"sqlite3 trên tệp dữ liệu: {way}", times=1, figure=found[way].strip())


def test_the_database_refuses_the_shell_while_its_guards_stand(filled, terminal):
    database = filled / "haidang.sqlite3"

    for script in ("UPDATE ledger_entry SET event = 'x'", "DELETE FROM ledger_entry"):
        assert "append-only" in shell(database, f"{script};").stderr

    assert shell(database, REPLACED).returncode == 0  # replacing a row asks no guard of SQLite
    verified = terminal("ledger", "verify")
    assert verified.returncode == 1
    assert "Dòng 2 đã bị sửa" in verified.stderr
