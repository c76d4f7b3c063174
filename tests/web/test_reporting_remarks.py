"""Remarks as a reviewer types them: at their places, of the kind that was meant."""

import pytest

from haidang.reporting.enums import RemarkKind
from haidang.reporting.models import Remark
from tests.makers.reporting import make_season, make_sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
DAY = {"mend_by_day": "27", "mend_by_month": "11", "mend_by_year": "2024"}


def test_a_remark_of_which_only_words_were_typed_says_no_kind_that_was_not_meant(client):
    season = make_season()
    report = make_sent(season)
    client.force_login(season.drafter)
    page = client.get(f"/bc/{report.pk}/xem-xet/").text
    assert page.count('<option value="other" selected>') == page.count('<select id="kind-') > 0

    client.post(f"/bc/{report.pk}/xem-xet/tra-lai/", {"remark-8": "Nêu nguyên nhân."} | DAY)

    assert Remark.objects.get().kind == RemarkKind.OTHER
