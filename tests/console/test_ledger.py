import sqlite3

import pytest

from haidang.console import ledger
from haidang.console.say import Trouble


def test_ledger_verify_wants_a_database(place):
    with pytest.raises(Trouble, match=r"./haidang up"):
        ledger.run(["verify"])
    assert not (place / "haidang.sqlite3").exists()


@pytest.mark.parametrize("arguments", [[], ["repair"]])
def test_ledger_only_verifies(arguments):
    with pytest.raises(Trouble, match="Cách dùng"):
        ledger.run(arguments)


def test_ledger_verify_passes_a_whole_ledger_and_names_what_is_wrong(made, terminal):
    sound = terminal("ledger", "verify")
    last = "0" * 16
    said = f"✓ Sổ nhật ký nguyên vẹn: 0 dòng, mã cuối {last}.\n"
    assert (sound.returncode, sound.stdout) == (0, said)

    database = sqlite3.connect(made / "haidang.sqlite3")
    database.execute("DROP TRIGGER ledger_entry_no_update")
    database.close()
    broken = terminal("ledger", "verify")
    assert broken.returncode == 1
    assert "ledger_entry_no_update" in broken.stderr


@pytest.mark.django_db
def test_ledger_verify_asks_the_database_at_hand(place, capsys, monkeypatch):
    monkeypatch.setattr("haidang.console.installation.database_file", lambda: None)

    assert ledger.run(["verify"]) == 0
    assert "0 dòng" in capsys.readouterr().out


@pytest.mark.django_db
def test_ledger_verify_holds_the_ledger_to_its_last_verified_end(place, capsys, monkeypatch):
    monkeypatch.setattr("haidang.console.installation.database_file", lambda: None)
    (place / "ledger.mark").write_text(f"7 {'a' * 64}\n")

    assert ledger.run(["verify"]) == 1
    assert "lần kiểm tra trước có 7 dòng" in capsys.readouterr().err


@pytest.mark.django_db
def test_ledger_verify_refuses_a_broken_mark(place, monkeypatch):
    monkeypatch.setattr("haidang.console.installation.database_file", lambda: None)
    (place / "ledger.mark").write_text("")

    with pytest.raises(Trouble, match=r"ledger\.mark"):
        ledger.run(["verify"])
