"""What must be right before Hải Đăng starts; each fault is one line that says what to do."""

import shutil
import socket
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from haidang.console.say import Trouble

ROOM_NEEDED = 200 * 2**20


def check_port(host: str, port: int) -> None:
    """Refuses a port that something listens on, or that this user may not open."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Trouble(
                f"Không mở được cổng {port} ({error.strerror}): có thể Hải Đăng đang chạy rồi. "
                f"Chọn cổng khác: HAIDANG_PORT={port + 1} ./haidang up"
            ) from error


def check_folder(folder: Path) -> None:
    """Refuses a data folder that cannot be made or written to."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except (PermissionError, FileExistsError, NotADirectoryError) as error:
        raise Trouble(
            f"Không ghi được vào thư mục dữ liệu {folder} ({error.strerror}): "
            "sửa quyền, hoặc chọn thư mục khác bằng HAIDANG_DATA"
        ) from error


def check_room(folder: Path) -> None:
    """Refuses a nearly full disk: SQLite and photos need room to finish what they begin."""
    free = shutil.disk_usage(folder).free
    if free < ROOM_NEEDED:
        raise Trouble(
            f"Đĩa sắp đầy: còn {free // 2**20} MB ở {folder}, cần ít nhất "
            f"{ROOM_NEEDED // 2**20} MB. Giải phóng chỗ, hoặc chọn đĩa khác bằng HAIDANG_DATA"
        )


def check_database(database: Path) -> None:
    """Refuses a SQLite file that cannot be opened or is damaged."""
    if not database.exists():
        return
    try:
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=rw", uri=True)) as connection:
            said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.Error as error:
        said = str(error)
    if said != "ok":
        raise Trouble(
            f"Không đọc được cơ sở dữ liệu {database} ({said}): "
            "lấy lại tệp này từ bản sao lưu, hoặc dời nó đi để bắt đầu mới"
        )


def advice_for(error: str) -> str:
    """Say in one line what to do about an error of the database."""
    first_line = error.splitlines()[0] if error else ""
    if "disk is full" in error or "No space left" in error:
        return f"Đĩa đầy ({first_line}): giải phóng chỗ trên đĩa rồi chạy lại."
    if "locked" in error:
        return f"Cơ sở dữ liệu đang bận ({first_line}): chờ một phút rồi chạy lại."
    return (
        f"Không dùng được cơ sở dữ liệu ({first_line}): "
        "kiểm tra HAIDANG_DATABASE_URL hoặc quyền của thư mục dữ liệu"
    )
