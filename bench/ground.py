"""A database of its own for each part, in a folder that goes away."""

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ADDRESS = "BENCH_DATABASE_URL"  # where the second round finds its PostgreSQL


@contextmanager
def own_installation(*, as_of: str, database: str | None = None) -> Iterator[Path]:
    """Set Django up on an empty SQLite database, as it is served: WAL, full durability.

    With `database` on that one, which is to be empty.
    """
    folder = Path(tempfile.mkdtemp(prefix="haidang-bench-"))
    sys.path.insert(0, str(ROOT / "src"))
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "haidang.settings",
        "HAIDANG_DATA": str(folder),
        "HAIDANG_AS_OF": as_of,
        "PYTHONPATH": str(ROOT / "src"),
    }
    # Processes that a part starts seal the same ledger.
    os.environ.setdefault("HAIDANG_SECRET_KEY", secrets.token_urlsafe(50))
    os.environ.pop("HAIDANG_DATABASE_URL", None)
    if database:
        os.environ["HAIDANG_DATABASE_URL"] = database
    import django
    from django.core.management import call_command

    django.setup()
    try:
        call_command("migrate", verbosity=0)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def rest() -> None:
    """Count and tidy what was made in bulk, as its year would have; else that goes on meanwhile."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def on_both(part: str, measure: Callable[[str | None], None]) -> None:
    """Measure a part on SQLite, then, in a process of its own, on a PostgreSQL of its own.

    `measure` gets the address of that one, and None for SQLite.
    """
    if address := os.environ.get(ADDRESS):
        measure(address)
        return
    measure(None)
    if not list(Path("/").glob("usr/lib/postgresql/*/bin/initdb")):
        print("\nno PostgreSQL on this machine: left out")
        return
    from tests.postgres import cluster

    with cluster() as address:
        again = [sys.executable, "-m", f"bench.{part}"]
        subprocess.run(again, cwd=ROOT, env={**os.environ, ADDRESS: address}, check=True)
