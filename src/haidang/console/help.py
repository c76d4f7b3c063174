"""`haidang help`: the commands, one a line."""

from pathlib import Path

_CHANGES = Path(__file__).resolve().parents[3] / "CHANGELOG.md"

COMMANDS = {  # name: (module in haidang.console, what it does)
    "up": ("up", "chạy Hải Đăng trên máy này; --empty: không nạp dữ liệu mẫu"),
    "worker": ("worker", "chạy việc nền trên máy riêng (up đã chạy sẵn một, trừ khi --no-worker)"),
    "player": ("player", "máy phát ở đài, cụm loa: phát bản đã niêm đúng giờ (docs/player.md)"),
    "read": ("read", "đọc một văn bản và cho xem đã hiểu gì; --json: để máy đọc"),
    "check": ("check", "soát thể thức văn bản theo NĐ 30/2020; --fix RA.docx: sửa vào đó"),
    "write": ("write", "viết lại văn bản theo NĐ 30/2020: write VÀO RA.docx|.pdf|.html|.txt"),
    "documents": ("documents", "replay SỐ: dựng lại văn bản, so từng byte; files: soát mọi tệp"),
    "ledger": ("ledger", "verify: soát nhật ký, chỉ ra dòng đầu tiên bị sửa"),
    "export-portal": ("export_portal", "ghi cổng thông tin thành tệp tĩnh: THƯ_MỤC [TÊN_MIỀN]"),
    "prove": ("prove", "thử các lời hứa N1–N30 và in bằng chứng"),
    "bench": ("bench", "đo tốc độ, bên cạnh giới hạn của từng việc"),
    "test": ("test", "chạy toàn bộ kiểm thử, trên SQLite và PostgreSQL"),
    "lint": ("lint", "soát định dạng, kiểu, bậc thang, mẫu trang, di trú, tệp khoá"),
    "fix": ("fix", "sửa những gì lint tự sửa được"),
    "lock": ("lock", "làm lại hai tệp khoá từ pyproject.toml"),
    "manage": ("manage", "lệnh quản trị của Django"),
    "help": ("help", "bảng này"),
}


def run(arguments: list[str]) -> int:
    """Print the table of commands."""
    print(f"Hải Đăng {version()} — ./haidang LỆNH\n")
    for name, (_, summary) in COMMANDS.items():
        print(f"  {name:<13} {summary}")
    print("\nHAIDANG_PORT chọn cổng (8000), HAIDANG_DATA chọn thư mục dữ liệu (./data).")
    return 0


def version() -> str:
    """Return the number of the newest release in the list of changes."""
    lines = _CHANGES.read_text("utf-8").splitlines()
    return next(line[3:].strip() for line in lines if line.startswith("## "))
