"""Choosing which numbers the leader of an authority reads first."""

from collections.abc import Sequence

from django.db import transaction

from haidang.activities import goal_rules
from haidang.activities.models import Headline, Indicator
from haidang.errors import Incomplete, Issue, NotAllowed
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User

MOST = 3  # beside the number of what is late: four numbers are read in a glance


@transaction.atomic
def choose_headlines(*, unit: Unit, indicators: Sequence[Indicator], by: User) -> list[Headline]:
    """Choose the numbers on the one page of an authority's leader, in this order.

    None means the starting ones again. Refuses with NotAllowed, and with Incomplete more than
    three, one twice, or one that is out of use.
    """
    unit = Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    if not goal_rules.may_choose_headlines(by, unit):
        raise NotAllowed("Chỉ chuyên viên hoặc lãnh đạo của cơ quan mới chọn các con số này.")
    if len(indicators) > MOST or len({row.pk for row in indicators}) < len(indicators):
        words = f"Chọn nhiều nhất {MOST} chỉ tiêu, mỗi chỉ tiêu một lần."
        raise Incomplete([Issue("too_many", words, "first")])
    if any(row.is_retired for row in indicators):
        raise Incomplete([Issue("retired", "Có chỉ tiêu đã thôi dùng. Chọn lại.", "first")])

    Headline.objects.filter(unit=unit).delete()
    rows = Headline.objects.bulk_create(
        Headline(unit=unit, indicator=row, position=at) for at, row in enumerate(indicators)
    )
    record("choose_headlines", target=unit, by=by, indicators=[row.code for row in indicators])
    return rows
