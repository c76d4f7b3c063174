"""Styles, scripts and pictures, gathered and compressed once for each version of them."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from haidang.console.installation import ROOT
from haidang.console.say import step


def collect() -> None:
    """Gather the static files where the web server finds them, unless they lie there already."""
    stamp = Path(settings.STATIC_ROOT) / ".version"
    version = _fingerprint()
    if stamp.exists() and stamp.read_text("utf-8") == version:
        return
    with step("kiểu trang và hình"):
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(version, "utf-8")


def _fingerprint() -> str:
    """Changes when a file of ours changes, or a package that brings its own."""
    files = [ROOT / "requirements.lock", *sorted((ROOT / "src").glob("haidang/*/static/**/*"))]
    seen = hashlib.sha256()
    for path in files:
        if path.is_file():
            seen.update(f"{path.relative_to(ROOT)}\n".encode() + path.read_bytes())
    return seen.hexdigest()
