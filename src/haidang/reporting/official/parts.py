"""The parts of an official report: its headings, and which sections of the regime feed each.

Data of the regime; without any of its own a regime has the usual outline of such reports. The
names are practice, not law. No section is ever lost: one that no part asks for goes where its kind
usually stands.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from haidang.errors import Issue
from haidang.reporting.enums import SectionKind
from haidang.reporting.official.patterns import FIELD, MARKS

Part = dict[str, Any]  # title, says (sentences that the figures give), sections (their ordinals)
Row = Mapping[str, Any]

SAYS = {
    "basis": "văn bản đã ban hành",
    "completeness": "số báo cáo đã tiếp nhận, đơn vị còn thiếu",
    "days": "thời gian tính số liệu",
    "by_unit": "dẫn tới số liệu theo đơn vị",
}
ANNEXES = {
    "results": "kết quả so với kế hoạch và cùng kỳ",
    "units": "số liệu theo đơn vị",
    "products": "danh mục tin, bài, chương trình",
}
TITLE_FIELDS = ("kỳ", "kỳ sau", "năm", "năm sau")
LONGEST_TITLE = 120
MOST_PARTS = 12
LEADING, RESULTS, JUDGED, NEXT, PROPOSED = range(5)
TITLES = (
    "CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TRIỂN KHAI",
    "KẾT QUẢ THỰC HIỆN",
    "ĐÁNH GIÁ CHUNG",
    "PHƯƠNG HƯỚNG, NHIỆM VỤ {kỳ sau}",
    "ĐỀ XUẤT, KIẾN NGHỊ",
)
SAID = (("basis", "completeness", "days"), ("by_unit",), (), (), ())
# Words of a section's title that tell where it belongs; the first that is met decides.
SIGNS = (
    (PROPOSED, re.compile(r"kiến nghị|đề xuất|đề nghị", re.IGNORECASE)),
    (NEXT, re.compile(r"phương hướng|thời gian tới|kỳ tới|năm tới|kỳ sau", re.IGNORECASE)),
    (JUDGED, re.compile(r"khó khăn|vướng mắc|hạn chế|tồn tại|nguyên nhân|ưu điểm|đánh giá|"
                        r"thuận lợi|đạt được|bài học", re.IGNORECASE)),
    (LEADING, re.compile(r"chỉ đạo|lãnh đạo|triển khai|quán triệt", re.IGNORECASE)),
)  # fmt: skip


def default_parts(sections: Sequence[Row]) -> list[Part]:
    """The usual five parts, each fed by the sections whose titles say so."""
    fed: dict[int, list[int]] = {at: [] for at in range(len(TITLES))}
    for row in sections:
        fed[_usual_place(row, sections)].append(row["ordinal"])
    rows = zip(TITLES, SAID, fed.values(), strict=True)
    return [{"title": title, "says": list(says), "sections": own} for title, says, own in rows]


def completed(parts: Iterable[Part], sections: Sequence[Row]) -> list[Part]:
    """Parts that speak of these sections only, each once, and of all of them."""
    left = {row["ordinal"]: row for row in sections}
    found = []
    for part in parts:
        own = [left.pop(ordinal)["ordinal"] for ordinal in part["sections"] if ordinal in left]
        found.append(part | {"sections": own})
    for ordinal, row in left.items():
        found[_place_among(found, row, sections)]["sections"].append(ordinal)
    return found


def faults_of(parts: Sequence[Part], sections: Sequence[Row]) -> list[Issue]:
    """What keeps an outline from serving, in words."""
    known = {row["ordinal"] for row in sections}
    told = [ordinal for part in parts for ordinal in part["sections"]]
    found = []
    if not 1 <= len(parts) <= MOST_PARTS:
        found.append(f"Báo cáo có từ 1 đến {MOST_PARTS} phần.")
    if unknown := sorted(set(told) - known):
        found.append(f"Chế độ báo cáo không có mục {', '.join(map(str, unknown))}.")
    if twice := sorted({one for one in told if told.count(one) > 1}):
        found.append(f"Mục {', '.join(map(str, twice))} chỉ đứng ở một phần.")
    if lost := sorted(known - set(told)):
        found.append(f"Mục {', '.join(map(str, lost))} chưa vào phần nào.")
    issues = [Issue("parts", words, "parts") for words in found]
    return issues + [
        Issue("parts", f"Phần {at}: {words}.", "parts")
        for at, part in enumerate(parts, 1)
        for words in _faults_of_title(part["title"])
    ]


def _faults_of_title(title: str) -> list[str]:
    found = []
    if not title.strip():
        found.append("chưa có tiêu đề")
    if len(title) > LONGEST_TITLE:
        found.append(f"tiêu đề dài quá {LONGEST_TITLE} chữ")
    found += [
        f"không có trường {{{name}}}" for name in FIELD.findall(title) if name not in TITLE_FIELDS
    ]
    if set(FIELD.sub("", title)) & set("{}") or any(mark in title for mark in MARKS):
        found.append("tiêu đề có dấu không dùng được")
    return found


def _usual_place(row: Row, sections: Sequence[Row]) -> int:
    if row["kind"] == SectionKind.FIGURES:
        return RESULTS
    met = next((at for at, sign in SIGNS if sign.search(row["title"])), None)
    if met is not None:
        return met
    has_figures = any(one["kind"] == SectionKind.FIGURES for one in sections)
    return JUDGED if has_figures else RESULTS


def _place_among(parts: Sequence[Part], row: Row, sections: Sequence[Row]) -> int:
    """The part that already has sections of the same kind, else the last."""
    alike = {one["ordinal"] for one in sections if one["kind"] == row["kind"]}
    with_alike = [at for at, part in enumerate(parts) if alike & set(part["sections"])]
    return with_alike[-1] if with_alike else len(parts) - 1
