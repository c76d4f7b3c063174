"""The database of a test run: migrated once, copied for each worker, laid anew after a commit.

All migrations together take ten seconds and more; a copy takes none. The usual way to clean up
after a test that commits, deleting every row, is what the ledger's triggers refuse.
"""

import fcntl
import hashlib
import os
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.management import call_command
from django.db import connection

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "build"
HELPERS = {"append_only.py", "columns.py", "tables.py", "settings.py"}


def fingerprint():
    """Changes when a migration, a helper of one, or a package changes."""
    written = hashlib.sha256((ROOT / "requirements.lock").read_bytes())
    for path in sorted((ROOT / "src/haidang").rglob("*.py")):
        if path.parent.name == "migrations" or path.name in HELPERS:
            written.update(path.read_bytes())
    return written.hexdigest()[:16]


@contextmanager
def alone():
    KEPT.mkdir(exist_ok=True)
    with (KEPT / "test-database.alone").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        yield


def use(name):
    connection.close()
    connection.settings_dict["NAME"] = str(name)


def sqlite_template():
    """A migrated SQLite file, made in a process of its own and kept until a migration changes."""
    template = KEPT / f"test-{fingerprint()}.sqlite3"
    with alone():
        if not template.exists():
            clear_away()
            with TemporaryDirectory(dir=KEPT) as folder:
                clean = {k: v for k, v in os.environ.items() if not k.startswith("HAIDANG_")}
                around = {**clean, "HAIDANG_DATA": folder, "PYTHONPATH": str(ROOT / "src")}
                command = [sys.executable, "-m", "haidang", "manage", "migrate", "-v0"]
                subprocess.run(command, env=around, check=True)
                Path(folder, "haidang.sqlite3").rename(template)
    return template


def clear_away():
    """Old templates go; another run may still stand on one of the two newest."""
    made = sorted(KEPT.glob("test-*.sqlite3"), key=lambda path: path.stat().st_mtime)
    for old in made[:-2]:
        for part in KEPT.glob(f"{old.name}*"):
            part.unlink()


class OnSQLite:
    def __init__(self, folder, worker):
        self.file = folder / "test.sqlite3"

    def make(self):
        self.template = sqlite_template()
        use(self.file)
        self.lay()

    def lay(self):
        connection.ensure_connection()
        with closing(sqlite3.connect(f"file:{self.template}?mode=ro", uri=True)) as template:
            template.backup(connection.connection)

    def remove(self):
        connection.close()


class OnPostgreSQL:
    def __init__(self, folder, worker):
        self.name, self.template = f"test_{worker}", f"migrated_{fingerprint()}"
        self.main = connection.settings_dict["NAME"]

    def make(self):
        with alone():
            asked = "SELECT 1 FROM pg_database WHERE datname = %s"
            if not self.on_main(asked, [self.template]):
                half = f"{self.template}_half"
                self.on_main(f"DROP DATABASE IF EXISTS {half} WITH (FORCE)")
                self.on_main(f"CREATE DATABASE {half}")
                use(half)
                call_command("migrate", verbosity=0)
                self.on_main(f"ALTER DATABASE {half} RENAME TO {self.template}")
        self.lay()

    def lay(self):
        self.remove()
        self.on_main(f"CREATE DATABASE {self.name} TEMPLATE {self.template} STRATEGY file_copy")
        use(self.name)

    def remove(self):
        self.on_main(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)")

    def on_main(self, statement, values=None):
        use(self.main)
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            found = cursor.fetchone() if cursor.description else None
        connection.close()
        return found


def database(folder, worker):
    kind = OnSQLite if connection.vendor == "sqlite" else OnPostgreSQL
    return kind(folder, worker)
