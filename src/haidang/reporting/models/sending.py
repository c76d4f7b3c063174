"""What went up and what came back: each sending as it was, and the remarks on it."""

from django.db import models

from haidang.activities.models import Indicator
from haidang.orgs.models import User
from haidang.reporting.enums import RemarkKind
from haidang.reporting.models.regime import Section


class Submission(models.Model):
    """What a unit sent, as it was when it was sent: one row for each attempt, never changed.

    `content` holds its figures and words; `evidence` the activities behind each figure and what
    each added, which is large and read for one figure at a time. Its hash goes with the figures
    into whatever is frozen from them.
    """

    report = models.ForeignKey(
        "Report", models.PROTECT, related_name="submissions", verbose_name="báo cáo"
    )
    attempt = models.PositiveSmallIntegerField("lần gửi")
    at = models.DateTimeField("lúc")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người gửi")
    receipt = models.CharField("mã biên nhận", max_length=20)
    content = models.JSONField("nội dung đã gửi")
    evidence = models.JSONField("hoạt động đứng sau số liệu")
    evidence_sha256 = models.CharField("mã minh chứng", max_length=64)

    class Meta:
        verbose_name = "lần gửi"
        ordering = ["report", "attempt"]
        constraints = [models.UniqueConstraint("report", "attempt", name="submission_once")]

    def __str__(self) -> str:
        return f"{self.report}, lần {self.attempt}"


class Remark(models.Model):
    """What a reviewer found at one place of a report: a figure, a section, or one paragraph of it.

    `paragraph` counts from 1; `quote` are its words when the remark was made, by which it is found
    again after others were put before it, or known to be gone.
    """

    report = models.ForeignKey(
        "Report", models.PROTECT, related_name="remarks", verbose_name="báo cáo"
    )
    attempt = models.PositiveSmallIntegerField("lần gửi")
    section = models.ForeignKey(Section, models.PROTECT, related_name="+", verbose_name="mục")
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="chỉ tiêu"
    )
    paragraph = models.PositiveSmallIntegerField("đoạn", null=True, blank=True)
    quote = models.CharField("lời được góp ý", max_length=500, blank=True)
    kind = models.CharField("loại góp ý", max_length=20, choices=RemarkKind)
    text = models.CharField("góp ý", max_length=500)
    at = models.DateTimeField("lúc")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người góp ý")

    class Meta:
        verbose_name = "góp ý"
        ordering = ["report", "attempt", "pk"]

    def __str__(self) -> str:
        return self.text


class Answer(models.Model):
    """What a unit says to a remark where it changed nothing; the last one counts."""

    remark = models.ForeignKey(Remark, models.PROTECT, related_name="answers", verbose_name="góp ý")
    words = models.CharField("giải trình", max_length=500)
    at = models.DateTimeField("lúc")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người giải trình")

    class Meta:
        verbose_name = "giải trình"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.words


class Recall(models.Model):
    """A sending that its unit took back before anybody took it up. It stays, and counts nowhere."""

    submission = models.OneToOneField(
        Submission, models.PROTECT, related_name="recall", verbose_name="lần gửi"
    )
    reason = models.CharField("lý do", max_length=300)
    at = models.DateTimeField("lúc")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người thu hồi")

    class Meta:
        verbose_name = "thu hồi"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.submission}: {self.reason}"
