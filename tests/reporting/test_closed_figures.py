"""A figure that was closed when its report came back stays that of the freezing it was made of."""

import pytest

from haidang.activities.models import Indicator
from haidang.reporting import commands
from haidang.reporting.enums import RemarkKind
from haidang.reporting.models import Value
from haidang.reporting.queries.adjustments import adjusted
from haidang.reporting.remarked import Remarked
from tests.makers.levels import accept, make_province, make_talk, send_up
from tests.makers.reporting import DUE_ON

pytestmark = pytest.mark.django_db


def test_a_closed_mean_is_weighed_and_corrected_by_its_own_freezing():
    province = make_province(districts=1, communes=2, sections=(3, 7))
    Indicator.objects.filter(code="3.2").update(aggregation="mean")
    district = province.districts[0]
    first, second = district.communes

    def gives(commune, amount):
        make_talk(commune, district.reporter_of(commune), amount)
        accept(send_up(district.report_of(commune), district.reporter_of(commune)),
               district.drafter)  # fmt: skip
        commands.consolidate_round(round=district.round, by=district.drafter)

    gives(first, 10)
    report = send_up(province.report_of(district), district.drafter)
    report = commands.begin_review(report=report, by=province.drafter)
    words = Remarked(section=7, kind=RemarkKind.MISSING, text="Nêu nguyên nhân.")
    report = commands.return_report(
        report=report, remarks=[words], mend_by=DUE_ON, by=province.drafter
    )
    gives(second, 30)
    report = accept(send_up(report, district.drafter), province.drafter)
    frozen = commands.consolidate_round(round=province.round, by=province.drafter)
    value = Value.objects.get(report=report, indicator__code="3.2")
    assert (value.value, value.weight) == (10, 1)  # the second had not reported yet

    make_talk(first, district.reporter_of(first), 50)
    late = district.report_of(first)
    commands.adjust_report(report=late, reason="ghi sót", by=district.drafter)

    assert adjusted(frozen.kept)["3.2"].now == 30
