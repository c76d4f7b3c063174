"""The installation on this machine: its data folder, its keys, and the environment they make."""

import os
import secrets
from pathlib import Path

import django
from django.core.exceptions import ImproperlyConfigured

from haidang.console.say import Trouble

ROOT = Path(__file__).resolve().parents[3]
DEMONSTRATION_DAY = "2024-11-25"  # the founding plan is alive on this day


def data_folder() -> Path:
    """Return the folder of database, files and keys: HAIDANG_DATA, or `data` beside the code."""
    return Path(os.environ.get("HAIDANG_DATA") or ROOT / "data").expanduser().absolute()


def database_file() -> Path | None:
    """Return the SQLite file, or None where HAIDANG_DATABASE_URL names a server."""
    served = os.environ.get("HAIDANG_DATABASE_URL")
    return None if served else data_folder() / "haidang.sqlite3"


def enter() -> None:
    """Put the installation's settings into the environment; what is set there already stands."""
    os.environ["HAIDANG_DATA"] = str(data_folder())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "haidang.settings")
    keys = data_folder() / "installation.env"
    if keys.exists():
        for line in keys.read_text("utf-8").splitlines():
            name, _, value = line.partition("=")
            os.environ.setdefault(name, value)


def set_up_django(*, data: str | None = None) -> None:
    """Start Django for this installation, or for an empty folder that stands in for one.

    Refuses settings that cannot be meant; they say themselves which and why.
    """
    if data is not None:
        os.environ["HAIDANG_DATA"] = data
    enter()
    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise Trouble(str(error)) from error


def make(*, with_demonstration: bool) -> None:
    """Make the folder and the keys of a new installation, once.

    Refuses to make new keys for a database that was written with others.
    """
    folder = data_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    keys = folder / "installation.env"
    if keys.exists() or {"HAIDANG_SECRET_KEY", "HAIDANG_LEDGER_KEY"} <= os.environ.keys():
        return
    if (database := database_file()) and database.exists():
        raise Trouble(f"Thiếu {keys}, tệp khoá của cơ sở dữ liệu này: lấy lại từ bản sao lưu.")
    lines = [
        f"HAIDANG_SECRET_KEY={secrets.token_urlsafe(50)}",
        f"HAIDANG_LEDGER_KEY={secrets.token_hex(32)}",
    ]
    if with_demonstration:
        lines.append(f"HAIDANG_AS_OF={DEMONSTRATION_DAY}")
    write_privately(keys, "\n".join(lines) + "\n")


def write_privately(path: Path, text: str) -> None:
    """Write a file that only its owner can read, whole or not at all."""
    half = path.with_name(f".{path.name}")
    half.unlink(missing_ok=True)
    half.touch(0o600)
    half.write_text(text, "utf-8")
    half.replace(path)
