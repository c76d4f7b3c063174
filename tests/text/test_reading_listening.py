"""A reader apart is listened to while it works, draws pages, and ends with its listener."""

import io
import sys

import pytest
from PIL import Image

from haidang.text import Unreadable
from haidang.text.reading import apart
from haidang.text.reading.apart import picture_apart, read_apart, read_by_steps
from haidang.text.reading.drawing import drawn_page
from haidang.text.reading.listening import lines_of
from haidang.text.reading.programs import TooSlow
from tests.text.files import pdf
from tests.text.scans import drawn, needs_scans, scanned

TWO = pdf([(100, 700, "KE HOACH")], [(100, 700, "Trang hai")])


def heard(program, given=b"", seconds=20.0):
    return lines_of(["sh", "-c", program], given, seconds, {"PATH": "/usr/bin:/bin"})


def test_lines_come_one_by_one_as_they_are_said():
    said = heard("cat; printf 'b\\nc'; printf 'd\\ne'", b"a\n")

    assert [line for line in said if line is not None] == [b"a", b"b", b"cd"]


def test_silence_is_heard_too():
    assert None in list(heard("sleep 0.6; echo a"))


def test_many_bytes_come_through_whole():
    given = b"x" * 3_000_000

    assert [len(line) for line in heard("cat; echo", given) if line] == [len(given)]


def test_who_takes_too_long_is_ended():
    with pytest.raises(TooSlow):
        list(heard("echo a; sleep 60", seconds=0.4))


def test_who_is_not_listened_to_is_ended_with_all_it_started(tmp_path):
    late = tmp_path / "late"
    said = heard(f"echo a; (sleep 0.6; touch {late}) & sleep 60")
    assert next(said) == b"a"

    said.close()

    assert list(heard("sleep 0.9")) != []
    assert not late.exists()


def test_a_reader_that_says_nothing_had_too_much(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/bin/false")

    with pytest.raises(Unreadable) as refused:
        read_apart(b"KE HOACH")

    assert refused.value.code == "too-much"


@needs_scans
def test_steps_tell_the_pages_that_were_recognised():
    scan = scanned(*(drawn([(80, 700, f"KẾ HOẠCH trang {n}")]) for n in (1, 2)))
    told = []

    reading, mark = read_apart(scan, progress=lambda done, of: told.append((done, of)))

    assert told[-2:] == [(1, 2), (2, 2)]
    assert "KẾ HOẠCH" in reading.text
    assert mark is None


def test_a_reading_that_is_closed_leaves_nothing_behind(tmp_path, monkeypatch):
    stub = tmp_path / "python"
    stub.write_text(f"#!/bin/sh\n(sleep 0.6; touch {tmp_path}/late) & sleep 60\n")
    stub.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(stub))
    steps = read_by_steps(b"KE HOACH")
    assert next(steps) is None

    steps.close()

    assert list(heard("sleep 0.9")) != []
    assert not (tmp_path / "late").exists()


def test_a_page_is_drawn_as_wide_as_it_was_asked_for():
    picture = Image.open(io.BytesIO(picture_apart(TWO, 2, 300)))

    assert (picture.format, picture.width) == ("WEBP", 300)
    assert abs(picture.height / picture.width - 842 / 595) < 0.01


def test_pages_differ():
    assert picture_apart(TWO, 1, 300) != picture_apart(TWO, 2, 300)


@pytest.mark.parametrize(
    ("data", "page", "code"),
    [(TWO, 3, "no-page"), (TWO, 0, "no-page"), (b"KE HOACH", 1, "broken")],
)
def test_what_cannot_be_drawn_is_refused_by_name(data, page, code):
    with pytest.raises(Unreadable) as refused:
        picture_apart(data, page, 300)

    assert refused.value.code == code


def test_a_poster_is_drawn_coarser():
    poster = pdf([(100, 700, "KE HOACH")], paper="/MediaBox[0 0 14000 14000]")

    picture = Image.open(io.BytesIO(drawn_page(poster, 1, 5000)))

    assert picture.width * picture.height <= 6_100_000


def test_a_page_that_takes_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(apart, "MOST_SECONDS_DRAWING", 0.01)

    with pytest.raises(Unreadable, match="quá lâu"):
        picture_apart(TWO, 1, 300)
