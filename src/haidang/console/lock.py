"""`haidang lock`: makes both lock files again from pyproject.toml, for every platform at once."""

import subprocess
import sys

from haidang.console.installation import ROOT
from haidang.console.say import Trouble

EVERYWHERE = ["--universal", "--python-version", "3.11", "--generate-hashes"]
NO_ADDRESS = ["--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--no-header"]
COMPILE = ["-m", "uv", "pip", "compile", "--quiet", *EVERYWHERE, *NO_ADDRESS, "pyproject.toml"]


def run(arguments: list[str]) -> int:
    """Pin what runs, then what developers need on top; `--upgrade` takes the newest of all."""
    _compile_to("requirements.lock", *arguments)
    pinned = ["--constraint", "requirements.lock"]
    _compile_to("requirements-dev.lock", "--group", "dev", *pinned, *arguments)
    return 0


def _compile_to(lock: str, *options: str) -> None:
    command = [sys.executable, *COMPILE, *options, "--output-file", lock]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if ran.returncode:
        raise Trouble(f"Không làm được {lock}:\n{ran.stderr.strip()}")
    print(f"  {lock}")
