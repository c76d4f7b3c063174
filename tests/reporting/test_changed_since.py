"""What the log says since a figure was sent is told as the figure is made."""

import pytest

from haidang.reporting.queries.lineage import changed_since, figure_source
from haidang.reporting.queries.sums import sheet_of
from tests.makers.levels import make_talk
from tests.reporting.test_adjusting_means import sent_up


@pytest.mark.django_db
def test_the_log_of_a_mean_says_how_much_the_mean_moved():
    district = sent_up("mean", (10, 30)).districts[0]
    commune = district.communes[1]
    make_talk(commune, district.reporter_of(commune), 50)

    source = figure_source(sheet_of(district.round), "3.2", commune.pk)

    assert changed_since(source) == 10  # of 30 and 50 it is 40
