"""How the work of units is scored: rules as data, what units contest, whom to commend."""

from django.db import models
from django.db.models import Q

from haidang.documents.models import Revision
from haidang.orgs.models import Unit, User
from haidang.reporting.enums import Criterion
from haidang.reporting.models.report import Report
from haidang.reporting.models.round import Round


class ScoringRule(models.Model):
    """By what an authority scores its units, and how much each thing weighs; the newest serves.

    `criteria` are rows of {"criterion", "points", "loss"}. Rows are only added, so that a score
    can always be told by the rule that gave it.
    """

    authority = models.ForeignKey(
        Unit, models.PROTECT, related_name="scoring_rules", verbose_name="cơ quan chấm"
    )
    ordinal = models.PositiveSmallIntegerField("lần")
    criteria = models.JSONField("các tiêu chí")
    reason = models.CharField("căn cứ, lý do", max_length=300, blank=True)
    set_at = models.DateTimeField("đặt lúc")
    set_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người đặt")

    class Meta:
        verbose_name = "cách chấm điểm"
        ordering = ["authority", "-ordinal"]
        constraints = [
            models.UniqueConstraint("authority", "ordinal", name="scoring_rule_once"),
        ]

    def __str__(self) -> str:
        return f"cách chấm lần {self.ordinal}"


class Contest(models.Model):
    """What a unit says against its score on one criterion."""

    report = models.ForeignKey(
        Report, models.PROTECT, related_name="contests", verbose_name="báo cáo"
    )
    criterion = models.CharField("tiêu chí", max_length=10, choices=Criterion)
    words = models.CharField("đề nghị xem lại", max_length=500)
    at = models.DateTimeField("lúc")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người đề nghị")

    class Meta:
        verbose_name = "đề nghị xem lại điểm"
        ordering = ["report", "pk"]

    def __str__(self) -> str:
        return self.words


class Ruling(models.Model):
    """What the authority answered: the share of the criterion's points that the unit has now.

    `percent` is null where the score stays as it was counted.
    """

    contest = models.OneToOneField(
        Contest, models.PROTECT, related_name="ruling", verbose_name="đề nghị"
    )
    percent = models.PositiveSmallIntegerField("được bao nhiêu phần trăm", null=True, blank=True)
    words = models.CharField("trả lời", max_length=500)
    at = models.DateTimeField("lúc")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người trả lời")

    class Meta:
        verbose_name = "trả lời đề nghị xem lại"
        constraints = [
            models.CheckConstraint(
                condition=Q(percent=None) | Q(percent__lte=100), name="ruling_is_a_share"
            ),
        ]

    def __str__(self) -> str:
        return self.words


class Commendation(models.Model):
    """Whom an authority proposed for commendation, by the scores as they were, and the Tờ trình."""

    round = models.ForeignKey(
        Round, models.PROTECT, related_name="commendations", verbose_name="kỳ báo cáo"
    )
    ordinal = models.PositiveSmallIntegerField("lần")
    content = models.JSONField("điểm và minh chứng")
    revision = models.OneToOneField(
        Revision, models.PROTECT, related_name="commendation", verbose_name="tờ trình"
    )
    at = models.DateTimeField("lúc")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người lập")

    class Meta:
        verbose_name = "đề nghị khen thưởng"
        ordering = ["round", "-ordinal"]
        constraints = [models.UniqueConstraint("round", "ordinal", name="commendation_once")]

    def __str__(self) -> str:
        return f"{self.round}, đề nghị khen thưởng lần {self.ordinal}"
