"""`haidang bench`: speed, measured. See bench/README.md."""

import subprocess
import sys

from haidang.console.installation import ROOT


def run(arguments: list[str]) -> int:
    """Run the benchmarks, or the parts of them that are named."""
    command = [sys.executable, "-m", "bench", *arguments]
    return subprocess.run(command, cwd=ROOT, check=False).returncode
