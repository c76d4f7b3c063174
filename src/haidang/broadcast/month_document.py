"""The log of a month as an official document, to be signed: a report with the log in its appendix.

Values in, blocks out (NĐ 30/2020, Phụ lục III, mẫu 1.4). Number, day and the signer's name are left
open; what a station aired is reported on by the committee that runs it (TT 39/2020/TT-BTTTT).
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from haidang.broadcast.enums import Airing, Missed
from haidang.broadcast.month_log import language_words, last_day, state_words
from haidang.documents.letterhead import letterhead_of
from haidang.orgs.models import Unit
from haidang.text.blocks import Appendix, Document, Paragraph, Signature, Table
from haidang.text.layout.kinds import kind_of

REPORT = "báo cáo"
COUNTED = (Airing.AIRED, Airing.LATE, Airing.CUT, Airing.MISSED, Airing.UNKNOWN)


def month_document(content: Mapping[str, Any], unit: Unit, day: dt.date, digest: str) -> Document:
    """The report on one month of a station, from the content of its log and the hash of that."""
    kind = kind_of(REPORT)
    assert kind is not None
    first = dt.date.fromisoformat(content["first"])
    month = f"tháng {first.month} năm {first.year}"
    named = {
        "document_type": REPORT.upper(),
        "title": f"Nhật ký phát sóng {month} của {content['station']}",
        "date": f"{day:%Y-%m}",
    }
    return Document(
        header=replace(letterhead_of(unit, kind), **named),
        blocks=tuple(Paragraph(words) for words in _body(content, first, digest)),
        recipients=("Lưu: VT",),
        signature=_signature(unit),
        appendices=(_appendix(content, unit),),
    )


def _body(content: Mapping[str, Any], first: dt.date, digest: str) -> list[str]:
    states = content["states"]
    counted = [f"{Airing(s).label} {states[s]}" for s in COUNTED if states.get(s)]
    spoken = [f"{name} {minutes} phút" for name, minutes in language_words(content["seconds"])]
    why = [f"{Missed(code).label} {count}" for code, count in content["missed"].items() if code]
    station, until = content["station"], last_day(first)
    aired = f"{station} phát {content['sittings']} buổi"
    heard = f"Thời lượng: {', '.join(spoken) or '0 phút'}."
    lines = [
        f"Từ ngày {first:%d/%m/%Y} đến ngày {until:%d/%m/%Y}, {aired}. {heard}",
        f"Lịch đã phát hành có {content['planned']} chương trình: {', '.join(counted) or '0'}.",
    ]
    lines += [f"Lý do không phát: {', '.join(why)}."] if why else []
    lines += [f"Phát ngoài lịch: {content['unplanned']} lượt."] if content["unplanned"] else []
    return [*lines, f"Nhật ký chi tiết tại Phụ lục kèm theo; mã băm SHA-256: {digest}./."]


def _appendix(content: Mapping[str, Any], unit: Unit) -> Appendix:
    cells = [_cells(number, row) for number, row in enumerate(content["rows"], 1)]
    table = Table(
        columns=("TT", "Ngày, giờ", "Chương trình", "Số phút", "Kết quả"),
        rows=tuple(cells),
        numeric=frozenset({3}),
        widths=(1, 3, 6, 2, 5),
    )
    attached = f"(Kèm theo Báo cáo của {unit.name})"
    blocks = (table,) if cells else (Paragraph("Trong tháng không có chương trình nào."),)
    return Appendix(label="Phụ lục", title="NHẬT KÝ PHÁT SÓNG", attached_to=attached, blocks=blocks)


def _cells(number: int, row: Mapping[str, Any]) -> tuple[str, ...]:
    at = dt.datetime.fromisoformat(row["at"])
    minutes = f"{round(row['seconds'] / 60)}"
    title = row["title"] + (" (tiếng Khmer)" if row["language"] == "km" else "")
    return str(number), f"{at:%d/%m} {at.hour}h{at:%M}", title, minutes, state_words(row)


def _signature(unit: Unit) -> Signature:
    if unit.name.casefold().startswith("ủy ban nhân dân"):
        return Signature(authority=("KT. CHỦ TỊCH",), title="PHÓ CHỦ TỊCH")
    return Signature(title="THỦ TRƯỞNG")
