"""Reading in a process of its own: how soon it starts, what thirty documents cost, many files."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

from bench.ground import ROOT
from bench.measure import against, median, once, seconds, times_of, work_of_children

CORPUS = Path(os.environ.get("HAIDANG_CORPUS") or ROOT / "../shared/corpus").resolve()
SAMPLE = ROOT / "samples/99-KH-UBND.txt"
START, COLD, MEMORY, SHARE = 0.5, 3.0, 150.0, 0.65
DOCUMENTS, FILES = 30, 24
# The largest memory of a process that reads these one after another is that of the worst of them.
READ_ALL = """
import resource, sys
from haidang.text import Unreadable, read
from haidang.text.reading import tesseract
tesseract.is_installed = lambda: False
for file in sys.argv[1:]:
    try:
        read(file)
    except Unreadable:
        pass
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def cold_rows() -> list[list[str]]:
    """Each measure beside its limit."""
    documents = _documents("txt", "htm", "docx")
    most = _memory(_documents("txt", "htm", "docx", "pdf", most=None))
    share = _share_of_two_cores()
    return [
        _timed("haidang read FILE", lambda: _read_command(SAMPLE), START),
        _timed(f"{DOCUMENTS} {_whose()}, cold", lambda: _memory(documents), COLD),
        [
            f"memory, all {_whose()}",
            f"{most:.0f} MB",
            f"{MEMORY:.0f} MB",
            against(most, MEMORY),
            "",
        ],
        [
            f"{FILES} files, against one core",
            f"{share:.0%}",
            f"{SHARE:.0%}",
            against(share, SHARE),
            "",
        ],
    ]


def _timed(what: str, act: Callable[[], object], limit: float) -> list[str]:
    waited = median(times_of(act, at_least=7))
    worked = median(times_of(act, at_least=7, clock=work_of_children))
    return [what, seconds(waited), seconds(limit), against(waited, limit), seconds(worked)]


def _whose() -> str:
    return "documents of the corpus" if CORPUS.is_dir() else "samples, for there is no corpus"


def _documents(*endings: str, most: int | None = DOCUMENTS) -> list[Path]:
    """Documents of the corpus, else our own until there are as many."""
    folder = CORPUS / "documents"
    there = sorted(file for ending in endings for file in folder.glob(f"*.{ending}"))
    own = [*(ROOT / "samples").glob("99*"), *(ROOT / "tests/text/shapes").glob("*.txt")]
    ours = [file for file in sorted(own) if file.suffix[1:] in endings]
    return (there or list(islice(cycle(ours), most or len(ours))))[:most]


def _memory(files: list[Path]) -> float:
    """Megabytes at most."""
    return float(printed_by("-c", READ_ALL, *files))


def _share_of_two_cores() -> float:
    """The time of many files on two cores as a share of that on one."""
    with tempfile.TemporaryDirectory() as name:
        files = [Path(name) / f"{number}.pdf" for number in range(FILES)]
        for file in files:
            file.write_bytes(SAMPLE.with_suffix(".pdf").read_bytes())
        both = once(lambda: _read_command(*files))
        with _one_core():
            one = once(lambda: _read_command(*files))
    return both / one


class _one_core:  # noqa: N801 - reads as what it does
    """What starts within uses one core."""

    def __enter__(self) -> None:
        self._all = os.sched_getaffinity(0)
        os.sched_setaffinity(0, {min(self._all)})

    def __exit__(self, *_: object) -> None:
        os.sched_setaffinity(0, self._all)


def _read_command(*files: Path) -> str:
    return printed_by("-m", "haidang", "read", "--json", *files)


def printed_by(*words: str | Path) -> str:
    """What a process of its own prints that runs this Python with those words."""
    around = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    ran = subprocess.run(
        [sys.executable, *words], env=around, check=True, capture_output=True, text=True
    )
    return ran.stdout
