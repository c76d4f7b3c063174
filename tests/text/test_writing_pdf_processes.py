"""The PDF in threads, in forked processes, in a process of its own: always the same bytes."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from haidang.text.blocks import Paragraph
from haidang.text.layout.page import Margins
from haidang.text.writing.pdf import typesetter, write_pdf
from haidang.text.writing.pdf.paper import paper_of
from haidang.text.writing.pdf.typesetter import (
    REFUSED,
    NotDrawnError,
    _Used,
    typeset,
)
from haidang.text.writing.sheets import sheets_of
from tests.text.papers import PROSE, report

COMMAND = [sys.executable, "-m", "haidang.text.writing.pdf.apart"]


@pytest.fixture(scope="module")
def written():
    return write_pdf(report())


def test_threads_write_at_the_same_time(written):
    with ThreadPoolExecutor(6) as pool:
        several = list(pool.map(write_pdf, [report()] * 12))

    assert several == [written] * 12


@pytest.mark.promise("N9")
def test_another_process_with_other_habits_writes_the_same_bytes(written):
    """Bản PDF dựng ở tiến trình khác, múi giờ khác, ngôn ngữ khác: vẫn từng byte như cũ."""
    paper = paper_of(report(), sheets_of(report(), Margins()))
    habits = {"RAYON_NUM_THREADS": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C", "HOME": "/nonexistent"}

    done = subprocess.run(
        COMMAND, input=paper.encode(), capture_output=True, check=True, env=os.environ | habits
    )

    assert done.stdout == written


def test_what_cannot_be_drawn_apart_is_one_sentence():
    done = subprocess.run(COMMAND, input=b"{}", capture_output=True, check=False)

    assert done.returncode == REFUSED
    assert done.stderr.decode().startswith("Không dựng được PDF: ")


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_process_forked_after_the_first_pdf_writes_too(written):
    """A forked process has none of the typesetter's threads, and would wait for them for ever."""
    asked, answered = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.write(answered, b"same" if write_pdf(report()) == written else b"other")
        finally:
            os._exit(0)  # or a failure would go on as a second run of the tests
    os.close(answered)

    said = os.read(asked, 9)

    os.close(asked)
    assert os.waitpid(child, 0)[1] == 0
    assert said == b"same"


def test_it_hands_the_work_to_a_fresh_process(written, monkeypatch):
    monkeypatch.setattr(_Used, "before_fork", True)

    assert write_pdf(report()) == written
    with pytest.raises(NotDrawnError, match="Không dựng được PDF: "):
        typeset("{}")


def test_a_long_document_leaves_nothing_behind_in_a_server():
    long = report(blocks=tuple(Paragraph(f"{number}. {PROSE * 2}") for number in range(400)))
    write_pdf(report())
    before = resident()

    assert len(write_pdf(long)) > 200_000
    assert resident() - before < 20


def resident():
    """Megabytes that this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


def test_a_process_that_takes_too_much_or_dies_is_said_to(monkeypatch):
    monkeypatch.setattr(_Used, "before_fork", True)

    monkeypatch.setattr(typesetter, "MOST_SECONDS", 0.001)
    with pytest.raises(NotDrawnError, match="quá lâu"):
        write_pdf(report())
    monkeypatch.undo()

    monkeypatch.setattr(_Used, "before_fork", True)
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(NotDrawnError, match="quá nhiều bộ nhớ"):
        write_pdf(report())
