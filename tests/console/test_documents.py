"""`haidang documents replay`: equal, or which file and which parts differ (N9)."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings as installed
from django.db import connection

from haidang.console import documents
from haidang.console.say import Trouble
from haidang.documents.models import StoredFile
from tests.makers.documents import make_bureau, make_issued


@pytest.mark.parametrize(
    "arguments", [[], ["replay"], ["write", "5"], ["replay", "5", "--year", "x"]]
)
def test_documents_only_replays(arguments):
    with pytest.raises(Trouble, match="Cách dùng"):
        documents.run(arguments)


def test_documents_replay_wants_a_database(place):
    with pytest.raises(Trouble, match=r"./haidang up"):
        documents.run(["replay", "5"])
    assert not (place / "haidang.sqlite3").exists()


@pytest.fixture
def at_hand(place, monkeypatch):
    """The command asks the database of the test."""
    monkeypatch.setattr("haidang.console.installation.database_file", lambda: None)


@pytest.mark.django_db
def test_documents_replay_says_equal_and_what_is_not_there(at_hand, capsys):
    make_issued(make_bureau())

    assert documents.run(["replay", "01/BC-UBND"]) == 0
    assert documents.run(["replay", "02/BC-UBND", "--year", "2024"]) == 1

    said = capsys.readouterr()
    assert ".docx và PDF dựng lại trùng từng byte" in said.out
    assert "mang số 02/BC-UBND năm 2024" in said.err


@pytest.mark.django_db
def test_documents_replay_names_what_differs(at_hand, capsys, monkeypatch, settings, tmp_path):
    settings.FILES = tmp_path
    issue = make_issued(make_bureau())
    issue.pdf.path.unlink()
    monkeypatch.setattr("haidang.documents.queries.replay.layout_version", lambda: "khác")

    assert documents.run(["replay", "1"]) == 1

    said = capsys.readouterr().out
    assert "dựng lại không trùng" in said
    assert ".docx: trùng từng byte" in said
    assert "PDF: tệp lưu không còn" in said
    assert "Bố cục hoặc bộ viết của bản cài đặt này khác" in said


def restored(place):
    """Lay the database and the files of the test into another data folder, as a backup is."""
    for file in StoredFile.objects.all():
        kept = place / "files" / file.path.relative_to(installed.FILES)
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file.path, kept)
    (place / "installation.env").write_text("HAIDANG_SECRET_KEY=s\nHAIDANG_LEDGER_KEY=l\n")
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(place / "haidang.sqlite3")) as copy:
            connection.connection.backup(copy)
        return {}
    to = connection.settings_dict
    at = f"{to['USER']}@{quote(to['HOST'], safe='')}:{to['PORT']}"
    return {"HAIDANG_DATABASE_URL": f"postgresql://{at}/{to['NAME']}"}


@pytest.mark.django_db(transaction=True)
@pytest.mark.promise("N9")
def test_documents_replay_on_another_machine(place, terminal, proof):
    make_issued(make_bureau())
    elsewhere = {"TZ": "America/New_York", "LANG": "C", "PYTHONHASHSEED": "3"}
    around = {**elsewhere, **restored(place), "HOME": str(Path(place) / "home")}

    said = terminal("documents", "replay", "01/BC-UBND", **around)

    assert (said.stderr, said.returncode) == ("", 0)
    assert "dựng lại trùng từng byte" in said.stdout
    proof(tried="dựng lại từ bản sao lưu ở thư mục khác", times=1, figure="trùng từng byte")


@pytest.mark.django_db
def test_documents_files_names_what_is_lost_or_rotten(at_hand, capsys, settings, tmp_path):
    settings.FILES = tmp_path
    issue = make_issued(make_bureau())
    assert documents.run(["files"]) == 0
    assert "tệp còn nguyên" in capsys.readouterr().out

    issue.pdf.path.unlink()
    issue.docx.path.write_bytes(b"khac")

    assert documents.run(["files"]) == 1
    said = capsys.readouterr().err
    assert f"{issue.pdf_id}: tệp lưu không còn.\n" in said
    assert f"{issue.docx_id}: tệp lưu không còn đúng mã của nó.\n" in said
    assert "2 trong" in said
