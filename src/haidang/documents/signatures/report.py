"""What was found of a signed copy, as it is stored: its signatures, and its words."""

from dataclasses import asdict, dataclass, replace

from haidang.documents.signatures.carrying import Row, as_row, from_row
from haidang.documents.signatures.verification import Verification
from haidang.documents.signatures.wording import Change, Comparison


@dataclass(frozen=True, slots=True)
class Report:
    """The signatures and the words of a signed copy.

    `title` is the subject that stands in it, `drawn` what the boxes of its signatures say, which
    count for nothing, `warnings` what the reader was unsure of.
    """

    verification: Verification
    comparison: Comparison
    title: str = ""
    drawn: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    def as_row(self) -> Row:
        """The report as JSON can hold it."""
        return {
            "verification": as_row(self.verification),
            "comparison": asdict(self.comparison),
            "title": self.title,
            "drawn": list(self.drawn),
            "warnings": list(self.warnings),
        }


def report_from(row: Row) -> Report:
    """The report that `as_row` gave."""
    return Report(
        from_row(row["verification"]),
        _comparison(row["comparison"]),
        row["title"],
        tuple(row["drawn"]),
        tuple(row["warnings"]),
    )


def _comparison(row: Row) -> Comparison:
    return replace(
        Comparison(**row),
        changes=tuple(Change(**change) for change in row["changes"]),
        moved=tuple(Change(**change) for change in row["moved"]),
        printed=tuple(row["printed"]),
    )
