"""Figures and names for the page that shows the kit; samples, not anybody's data."""

import datetime as dt

from haidang.web.strip import StripUnit

KINDS = {
    "radio": "Phát thanh",
    "news": "Tin, bài",
    "talk": "Tuyên truyền trực tiếp",
    "show": "Văn nghệ, hội thi",
}
KIND_ICONS = {"radio": "radio", "news": "newspaper", "talk": "users", "show": "megaphone"}
# What somebody typed into the form: one field is wrong, so that the page shows an error.
TYPED = {
    "people": "khoảng tám chục",
    "task": "II.1",
    "kind": "talk",
    "held_on_day": "25",
    "held_on_month": "11",
    "held_on_year": "2024",
    "decision": "yes",
    "nothing": "on",
}


def named(*units: tuple[str, str]) -> list[StripUnit]:
    """Units of the strip: a name, and small words under it."""
    return [StripUnit(name, words, "#") for name, words in units]


ACCEPTED = (
    "TT Cầu Ngang",
    "TT Mỹ Long",
    "Mỹ Long Bắc",
    "Mỹ Long Nam",
    "Mỹ Hòa",
    "Kim Hòa",
    "Hiệp Mỹ Đông",
    "Nhị Trường",
    "Thạnh Hòa Sơn",
)
SENT = (("Hiệp Hòa", "24/11, 20:10"), ("Hiệp Mỹ Tây", "đang xem xét"), ("Thuận Hòa", "25/11, 7:42"))
STRIP = [
    ("ok", "check-check", "Tiếp nhận", named(*((name, "") for name in ACCEPTED))),
    ("run", "send", "Chờ xem xét", named(*SENT)),
    ("none", "pencil", "Đang soạn", named(("Trường Thọ", "9/17 mục"))),
    ("back", "corner-up-left", "Trả lại", named(("Vinh Kim", "15/17 mục"))),
    ("late", "circle", "Chưa mở", named(("Long Sơn", "quá 3 ngày"))),
]
BUCKETS = [
    ("Căn cứ", "b-basis", 1),
    ("Mục đích", "b-purpose", 5),
    ("Yêu cầu", "b-requirement", 5),
    ("Phương hướng", "b-direction", 6),
    ("Nhiệm vụ", "b-task", 11),
    ("Thủ tục", "b-formality", 1),
    ("Chưa rõ", "b-unresolved", 1),
]
COMMUNES = [
    ("Mỹ Long Nam", 412, 310),
    ("TT Cầu Ngang", 389, 342),
    ("Hiệp Mỹ Đông", 359, 302),
    ("Mỹ Hòa", 234, 259),
    ("Kim Hòa", 227, 180),
]
SECTIONS = [
    ("Mục II", [58, 29, 10, 4]),
    ("III.1", [2, 3, 0, 0]),
    ("III.2", [8, 4, 2, 0]),
    ("III.3", [13, 5, 4, 0]),
    ("III.4", [37, 5, 2, 1]),
]
STATES = [
    ("Hoàn thành", "c1"),
    ("Đang thực hiện", "c2"),
    ("Chưa thực hiện", "c5"),
    ("Quá hạn", "c-bad"),
]
PEOPLE_BY_MONTH = [16, 0, 18, 120, 85, 34, 28, 25, 22, 18, 28, 18]
PEOPLE_BY_TALK = [120, 85, 34, 28, 25, 22, 20, 18, 18, 16, 14, 12]

SHOWN: dict[str, object] = {
    "due": dt.date(2024, 11, 29),
    "monday": dt.date(2024, 11, 25),
    "strip": STRIP,
    "buckets": BUCKETS,
    "communes": COMMUNES,
    "sections": SECTIONS,
    "states": STATES,
    "months": [(str(at or 12), people) for at, people in enumerate(PEOPLE_BY_MONTH)],
    "twelve": [
        (f"Hoạt động {at}", "c1" if at % 2 else "c2", people)
        for at, people in enumerate(PEOPLE_BY_TALK, start=1)
    ],
    "now": [12, 14, 13, 18, 22, 24, 23, 30, 34, 38, 41],
    "before": [10, 11, 14, 15, 17, 20, 22, 23, 26, 28, 30, 33],
    "years": (2024, 2023),
}
