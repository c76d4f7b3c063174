"""`haidang fix`: mends what `haidang lint` can mend by itself."""

import subprocess
import sys
from tempfile import TemporaryDirectory

from haidang.console import states
from haidang.console.installation import ROOT, set_up_django


def run(arguments: list[str]) -> int:
    """Put imports and habits right, format, and draw docs/states.md anew."""
    for command in (["check", "--fix", "--quiet"], ["format", "--quiet"]):
        subprocess.run([sys.executable, "-m", "ruff", *command, "."], cwd=ROOT, check=False)
    with TemporaryDirectory() as nowhere:
        set_up_django(data=nowhere)
        states.rewrite()
    return 0
