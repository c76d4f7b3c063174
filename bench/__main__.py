"""`python -m bench [--quick] [reading checking … pages]`: each part in a process of its own.

`--quick` takes each time only once: to see that a part runs, not to quote it.
"""

import os
import subprocess
import sys

from bench.ground import ROOT
from bench.measure import QUICK, machine

PARTS = (
    "reading",
    "checking",
    "writing",
    "comparing",
    "consolidating",
    "history",
    "lastday",
    "issuing",
    "jobs",
    "logging",
    "week",
    "matrix",
    "cascade",
    "chasing",
    "minute",
    "filing",
    "lines",
    "newsroom",
    "portal",
    "emergency",
    "asrun",
    "pages",
    "player",
)


def main(names: list[str]) -> int:
    if "--quick" in names:
        names = [name for name in names if name != "--quick"]
        os.environ[QUICK] = "1"
    if unknown := set(names) - set(PARTS):
        print(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
        return 2
    print(machine())
    codes = [
        subprocess.run([sys.executable, "-m", f"bench.{name}"], cwd=ROOT, check=False).returncode
        for name in names or PARTS
    ]
    return max(codes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
