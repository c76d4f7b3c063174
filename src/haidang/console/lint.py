"""`haidang lint`: everything about the code that can be checked without using it.

Each check is a process of its own, so that one that breaks takes no other with it.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from haidang.console.installation import ROOT
from haidang.console.say import mark, seconds

Check = Callable[[], str]  # what is wrong, or nothing
CONTRACTS = "from importlinter.cli import lint_imports_command as c; c(['--no-cache'])"


def tool(*command: str) -> Check:
    """A check by another program: what it says, if it fails."""

    def check() -> str:
        ran = subprocess.run(
            [sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False
        )
        return (ran.stdout + ran.stderr).strip() or "lỗi" if ran.returncode else ""

    return check


def locks() -> str:
    """The lock files name packages and hashes, never the address of a registry."""
    named = [
        f"{path.name}:{number}"
        for path in sorted(ROOT.glob("*.lock"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if "://" in line
    ]
    return "\n".join(named)


CHECKS: dict[str, Check] = {  # the longest first; two run at a time
    "kiểu (mypy)": tool("-m", "mypy"),
    "định dạng (ruff format)": tool("-m", "ruff", "format", "--check", "."),
    "thói quen (ruff check)": tool("-m", "ruff", "check", "."),
    "bậc thang (import-linter)": tool("-c", CONTRACTS),
    "Django: cài đặt, di trú, mẫu, states": tool("-m", "haidang.console.ask_django"),
    "tệp khoá không có địa chỉ": locks,
}


def run(arguments: list[str]) -> int:
    """Run every check; exit 1 if any found something, and then show what."""
    return look(CHECKS)


def look(checks: dict[str, Check]) -> int:
    """Run the checks beside each other; say each verdict in turn, then what is wrong."""
    with ThreadPoolExecutor(2) as both_cores:
        running = {label: both_cores.submit(_timed, check) for label, check in checks.items()}
        found = {label: _show(label, *future.result()) for label, future in running.items()}
    wrong = {label: text for label, text in found.items() if text}
    for label, text in wrong.items():
        print(f"\n── {label}\n{text}")
    return 1 if wrong else 0


def _timed(check: Check) -> tuple[str, float]:
    started = time.monotonic()
    return check(), time.monotonic() - started


def _show(label: str, wrong: str, span: float) -> str:
    sign = mark("✗", 31) if wrong else mark("✓", 32)
    print(f"{sign} {label:<37} {seconds(span):>8}", flush=True)
    return wrong
