"""Files are kept once, whole, under the hash of their bytes."""

import hashlib
from pathlib import Path

import pytest

from haidang.documents.models import StoredFile
from haidang.documents.storage import keep

pytestmark = pytest.mark.django_db


def test_the_same_bytes_twice_are_one_file():
    first = keep(b"abc", "text/plain")
    again = keep(b"abc", "text/plain")

    assert first == again
    assert (first.read(), first.size) == (b"abc", 3)
    assert str(first) == hashlib.sha256(b"abc").hexdigest()[:12]


def test_a_full_disk_leaves_neither_a_row_nor_half_a_file(monkeypatch):
    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    digest = hashlib.sha256(b"too much").hexdigest()

    with pytest.raises(OSError, match="No space"):
        keep(b"too much", "text/plain")

    file = StoredFile(sha256=digest)
    assert not StoredFile.objects.filter(pk=digest).exists()
    assert list(Path(file.path).parent.iterdir()) == []
