"""The reader holds on a few hundred broken files, and the runner finds what does not."""

import pytest

from haidang.text import Unreadable
from haidang.text.reading import libreoffice, tesseract
from tests.text import fuzzing


@pytest.fixture(autouse=True)
def no_programs(monkeypatch):
    for module in (tesseract, libreoffice):
        monkeypatch.setattr(module, "is_installed", lambda: False)


@pytest.mark.promise("N2")
def test_broken_files_of_every_kind_are_read_or_refused(tmp_path, proof):
    """Tệp bị cắt, trộn, ghi sai đủ kiểu: đọc được và kể đủ, hoặc từ chối với mã và lời."""
    tried, failed, _ = fuzzing.run(400, 60, seed=30, guided=False, folder=tmp_path)

    assert (tried, failed) == (400, {})
    assert list(tmp_path.iterdir()) == []
    proof(times=tried)


@pytest.mark.parametrize("kind", fuzzing.seeds())
def test_the_files_it_begins_with_are_sound(kind):
    assert fuzzing.complaint(kind) is None


def test_what_fails_is_kept_to_be_looked_at(tmp_path, monkeypatch):
    def breaks(_data):
        raise ZeroDivisionError

    monkeypatch.setattr(fuzzing, "read", breaks)

    tried, failed, _ = fuzzing.run(3, 60, seed=1, guided=False, folder=tmp_path)

    assert tried == 3
    assert set(failed.values()) == {"ZeroDivisionError: "}
    assert {path.read_bytes() for path in tmp_path.iterdir()} == set(failed)


def test_a_refusal_without_words_and_a_slow_answer_are_failures(monkeypatch):
    def mute(_data):
        raise Unreadable("", "")

    monkeypatch.setattr(fuzzing, "read", mute)
    assert fuzzing.complaint(b"x") == "a refusal without words"

    monkeypatch.undo()
    monkeypatch.setattr(fuzzing, "SLOW", -1)
    assert fuzzing.complaint(b"x").startswith("slow")
