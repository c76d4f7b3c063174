"""`haidang lint`: everything about the code that can be checked without running it.

Our own tools run beside each other; what asks Django runs here, once it is set up.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from tempfile import TemporaryDirectory

from haidang.console import checked_by_django, states
from haidang.console.installation import ROOT, set_up_django
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


TOOLS: dict[str, Check] = {
    "kiểu (mypy)": tool("-m", "mypy"),
    "định dạng (ruff format)": tool("-m", "ruff", "format", "--check", "."),
    "thói quen (ruff check)": tool("-m", "ruff", "check", "."),
    "bậc thang (import-linter)": tool("-c", CONTRACTS),
    "tệp khoá không có địa chỉ": locks,
}
ASKED_OF_DJANGO: dict[str, Check] = {
    "cài đặt (check)": checked_by_django.system,
    "di trú đủ (makemigrations)": checked_by_django.migrations,
    "mẫu trang dịch được": checked_by_django.templates,
    "docs/states.md còn đúng": states.stale,
}


def run(arguments: list[str]) -> int:
    """Run every check; exit 1 if any found something, and then show what."""
    return look(TOOLS, ASKED_OF_DJANGO)


def look(tools: dict[str, Check], asked_of_django: dict[str, Check]) -> int:
    """Run the tools beside the questions to Django; say each verdict, then what is wrong."""
    with ThreadPoolExecutor(1) as beside, TemporaryDirectory() as nowhere:
        running = {label: beside.submit(_timed, check) for label, check in tools.items()}
        set_up_django(data=nowhere)
        found = {label: _show(label, *_timed(check)) for label, check in asked_of_django.items()}
        found |= {label: _show(label, *future.result()) for label, future in running.items()}
    wrong = {label: text for label, text in found.items() if text}
    for label, text in wrong.items():
        print(f"\n── {label}\n{text}")
    return 1 if wrong else 0


def _timed(check: Check) -> tuple[str, float]:
    started = time.monotonic()
    return check(), time.monotonic() - started


def _show(label: str, wrong: str, span: float) -> str:
    sign = mark("✗", 31) if wrong else mark("✓", 32)
    print(f"{sign} {label:<32} {seconds(span):>8}", flush=True)
    return wrong
