import os

import pytest

from haidang.console import installation
from haidang.console.say import Trouble


def test_make_writes_keys_that_only_the_owner_reads(place):
    installation.make(with_demonstration=True)

    keys = place / "installation.env"
    names = [line.partition("=")[0] for line in keys.read_text().splitlines()]
    assert names == ["HAIDANG_SECRET_KEY", "HAIDANG_LEDGER_KEY", "HAIDANG_AS_OF"]
    assert keys.stat().st_mode & 0o777 == 0o600


def test_make_leaves_the_day_to_the_clock_without_demonstration(place):
    installation.make(with_demonstration=False)

    assert "HAIDANG_AS_OF" not in (place / "installation.env").read_text()


def test_make_makes_different_keys_each_time_and_never_twice(place):
    installation.make(with_demonstration=False)
    first = (place / "installation.env").read_text()
    installation.make(with_demonstration=False)
    assert (place / "installation.env").read_text() == first

    (place / "installation.env").unlink()
    installation.make(with_demonstration=False)
    assert (place / "installation.env").read_text() != first


def test_make_refuses_new_keys_for_an_old_database(place):
    (place / "haidang.sqlite3").touch()

    with pytest.raises(Trouble, match="bản sao lưu"):
        installation.make(with_demonstration=False)
    assert not (place / "installation.env").exists()


def test_make_leaves_keys_from_the_environment_alone(place):
    os.environ |= {"HAIDANG_SECRET_KEY": "s", "HAIDANG_LEDGER_KEY": "l"}

    installation.make(with_demonstration=True)

    assert list(place.iterdir()) == []


def test_enter_puts_the_keys_into_the_environment(place):
    (place / "installation.env").write_text("HAIDANG_LEDGER_KEY=a=b\nHAIDANG_SECRET_KEY=file\n")
    os.environ["HAIDANG_SECRET_KEY"] = "set by hand"

    installation.enter()

    assert os.environ["HAIDANG_LEDGER_KEY"] == "a=b"
    assert os.environ["HAIDANG_SECRET_KEY"] == "set by hand"
    assert os.environ["HAIDANG_DATA"] == str(place)


def test_the_data_folder_lies_beside_the_code_unless_told(place):
    assert installation.data_folder() == place

    del os.environ["HAIDANG_DATA"]
    assert installation.data_folder() == installation.ROOT / "data"


def test_a_served_database_is_no_file(place):
    assert installation.database_file() == place / "haidang.sqlite3"

    os.environ["HAIDANG_DATABASE_URL"] = "postgresql://haidang@localhost/haidang"
    assert installation.database_file() is None
