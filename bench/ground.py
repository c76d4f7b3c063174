"""A database of its own for each part, in a folder that goes away."""

import os
import secrets
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


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
