"""Asked once (promise N14): in the demonstration year, what communes that logged had to type."""

import pytest

from haidang.reporting.burden import is_untouched
from haidang.reporting.models import Report, Submission

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("accounts")]


@pytest.mark.promise("N14")
def test_communes_that_logged_their_work_leave_four_figures_of_five_untouched(proof):
    """Năm trình diễn: tỷ lệ số liệu đã gửi đúng như nhật ký, không phải sửa."""
    sent = Report.objects.filter(submissions__isnull=False).distinct()
    shares = {}
    for report in sent.prefetch_related("figures__indicator"):
        rows = list(report.figures.all())
        with_work = [row for row in rows if row.logged or not row.is_none]
        shares[str(report.unit)] = sum(is_untouched(row) for row in with_work) / len(with_work)

    assert len(shares) >= 9
    least = min(shares, key=shares.get)
    proof(
        times=len(shares),
        figure=f"{len(shares)} xã đã gửi, ít nhất {shares[least]:.0%} số giữ nguyên ({least})",
    )
    assert shares[least] >= 0.8


def test_each_sending_tells_its_burden():
    asked = set()
    for sent in Submission.objects.select_related("report"):
        burden, report = sent.content["burden"], sent.report
        items = report.figures.count() + report.prose.count()
        asked.add(burden["asked"])
        assert burden["asked"] == burden["filled"] + burden["typed"] == items
        assert 0 < burden["minutes"] <= 25
    assert asked == {17, 6}  # a commune's year, and a part of it that others ask for
