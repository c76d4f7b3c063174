"""Regimes that stand ready: the plan's yearly report, each month's, the press, news at once.

The outline of the first two is practice, not law; the third is the annex of Nghị định
244/2026/NĐ-CP: its "x/y" are two counts that are typed and the ratio that follows. An administrator
may change them as any other.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from haidang.activities.commands import TypedIndicator
from haidang.orgs.enums import Frequency
from haidang.reporting import outline
from haidang.reporting.due import DueRule
from haidang.reporting.enums import ContentKind, Preset, RegimeKind
from haidang.reporting.outline import FIGURES, PROSE, SectionSeed


@dataclass(frozen=True, slots=True)
class Ready:
    """What a regime says before it is known who reports to whom, and its outline."""

    name: str
    title: str
    sections: tuple[SectionSeed, ...]
    basis: str = ""
    kind: str = RegimeKind.PERIODIC
    content_kind: str = ContentKind.BOTH
    frequency: str = Frequency.YEAR
    preset: str = Preset.DECREE
    due: DueRule = field(default_factory=DueRule)
    guidance: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    indicators: tuple[TypedIndicator, ...] = ()

    def facts(self) -> dict[str, Any]:
        """What it says as a regime does."""
        said = ("name", "title", "basis", "kind", "content_kind", "frequency", "preset")
        rest = {"due": self.due, "guidance": self.guidance}
        return {name: getattr(self, name) for name in said} | rest


PLAN = Ready(
    name="Báo cáo công tác thông tin đối ngoại",
    title="Kết quả công tác thông tin đối ngoại",
    basis="Kế hoạch công tác thông tin đối ngoại của năm",
    preset=Preset.PROGRAMME,
    due=DueRule(day=30, month=-1, before=True, by_plan=True),
    guidance=(
        "Số liệu điền sẵn từ nhật ký hoạt động. Số thực hiện tính đến ngày lập báo cáo; phần còn "
        "lại của năm ghi ở cột ước thực hiện cả năm."
    ),
    sections=outline.YEARLY,
    words=outline.WORDS,
)

MONTH = Ready(
    name="Báo cáo công tác thông tin đối ngoại hằng tháng",
    title="Kết quả công tác thông tin đối ngoại",
    basis="Nghị định 09/2019/NĐ-CP: báo cáo định kỳ hằng tháng",
    frequency=Frequency.MONTH,
    due=DueRule(after=3),
    guidance=(
        "Số liệu từ ngày 15 tháng trước đến hết ngày 14 của tháng, điền sẵn từ nhật ký hoạt động."
    ),
    sections=outline.MONTHLY,
    words=outline.WORDS,
)

_PRESS = "Phát ngôn, cung cấp thông tin cho báo chí"
_DECREE = "Nghị định 244/2026/NĐ-CP"


def _pair(code: str, words: tuple[str, str, str], unit: str) -> tuple[TypedIndicator, ...]:
    """Two counts, the first of them a part of the second, and what comes of them."""
    part, whole, ratio = words
    return (
        TypedIndicator(f"{code}.1", part, unit, _PRESS, part_of=f"{code}.2"),
        TypedIndicator(f"{code}.2", whole, unit, _PRESS),
        TypedIndicator(code, ratio, "%", _PRESS, per=100, ratio=(f"{code}.1", f"{code}.2")),
    )


_QUESTIONS = _pair(
    "244.3",
    (
        "Câu hỏi của báo chí đã trả lời",
        "Câu hỏi của báo chí nhận được",
        "Tỷ lệ câu hỏi của báo chí đã trả lời",
    ),
    "câu hỏi",
)
_SUDDEN = _pair(
    "244.4",
    (
        "Vụ việc đột xuất, bất thường đã phát ngôn",
        "Vụ việc đột xuất, bất thường trong năm",
        "Tỷ lệ vụ việc đột xuất, bất thường đã phát ngôn",
    ),
    "vụ việc",
)
_IN_TIME = _pair(
    "244.5",
    (
        "Vụ việc trả lời đúng thời hạn",
        "Vụ việc có quy định thời hạn trả lời",
        "Tỷ lệ vụ việc trả lời đúng thời hạn",
    ),
    "vụ việc",
)
_CORRECTED = _pair(
    "244.6",
    (
        "Vụ việc có văn bản yêu cầu cải chính, phản hồi",
        "Vụ việc phát sinh cần cải chính, phản hồi",
        "Tỷ lệ vụ việc có văn bản yêu cầu cải chính, phản hồi",
    ),
    "vụ việc",
)
_ALONE = (
    TypedIndicator("244.1", "Cuộc họp báo trong năm", "cuộc", _PRESS),
    TypedIndicator("244.2", "Lần chủ động tham gia giao ban báo chí", "lần", _PRESS),
)

PRESS = Ready(
    name="Báo cáo phát ngôn và cung cấp thông tin cho báo chí",
    title="Kết quả thực hiện phát ngôn và cung cấp thông tin cho báo chí",
    basis=f"{_DECREE} ngày 26/6/2026 về phát ngôn và cung cấp thông tin cho báo chí",
    due=DueRule(day=20, before=True),
    guidance=(
        "Số liệu từ 15/12 năm trước đến hết 14/12, gửi bản điện tử. Nhật ký không có các số này: "
        "ghi tay, kèm nguồn (sổ theo dõi, văn bản). Năm đầu áp dụng: nghị định có hiệu lực từ "
        "01/7/2026."
    ),
    sections=(
        SectionSeed(
            "Họp báo và giao ban báo chí", FIGURES, opening="Đã có", codes=("244.1", "244.2")
        ),
        SectionSeed(
            "Trả lời câu hỏi của báo chí",
            FIGURES,
            opening="Đã xử lý",
            codes=("244.3.1", "244.3.2", "244.3"),
        ),
        SectionSeed(
            "Vụ việc đột xuất, bất thường",
            FIGURES,
            opening="Đã xử lý",
            codes=("244.4.1", "244.4.2", "244.4"),
        ),
        SectionSeed(
            "Trả lời đúng thời hạn",
            FIGURES,
            opening="Đã xử lý",
            codes=("244.5.1", "244.5.2", "244.5"),
        ),
        SectionSeed(
            "Yêu cầu cải chính, phản hồi",
            FIGURES,
            opening="Đã xử lý",
            codes=("244.6.1", "244.6.2", "244.6"),
        ),
        SectionSeed(
            "Khó khăn, vướng mắc", PROSE, hint="Điều còn vướng khi phát ngôn và nguyên nhân."
        ),
        SectionSeed("Đề xuất, kiến nghị", PROSE, hint="Đề nghị cấp trên xem xét việc gì."),
    ),
    indicators=(*_ALONE, *_QUESTIONS, *_SUDDEN, *_IN_TIME, *_CORRECTED),
)

FLASH = Ready(
    name="Báo cáo nhanh",
    title="Báo cáo nhanh về tình hình thông tin đối ngoại",
    basis="Nghị định 09/2019/NĐ-CP: báo cáo đột xuất khi có vụ việc phát sinh",
    kind=RegimeKind.AD_HOC,
    content_kind=ContentKind.PROSE,
    frequency="",
    guidance=(
        "Gửi ngay khi có vụ việc. Nói về việc, không nói về cá nhân; không ghi bí mật nhà nước."
    ),
    sections=(
        SectionSeed("Diễn biến", PROSE, hint="Việc gì, ở đâu, lúc nào, đã xử lý ra sao."),
        SectionSeed("Đề xuất", PROSE, hint="Đề nghị cấp trên cho ý kiến việc gì."),
    ),
)
READY = {"ke-hoach": PLAN, "thang": MONTH, "bao-chi": PRESS, "nhanh": FLASH}
