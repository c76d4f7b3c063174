"""The reader holds on a few hundred broken files, and the runner finds what does not."""

import random
from dataclasses import replace

import pytest

from haidang.text import Unreadable, read
from haidang.text.blocks import Place
from haidang.text.reading import libreoffice, tesseract
from tests.text import broken, fuzzing


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


@pytest.mark.parametrize("kind", broken.sound())
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


def test_the_same_seed_tries_the_same_files():
    def files(seed):
        chance = random.Random(seed)
        return [broken.broken(broken.sound(), chance) for _ in range(60)]

    assert files(4) == files(4) != files(5)


def test_most_broken_files_are_read_and_not_refused():
    """A runner that only ever meets refusals tries nothing."""
    chance, pool = random.Random(7), broken.sound()

    files = [broken.broken(pool, chance) for _ in range(600)]

    for begins in broken.BEGINNINGS:
        answers = [answer_to(data) for data in files if data.startswith(begins)]
        assert answers.count("read") > len(answers) * 0.4, begins


def answer_to(data):
    try:
        read(data)
    except Unreadable as refusal:
        return refusal.code
    return "read"


def test_a_file_that_hangs_is_given_up_and_kept(tmp_path, monkeypatch):
    def waits(_data):
        while True:
            pass

    monkeypatch.setattr(fuzzing, "read", waits)
    monkeypatch.setattr(fuzzing, "HANGS", 0.05)

    _, failed, _ = fuzzing.run(1, 60, seed=1, guided=False, folder=tmp_path)

    assert [wrong.split(":")[0] for wrong in failed.values()] == ["hangs"]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"spans": ()}, "the spans do not cover the text"),
        ({"places": (Place(0, 3, "x"), Place(2, 4, "x"))}, "places that overlap or leave the text"),
        ({"places": (Place(0, 3, "x", box=(0, 0, 2, 1)),)}, "a box beyond the page"),
    ],
)
def test_what_is_wrong_with_a_reading_is_said(changed, said, monkeypatch):
    right = read(b"KE HOACH")
    monkeypatch.setattr(fuzzing, "read", lambda _: replace(right, **changed))

    assert fuzzing.complaint(b"x") == said
