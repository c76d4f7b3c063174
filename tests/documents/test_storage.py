"""Files are kept once, whole, under the hash of their bytes."""

import hashlib
import os
import stat

import pytest

from haidang.documents.held import held, hold
from haidang.documents.models import FileFault, StoredFile
from haidang.documents.queries import file_faults
from haidang.documents.storage import NotStored, keep
from tests.makers.documents import make_bureau, make_draft

pytestmark = pytest.mark.django_db


def test_the_same_bytes_twice_are_one_file():
    first = keep(b"abc", "text/plain")
    again = keep(b"abc", "text/plain")

    assert first == again
    assert (first.read(), first.size) == (b"abc", 3)
    assert str(first) == hashlib.sha256(b"abc").hexdigest()[:12]


@pytest.fixture
def place(settings, tmp_path):
    """What is broken here is no other test's."""
    settings.FILES = tmp_path
    return tmp_path


def full(handle):
    raise OSError(28, "No space left on device")


def test_a_full_disk_leaves_neither_a_row_nor_half_a_file(monkeypatch, place):
    monkeypatch.setattr("os.fsync", full)
    digest = hashlib.sha256(b"too much").hexdigest()

    with pytest.raises(NotStored, match="không có gì được lưu"):
        keep(b"too much", "text/plain")

    file = StoredFile(sha256=digest)
    assert not StoredFile.objects.filter(pk=digest).exists()
    assert list(file.path.parent.iterdir()) == []


def test_a_folder_that_takes_no_file_is_said_too(place):
    (place / hashlib.sha256(b"abc").hexdigest()[:2]).write_bytes(b"no folder")

    with pytest.raises(NotStored):
        keep(b"abc", "text/plain")


def test_the_name_of_a_file_is_written_as_well(monkeypatch, place):
    settled, fsync = [], os.fsync

    def noted(handle):
        settled.append(stat.S_ISDIR(os.fstat(handle).st_mode))
        fsync(handle)

    monkeypatch.setattr("os.fsync", noted)

    keep(b"abc", "text/plain")

    assert settled == [False, True]


@pytest.mark.parametrize("found", [b"abd", b"ab", b""])
def test_a_file_that_rotted_is_refused_and_kept_anew(place, found):
    file = keep(b"abc", "text/plain")
    file.path.write_bytes(found)

    with pytest.raises(FileFault, match="không còn đúng mã"):
        file.read()

    assert keep(b"abc", "text/plain") == file
    assert file.read() == b"abc"


def test_a_file_that_is_lost_or_cannot_be_read_is_refused(place):
    file = keep(b"abc", "text/plain")
    file.path.unlink()
    with pytest.raises(FileFault, match="không còn"):
        file.read()

    file.path.mkdir()
    with pytest.raises(FileFault, match="không đọc được"):
        file.read()


def test_every_file_is_looked_at(place):
    whole, rotten, lost = (keep(words, "text/plain") for words in (b"one", b"two", b"three"))
    rotten.path.write_bytes(b"x")
    lost.path.unlink()

    said = {fault.sha256: fault.what for fault in file_faults() if fault}

    assert said == {
        rotten.sha256: "tệp lưu không còn đúng mã của nó",
        lost.sha256: "tệp lưu không còn",
    }
    assert whole.sha256 not in said


def test_uploads_are_cleared_while_another_is_just_named(place):
    bureau = make_bureau()
    edition = make_draft(bureau).edition
    (place / "held").mkdir()
    (place / "held" / ".part-gone").symlink_to(place / "nowhere")

    digest = hold(edition, bureau.drafter, b"abc", "{}")

    assert held(edition, bureau.drafter, digest) == b"abc"
