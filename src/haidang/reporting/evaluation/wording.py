"""The words of a proposal of commendation: what was looked at, who is proposed, and why they."""

from collections.abc import Sequence
from dataclasses import dataclass

from haidang.reporting.enums import Criterion
from haidang.reporting.evaluation.criteria import Weight
from haidang.reporting.evaluation.scoring import Score
from haidang.reporting.numerals import write_number
from haidang.text.blocks import Block, Heading, Paragraph

MOST_NAMED = 15  # the others stand in the annex


@dataclass(frozen=True, slots=True)
class Proposed:
    """A unit that is proposed: its score, and its place among those that were measured alike."""

    name: str
    score: Score
    place: int | None


def blocks_of(
    *,
    proposer: str,
    receiver: str,
    about: str,
    weights: Sequence[Weight],
    scored: int,
    units: Sequence[Proposed],
) -> tuple[Block, ...]:
    """The body: what is put before whom, by what it was measured, who is proposed and why."""
    return (
        Paragraph(
            f"{proposer} kính trình {receiver} xem xét, quyết định khen thưởng các đơn vị có thành "
            f"tích trong {about} như sau:"
        ),
        Heading(2, "1", "Kết quả đánh giá"),
        Paragraph(f"Đã đánh giá {scored} đơn vị theo các tiêu chí: {_criteria(weights)}."),
        Paragraph(
            "Tiêu chí chưa có dữ liệu của một đơn vị thì không tính cho đơn vị đó; tổng điểm được "
            "quy về thang 100. Thứ hạng xếp giữa các đơn vị được đo theo cùng tiêu chí."
        ),
        Heading(2, "2", "Đơn vị đề nghị khen thưởng"),
        Paragraph(f"Đề nghị khen thưởng {len(units)} đơn vị có thành tích cao, cụ thể:"),
        *(Paragraph(_unit(one), bullet=True) for one in units[:MOST_NAMED]),
        *_rest(len(units) - MOST_NAMED),
        Paragraph("Danh sách và minh chứng của từng tiêu chí nêu tại Phụ lục kèm theo Tờ trình."),
        Paragraph(f"Kính đề nghị {receiver} xem xét, quyết định"),
    )


def _criteria(weights: Sequence[Weight]) -> str:
    return "; ".join(
        f"{_small(row.criterion)} ({row.points} điểm)" for row in weights if row.points
    )


def _small(criterion: Criterion) -> str:
    label = str(criterion.label)
    return f"{label[:1].lower()}{label[1:]}"


def _unit(one: Proposed) -> str:
    place = f", xếp thứ {one.place}" if one.place else ", chưa đủ tiêu chí để xếp thứ hạng"
    total = f"đạt {write_number(one.score.total or 0)}/100 điểm"
    best = "; ".join(
        f"{row.finding.words[:1].lower()}{row.finding.words[1:]}"
        for row in one.score.parts
        if row.share is not None and row.weight.points
    )
    return f"{one.name}: {total}{place}; {best}."


def _rest(count: int) -> list[Block]:
    return [Paragraph(f"Và {count} đơn vị khác nêu tại Phụ lục.")] if count > 0 else []
