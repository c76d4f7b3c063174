"""Documents of other programs are read through LibreOffice; nothing is left behind or fetched."""

import io
import socket
import subprocess
import time
import zipfile

import pytest

from haidang.text import Unreadable, read
from haidang.text.reading import libreoffice, read_source
from haidang.text.reading.programs import TooSlow, output_of
from tests.system import needs_libreoffice

RTF = (
    rb"{\rtf1\ansi\ansicpg1252 K\u7870? HO\u7840?CH\par Th\u244?ng tin n\u259?m 2026\par 1."
    rb" Giao S\u7903? A r\u224? so\u225?t danh s\u225?ch.\par}"
)
OLE = b"\xd0\xcf\x11\xe0"
WORD = "WordDocument".encode("utf-16-le")
ODT = "application/vnd.oasis.opendocument.text"


def refusal_of(data):
    with pytest.raises(Unreadable) as refused:
        read_source(data)
    return refused.value


def odt(**parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", ODT, zipfile.ZIP_STORED)
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return made.getvalue()


@pytest.fixture(scope="module")
def as_other(tmp_path_factory):
    """The same plan as other programs write it."""
    folder = tmp_path_factory.mktemp("other")
    (folder / "a.rtf").write_bytes(RTF)

    def made(ending):
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", ending]
        command += ["--outdir", folder / "made", folder / "a.rtf"]
        subprocess.run(command, check=True, capture_output=True, timeout=600)
        return (folder / "made" / f"a.{ending}").read_bytes()

    return made


@needs_libreoffice
@pytest.mark.parametrize("ending", ["doc", "odt", "rtf"])
def test_documents_of_other_programs_are_understood(as_other, ending, tmp_path, monkeypatch):
    data = as_other(ending)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    reading = read(data)

    assert reading.header.document_type == "Kế hoạch"
    assert [duty.unit for duty in reading.duties] == ["Sở A"]
    assert list(tmp_path.iterdir()) == []


@needs_libreoffice
def test_nothing_that_a_document_links_to_is_fetched():
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x.png".encode()
        field = rb'{\field{\*\fldinst INCLUDEPICTURE "' + address + rb'" \\d}{\fldrslt x}}'

        read_source(RTF[:-1] + field + rb"\par}")

        with pytest.raises(TimeoutError):
            server.accept()


@needs_libreoffice
def test_what_libreoffice_cannot_open_is_broken():
    assert refusal_of(OLE + WORD + b"x" * 600).code == "broken"


@pytest.mark.parametrize(
    ("data", "ending"), [(OLE + WORD, "doc"), (RTF, "rtf"), (odt(content="<x/>"), "odt")]
)
def test_without_libreoffice_the_package_is_named(data, ending, monkeypatch):
    monkeypatch.setattr("shutil.which", lambda _: None)

    refusal = refusal_of(data)

    assert refusal.code == f"needs-libreoffice-{ending}"
    assert libreoffice.PACKAGE in refusal.message


def test_a_conversion_that_does_not_end_is_ended(tmp_path, monkeypatch):
    stub = tmp_path / "soffice"
    stub.write_text("#!/bin/sh\nsleep 60 &\nwait\n")
    stub.chmod(0o755)
    monkeypatch.setattr(libreoffice, "_COMMAND", str(stub))
    monkeypatch.setattr(libreoffice, "SECONDS", 0.3)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    assert refusal_of(RTF).code == "too-slow"
    assert list(tmp_path.iterdir()) == [stub]


def test_the_children_of_a_slow_program_are_ended_as_well(tmp_path):
    late, now = tmp_path / "late", tmp_path / "now"
    waits = f"until [ -e {now} ]; do sleep 0.05; done; touch {late}"
    with pytest.raises(TooSlow):
        output_of(["sh", "-c", f"({waits}) & sleep 60"], b"", 0.2)

    now.touch()
    time.sleep(0.8)
    assert not late.exists()


def test_a_program_that_is_not_there_answers_nothing():
    assert output_of(["/no/such/program"], b"", 1) is None
    assert output_of(["false"], b"", 1) is None


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (OLE + b"a spreadsheet", "not-text"),
        (OLE.ljust(512, b"\0") + b"\xec\xa5" + bytes(9) + b"\x01" + WORD, "password"),
        (odt(**{"META-INF__manifest": "<m:encryption-data/>"}), "password"),
        (odt(content="x" * 2_000_000), "zip-bomb"),
        (odt(content="x")[:-30], "broken"),
    ],
)
def test_locked_and_foreign_files_are_refused_by_name(data, code):
    assert refusal_of(data).code == code


MHT = b"""MIME-Version: 1.0\r
Content-Type: multipart/related; boundary="x"\r
\r
--x\r
Content-Type: text/html; charset=utf-8\r
Content-Transfer-Encoding: quoted-printable\r
\r
<html><p>K=E1=BA=BE HO=E1=BA=A0CH</p></html>\r
--x--\r
"""


def test_a_page_in_one_file_with_its_pictures_is_read():
    assert read_source(MHT).text == "KẾ HOẠCH\n"
    assert refusal_of(MHT.replace(b"text/html", b"image/png")).code == "empty"


def test_words_about_parts_are_plain_text():
    assert read_source(b"a plan\n multipart/related").format == "txt"
