"""The list of units proposed for commendation, with what stands behind each point, as a table."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from haidang.reporting.evaluation.scoring import Score
from haidang.reporting.numerals import write_number
from haidang.text.blocks import Block, Paragraph, Table

NOT_COUNTED = "không tính"


def score_content(score: Score) -> dict[str, Any]:
    """A score as it is kept: the points by criterion with their reasons and records."""
    return {
        "total": None if score.total is None else f"{score.total:f}",
        "parts": [
            {
                "criterion": row.weight.criterion.value,
                "most": row.weight.points,
                "points": None if row.points is None else f"{row.points:f}",
                "words": row.finding.words,
                "given": row.given.words if row.given else "",
                "records": [list(record) for record in row.finding.records],
            }
            for row in score.parts
        ],
    }


def annex_of(rows: Sequence[tuple[str, Score]]) -> tuple[Block, ...]:
    """The table of units, and beneath it how each point came to be."""
    names = [_capital(row.weight.criterion.label) for row in rows[0][1].parts]
    most = [row.weight.points for row in rows[0][1].parts]
    heads = [f"{name} ({points})" for name, points in zip(names, most, strict=True)]
    places = enumerate(rows, 1)
    table = Table(
        columns=("STT", "Đơn vị", *heads, "Điểm (100)"),
        rows=tuple(
            (str(at), name, *(_points(part.points) for part in score.parts), _points(score.total))
            for at, (name, score) in places
        ),
        numeric=frozenset(range(2, len(heads) + 3)),
        widths=(2, 8, *(4 for _ in heads), 3),
    )
    proofs = (Paragraph(f"{name}: {_proof(score)}.", bullet=True) for name, score in rows)
    return table, Paragraph("Minh chứng của từng điểm:"), *proofs


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _points(number: Decimal | None) -> str:
    return NOT_COUNTED if number is None else write_number(number)


def _proof(score: Score) -> str:
    said = (
        f"{row.weight.criterion.label}: {row.finding.words[:1].lower()}{row.finding.words[1:]}"
        + (f" (đã xem xét lại: {row.given.words})" if row.given else "")
        for row in score.parts
    )
    return "; ".join(said)
