"""Whatever happens to the programs that read a file: nothing of it is left on the disk."""

import pytest

from haidang.text import Unreadable
from haidang.text.reading import read_source, shelter, tesseract
from tests.text.scans import drawn, needs_scans, scanned
from tests.text.test_reading_other_programs import RTF


@pytest.fixture
def disk(tmp_path, monkeypatch):
    """The folder for temporary files, and a program of a given name that does what it is told."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    monkeypatch.setattr(shelter, "MEMORY", folder)
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    def program(name, script):
        path = tmp_path / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        return folder

    return program


@pytest.mark.parametrize(
    "script", ["kill -9 $$", "exit 1", "exit 0", "echo x > $TMPDIR/left; kill -9 $$", "kill -9 0"]
)
def test_when_libreoffice_is_killed(disk, script):
    folder = disk("soffice", script)

    with pytest.raises(Unreadable) as refused:
        read_source(RTF)

    assert refused.value.code == "broken"
    assert list(folder.iterdir()) == []


@needs_scans
def test_when_tesseract_is_killed(disk, monkeypatch):
    page = scanned(drawn([(60, 700, "Giao Sở A")]))
    folder = disk("tesseract", "echo x > $TMPDIR/left; rm $TMPDIR/left; kill -9 $$")
    monkeypatch.setattr(tesseract, "is_installed", lambda: True)

    with pytest.raises(Unreadable) as refused:
        read_source(page)

    assert refused.value.code == "scanned"
    assert list(folder.iterdir()) == []
