"""Which indicators count a part of what others count. Rows in, keys out; no database."""

from collections.abc import Sequence

from haidang.activities.models import Indicator


def part_of(indicators: Sequence[Indicator]) -> dict[int, Indicator]:
    """Which indicators count a part of what another one counts, by the part's key.

    An indicator says so itself (`part_of`); else sessions in Khmer are among all sessions: the same
    measure of the same kinds, one language.
    """
    by_key = {row.pk: row for row in indicators}
    said = {row.pk: by_key[row.part_of_id] for row in indicators if row.part_of_id in by_key}
    return _by_language(indicators) | said


def _by_language(indicators: Sequence[Indicator]) -> dict[int, Indicator]:
    kinds = {row.pk: {kind.pk for kind in row.kinds.all()} for row in indicators}
    return {
        part.pk: whole
        for part in indicators
        for whole in indicators
        if part.language
        and not whole.language
        and kinds[part.pk]
        and kinds[part.pk] <= kinds[whole.pk]
        and (part.aggregation, part.measure_id, part.divisor)
        == (whole.aggregation, whole.measure_id, whole.divisor)
    }
