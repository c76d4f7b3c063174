import socket
import sqlite3

import pytest

from haidang.console import readiness
from haidang.console.say import Trouble


@pytest.fixture
def taken():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


def test_a_port_in_use_says_which_to_take(taken):
    with pytest.raises(Trouble) as trouble:
        readiness.check_port("127.0.0.1", taken)

    assert f"HAIDANG_PORT={taken + 1} ./haidang up" in str(trouble.value)


def test_a_free_port_is_left_free():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    readiness.check_port("127.0.0.1", port)
    readiness.check_port("127.0.0.1", port)


def test_a_folder_is_made_for_its_owner_alone(tmp_path):
    readiness.check_folder(tmp_path / "mới" / "dữ liệu")

    assert (tmp_path / "mới" / "dữ liệu").stat().st_mode & 0o777 == 0o700
    assert list((tmp_path / "mới" / "dữ liệu").iterdir()) == []


@pytest.mark.parametrize("inside", ["tệp", "tệp/trong tệp"])
def test_a_folder_that_cannot_be_is_refused(tmp_path, inside):
    (tmp_path / "tệp").touch()

    with pytest.raises(Trouble, match="HAIDANG_DATA"):
        readiness.check_folder(tmp_path / inside)


def test_a_nearly_full_disk_is_refused(tmp_path, monkeypatch):
    readiness.check_room(tmp_path)

    monkeypatch.setattr(readiness, "ROOM_NEEDED", 2**60)
    with pytest.raises(Trouble, match=r"Đĩa sắp đầy: còn \d+ MB"):
        readiness.check_room(tmp_path)


def test_a_sound_database_and_none_at_all_are_fine(tmp_path):
    file = tmp_path / "haidang.sqlite3"
    readiness.check_database(file)
    assert not file.exists()

    sqlite3.connect(file).execute("CREATE TABLE t (x)").connection.close()
    readiness.check_database(file)


@pytest.mark.parametrize("content", [b"not a database at all, but long enough to be read" * 40])
def test_a_damaged_database_is_refused(tmp_path, content):
    file = tmp_path / "haidang.sqlite3"
    file.write_bytes(content)

    with pytest.raises(Trouble, match="bản sao lưu"):
        readiness.check_database(file)
    assert file.read_bytes() == content


def test_a_database_cut_in_the_middle_is_refused(tmp_path):
    file = tmp_path / "haidang.sqlite3"
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE t (x)")
    connection.executemany("INSERT INTO t VALUES (?)", [("chữ" * 500,)] * 200)
    connection.commit()
    connection.close()
    file.write_bytes(file.read_bytes()[:-100_000])

    with pytest.raises(Trouble, match="Không đọc được cơ sở dữ liệu"):
        readiness.check_database(file)


@pytest.mark.parametrize(
    ("error", "advice"),
    [
        ("database or disk is full", "giải phóng chỗ"),
        ("could not extend file: No space left on device", "giải phóng chỗ"),
        ("database is locked", "chờ một phút"),
        ("connection refused\nIs the server running?", "(connection refused): kiểm tra"),
        ("", "HAIDANG_DATABASE_URL"),
    ],
)
def test_advice_is_one_line_for_each_kind_of_error(error, advice):
    said = readiness.advice_for(error)

    assert advice in said
    assert "\n" not in said
