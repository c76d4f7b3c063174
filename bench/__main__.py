"""`python -m bench [reading checking … pages]`: each part in a process of its own."""

import subprocess
import sys

from bench.ground import ROOT
from bench.measure import machine

PARTS = ("reading", "checking", "writing", "consolidating", "issuing", "pages")


def main(names: list[str]) -> int:
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
