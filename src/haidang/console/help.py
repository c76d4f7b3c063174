"""`haidang help`: the commands, one a line."""

from haidang.__main__ import COMMANDS


def run(arguments: list[str]) -> int:
    print("Hải Đăng — ./haidang LỆNH\n")
    for name, (_, summary) in COMMANDS.items():
        print(f"  {name:<8} {summary}")
    print("\nHAIDANG_PORT chọn cổng (8000), HAIDANG_DATA chọn thư mục dữ liệu (./data).")
    return 0
