"""What a player says of its health, in words for people; facts that nobody named stay out."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from haidang import clock

NAMES = {
    "heard": "Đang phát",
    "output": "Đường ra loa",
    "halted": "Bị lệnh ngừng phát",
    "weeks": "Lịch đang có",
    "sounds_lacking": "Tệp tiếng chưa tải",
    "unsent": "Dòng nhật ký chờ gửi",
    "fetched_at": "Lấy tin lần cuối",
    "liquidsoap": "Liquidsoap",
    "clock_wrong": "Đồng hồ sai",
    "disk_free": "Đĩa còn trống",
    "memory_kb": "Bộ nhớ đang dùng",
    "up_seconds": "Chạy liên tục",
    "version": "Phiên bản",
}
YES_NO = {
    "output": ("có tiếng ra", "không có tiếng ra"),
    "halted": ("có", "không"),
    "liquidsoap": ("đang chạy", "không chạy"),
    "clock_wrong": ("có", "không"),
}
BYTES = {"disk_free": 1, "memory_kb": 1000}
MEGABYTE = 1_000_000


def health_words(health: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Name and value of each fact, in the order in which somebody looks for a fault."""
    return [(NAMES[name], _said(name, health[name])) for name in NAMES if name in health]


def _said(name: str, value: Any) -> str:
    if isinstance(value, bool) and name in YES_NO:
        return YES_NO[name][0 if value else 1]
    if value in {None, ""}:
        return "—"
    is_count = isinstance(value, int | float)
    if is_count and name in BYTES:
        return f"{value * BYTES[name] / MEGABYTE:,.0f} MB".replace(",", ".")
    if is_count and name == "up_seconds":
        return f"{value / 3600:.1f} giờ".replace(".", ",")
    if name == "fetched_at":
        return _moment(str(value))
    return str(value)


def _moment(said: str) -> str:
    try:
        moment = dt.datetime.fromisoformat(said).astimezone(clock.now().tzinfo)
    except (ValueError, OverflowError):
        return said
    return f"{moment:%H:%M, %d/%m/%Y}"
