"""How much of the product the tests ran: lines and branches, as `haidang test` asks of the whole.

Loaded with `-p tests.covered`, before anything of the product is. Marks are set into the code as
it is read (slipcover), so what is no code of ours costs nothing; a tracer, which Python 3.11 calls
for each line of every library too, took two to three times as long. What runs in processes of
its own is not counted.
"""

import json
import os
import shutil
import sys
from importlib.machinery import PathFinder
from pathlib import Path

from slipcover import Slipcover, merge_coverage
from slipcover.importer import SlipcoverLoader

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "build" / "covered"
AT_LEAST = 95  # per cent of lines and branches together
SHOWN_BELOW = 90
NO_CODE = [r"^if __name__ == .__main__.:", r"^\s*\.\.\.$"]  # a terminal's line, a protocol's body
RUNNING = os.environ.get("PYTEST_XDIST_WORKER")

seen = Slipcover(
    branch=True,
    d_miss_threshold=1 << 30,  # marks stay: to take them out again looks through all modules
    source=[str(ROOT / "src/haidang")],
    omit=["*/migrations/*"],
    exclude_also=NO_CODE,
)


class Marked:
    """Finds the modules of the product and has them read with a mark at each line and branch."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if not name.startswith("haidang.") or ".migrations" in name:
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec and spec.origin:
            spec.loader = SlipcoverLoader(seen, spec.loader, spec.origin)
        return spec


if RUNNING:
    sys.meta_path.insert(0, Marked)


def pytest_configure():
    if not RUNNING:
        shutil.rmtree(KEPT, ignore_errors=True)
        KEPT.mkdir(parents=True)


def pytest_sessionfinish(session):
    if RUNNING:
        (KEPT / f"{RUNNING}.json").write_text(json.dumps(seen.get_coverage()), "utf-8")
    elif together()["summary"]["percent_covered"] < AT_LEAST:
        session.exitstatus = session.exitstatus or 1


def pytest_terminal_summary(terminalreporter):
    covered = together()
    terminalreporter.section("đã chạy qua")
    for name, file in sorted(covered["files"].items()):
        if file["summary"]["percent_covered"] < SHOWN_BELOW:
            terminalreporter.line(f"{file['summary']['percent_covered']:6.1f} %  {name}")
    whole = covered["summary"]["percent_covered"]
    terminalreporter.line(f"{whole:6.1f} %  của {len(covered['files'])} tệp (cần {AT_LEAST} %)")


def together():
    """What all workers ran, in the form of slipcover; nothing at all where none came to its end."""
    nothing = {"files": {}, "summary": {"percent_covered": 0.0}}
    ran = [json.loads(path.read_text("utf-8")) for path in sorted(KEPT.iterdir())]
    whole, *others = ran or [nothing]
    for other in others:
        merge_coverage(whole, other)
    return whole
