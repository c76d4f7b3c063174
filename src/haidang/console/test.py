"""`haidang test`: the whole suite on SQLite, measured, then on PostgreSQL where it is there."""

import os
import subprocess
import sys
from pathlib import Path

from haidang.console import offline
from haidang.console.installation import ROOT
from haidang.console.say import mark

# Three on two cores: players, browsers and other processes are waited for.
BOTH_CORES = ["-n", "3", "--dist", "worksteal", "--durations=40", "--durations-min=5"]
MEASURED = ["-p", "tests.covered"]
# What meets no database runs once, and so does how pages look and act in a browser; two journeys,
# whole stories from plan to report and from draft to issue, go through both databases.
_IN_A_BROWSER = (
    "journeys/test_bad_lines journeys/test_every_screen journeys/test_filing"
    " journeys/test_log_in_a_minute journeys/test_radio_ticks journeys/test_reading_a_scan"
    " journeys/test_review_by_keyboard journeys/test_shared_device journeys/test_without_script"
    " journeys/test_writing_a_story"
    " web/test_accessibility web/test_activities_browser web/test_one_page_print"
    " web/test_portal_accessibility web/test_radio_print"
)
WITH_DATABASE = [
    "--with-database",
    "--ignore=tests/text",
    *(f"--ignore=tests/{name}.py" for name in _IN_A_BROWSER.split()),
]
POSTGRESQL = "usr/lib/postgresql/*/bin/initdb"


def run(arguments: list[str]) -> int:
    """Run pytest. With arguments: just those, on SQLite, or on PostgreSQL after `--postgres`."""
    if "--postgres" in arguments:
        return on_postgresql([word for word in arguments if word != "--postgres"])
    if arguments:
        return _pytest(arguments)
    return max(_pytest([*BOTH_CORES, *MEASURED]), on_postgresql([*BOTH_CORES, *WITH_DATABASE]))


def on_postgresql(arguments: list[str]) -> int:
    """Run the suite on a PostgreSQL of its own. Without one: said, and with CI=true a failure."""
    if not list(Path("/").glob(POSTGRESQL)):
        print(mark("Bỏ qua PostgreSQL: apt-get install postgresql", 33))
        return int(os.environ.get("CI") == "true")
    print(mark("\nLần nữa, trên PostgreSQL:", 1), flush=True)
    return _pytest(arguments, with_database=["-m", "tests.postgres", sys.executable])


def _pytest(arguments: list[str], with_database: list[str] | None = None) -> int:
    """Run pytest in the project's folder: nothing of an installation around, no route out."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("HAIDANG_")}
    command = [sys.executable, *(with_database or []), "-m", "pytest", *arguments]
    alone = offline.around(command)
    if alone == command and not offline.is_offline():
        said = "Máy này không cho lập mạng riêng: đường ra chỉ bị chặn trong từng phép thử."
        print(said, file=sys.stderr)
    return subprocess.run(alone, cwd=ROOT, env=clean, check=False).returncode
