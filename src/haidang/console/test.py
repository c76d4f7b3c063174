"""`haidang test`: the whole suite on SQLite, measured, then on PostgreSQL where it is there."""

import os
import subprocess
import sys
from pathlib import Path

from haidang.console.installation import ROOT
from haidang.console.say import mark

BOTH_CORES = ["-n", "2", "--dist", "worksteal"]
MEASURED = ["--cov", "--cov-report=term"]
# What meets no database, or one of its own in SQLite, runs once; so do the looks of pages.
_ONCE = (
    "bench check collecting crew installation launcher ledger_shell lock main manage offline prove"
    " read readiness say suite up working write"
)
WITHOUT_DATABASE = [
    "--ignore=tests/text",
    "--ignore=tests/journeys/test_every_screen.py",
    "--ignore=tests/web/test_accessibility.py",
    *(f"--ignore=tests/console/test_{name}.py" for name in _ONCE.split()),
]
POSTGRESQL = "usr/lib/postgresql/*/bin/initdb"


def run(arguments: list[str]) -> int:
    """Run pytest. With arguments: just those, on SQLite, or on PostgreSQL after `--postgres`."""
    if "--postgres" in arguments:
        return on_postgresql([word for word in arguments if word != "--postgres"])
    if arguments:
        return _pytest(arguments)
    return max(_pytest([*BOTH_CORES, *MEASURED]), on_postgresql([*BOTH_CORES, *WITHOUT_DATABASE]))


def on_postgresql(arguments: list[str]) -> int:
    """Run the suite on a PostgreSQL of its own. Without one: said, and with CI=true a failure."""
    if not list(Path("/").glob(POSTGRESQL)):
        print(mark("Bỏ qua PostgreSQL: apt-get install postgresql", 33))
        return int(os.environ.get("CI") == "true")
    print(mark("\nLần nữa, trên PostgreSQL:", 1), flush=True)
    return _pytest(arguments, with_database=["-m", "tests.postgres", sys.executable])


def _pytest(arguments: list[str], with_database: list[str] | None = None) -> int:
    """Run pytest in the project's folder, with nothing of an installation around it."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("HAIDANG_")}
    command = [sys.executable, *(with_database or []), "-m", "pytest", *arguments]
    return subprocess.run(command, cwd=ROOT, env=clean, check=False).returncode
