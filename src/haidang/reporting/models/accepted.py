"""What was accepted, as rows that a database adds up, and what corrects it afterwards.

Nothing here is ever changed: an issued figure stays as it was, and a correction is one more row.
"""

from django.db import models

from haidang.activities.models import Indicator
from haidang.orgs.models import Unit, User
from haidang.reporting.models.hundredths import Hundredths
from haidang.reporting.models.report import Report
from haidang.reporting.models.round import Round
from haidang.reporting.models.sending import Submission


class Acceptance(models.Model):
    """Which sending of a report was accepted, by its hash, and what of it several units share.

    `joint` holds by indicator what the unit did together with others, [activity, amount];
    `earlier` the values of earlier sendings that were not what was sent last.
    """

    report = models.OneToOneField(
        Report, models.PROTECT, primary_key=True, related_name="acceptance", verbose_name="báo cáo"
    )
    round = models.ForeignKey(
        Round, models.PROTECT, related_name="acceptances", verbose_name="kỳ báo cáo"
    )
    submission = models.OneToOneField(
        Submission, models.PROTECT, related_name="acceptance", verbose_name="lần gửi"
    )
    sha256 = models.CharField("mã nội dung", max_length=64)
    joint = models.JSONField("hoạt động chung", default=dict)
    earlier = models.JSONField("số của các lần gửi trước", default=dict)

    class Meta:
        verbose_name = "báo cáo đã tiếp nhận"

    def __str__(self) -> str:
        return str(self.submission)


class Value(models.Model):
    """One accepted figure. A figure that nobody gave has no row: it is not 0.

    Of a mean that stands for several units, `weight` says for how many and `weighted` what they
    have together, so that the mean of a province is that of its communes.
    """

    pk = models.CompositePrimaryKey("round", "indicator", "unit")
    # The primary key finds these two; a unit's own figures are found by its report.
    round = models.ForeignKey(
        Round, models.PROTECT, db_index=False, related_name="+", verbose_name="kỳ báo cáo"
    )
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, db_index=False, related_name="+", verbose_name="chỉ tiêu"
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, db_index=False, related_name="+", verbose_name="đơn vị"
    )
    report = models.ForeignKey(
        Report, models.PROTECT, related_name="values", verbose_name="báo cáo"
    )
    value = Hundredths("số thực hiện")
    estimate = Hundredths("ước thực hiện cả năm", null=True, blank=True)
    weight = models.PositiveIntegerField("của mấy đơn vị", default=1)
    weighted = Hundredths("tổng của các đơn vị đó", null=True, blank=True)

    class Meta:
        verbose_name = "số liệu đã tiếp nhận"

    def __str__(self) -> str:
        return f"{self.indicator}: {self.value}"


class Adjustment(models.Model):
    """What a correction after acceptance adds to a reported figure, or takes from it.

    `entries` names the activities that changed, [activity, amount before, amount now], as they
    were measured.
    """

    report = models.ForeignKey(
        Report, models.PROTECT, related_name="adjustments", verbose_name="báo cáo"
    )
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, db_index=False, related_name="+", verbose_name="chỉ tiêu"
    )
    delta = Hundredths("điều chỉnh")
    on = models.DateField("ngày")
    reason = models.CharField("lý do", max_length=300)
    by = models.ForeignKey(
        User, models.PROTECT, db_index=False, related_name="+", verbose_name="người điều chỉnh"
    )
    made_at = models.DateTimeField("ghi lúc")
    entries = models.JSONField("hoạt động đã đổi", default=list)

    class Meta:
        verbose_name = "điều chỉnh số đã báo cáo"
        ordering = ["made_at", "pk"]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.delta}"
