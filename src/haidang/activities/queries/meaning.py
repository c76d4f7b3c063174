"""What an indicator says of this year and the last, told before its meaning changes."""

import datetime as dt
from decimal import Decimal

from haidang import clock
from haidang.activities.models import Indicator
from haidang.activities.queries.values import distinct_total
from haidang.orgs.models import Unit


def totals_by_year(indicator: Indicator) -> dict[int, Decimal]:
    """Return the total of an indicator for this year and for the last one."""
    today = clock.today()
    return {year: _total(indicator, year) for year in (today.year - 1, today.year)}


def _total(indicator: Indicator, year: int) -> Decimal:
    return distinct_total(
        units=Unit.objects.all(),
        indicators=[indicator],
        data_from=dt.date(year, 1, 1),
        data_to=dt.date(year, 12, 31),
    )[indicator.pk]
