"""What is said of a report before and when it is accepted: an opinion from outside, its quality."""

from django.db import models
from django.db.models import Q

from haidang.orgs.models import Unit, User


class Opinion(models.Model):
    """What a body outside the tree says of one sending of a report; the last one counts.

    `agrees` is null where the receiver accepted without waiting for it, or against it: then the
    words are its reason.
    """

    report = models.ForeignKey(
        "Report", models.PROTECT, related_name="opinions", verbose_name="báo cáo"
    )
    attempt = models.PositiveSmallIntegerField("lần gửi")
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="+", verbose_name="cơ quan cho ý kiến"
    )
    agrees = models.BooleanField("đồng ý", null=True)
    words = models.CharField("ý kiến", max_length=1000, blank=True)
    at = models.DateTimeField("lúc")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người viết")

    class Meta:
        verbose_name = "ý kiến"
        ordering = ["report", "pk"]

    def __str__(self) -> str:
        return f"{self.report}: {self.words}"


class Quality(models.Model):
    """How good a receiver found a report, from 1 to 5, with words; the last one counts."""

    report = models.ForeignKey(
        "Report", models.PROTECT, related_name="qualities", verbose_name="báo cáo"
    )
    mark = models.PositiveSmallIntegerField("điểm chất lượng")
    words = models.CharField("nhận xét", max_length=500, blank=True)
    at = models.DateTimeField("lúc")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người chấm")

    class Meta:
        verbose_name = "chất lượng báo cáo"
        ordering = ["report", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(mark__gte=1, mark__lte=5), name="mark_is_1_to_5"),
        ]

    def __str__(self) -> str:
        return f"{self.report}: {self.mark}/5"
