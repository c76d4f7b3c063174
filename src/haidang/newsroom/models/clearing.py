"""Who asked for a story to appear, who agreed, and under which emergency it appeared before."""

from django.db import models
from django.db.models import Q
from wagtail.models import Revision

from haidang.newsroom.enums import Reason, Step
from haidang.newsroom.models.story import Story
from haidang.orgs.models import User


class Submission(models.Model):
    """One revision of a story, put before those who clear it. Rows are only added."""

    story = models.ForeignKey(
        Story, models.PROTECT, related_name="submissions", verbose_name="tin, bài"
    )
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="+", verbose_name="bản")
    fingerprint = models.CharField("băm của nội dung", max_length=64)
    submitted_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="bởi")
    submitted_at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "lần gửi duyệt"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.story} {self.submitted_at:%d/%m/%Y %H:%M}"


class Recall(models.Model):
    """The word of a writer that a submission is taken back. Rows are only added."""

    submission = models.OneToOneField(
        Submission, models.PROTECT, related_name="recall", verbose_name="lần gửi duyệt"
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="bởi")
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "rút lại bài gửi duyệt"

    def __str__(self) -> str:
        return f"{self.submission}: rút lại"


class Clearance(models.Model):
    """One decision of one person on one submission. Rows are only added; reasons are codes."""

    submission = models.ForeignKey(
        Submission, models.PROTECT, related_name="clearances", verbose_name="lần gửi duyệt"
    )
    step = models.CharField("bước", max_length=20, choices=Step)
    agrees = models.BooleanField("cho đăng")
    reason = models.CharField("lý do", max_length=2, choices=Reason, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="bởi")
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "quyết định"
        constraints = [
            models.UniqueConstraint("submission", "step", name="decided_once_a_step"),
            models.CheckConstraint(
                condition=Q(agrees=True, reason="") | Q(agrees=False) & ~Q(reason=""),
                name="refusal_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_step_display()}: {'cho đăng' if self.agrees else self.reason}"


class Emergency(models.Model):
    """A leader's order to publish before clearance; what is not cleared by then is withdrawn."""

    submission = models.OneToOneField(
        Submission, models.PROTECT, related_name="emergency", verbose_name="lần gửi duyệt"
    )
    ordered_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="bởi")
    ordered_at = models.DateTimeField("lúc")
    clear_by = models.DateTimeField("phải duyệt xong trước")
    ended_at = models.DateTimeField("kết thúc lúc", null=True, blank=True)
    was_cleared = models.BooleanField("đã được duyệt", null=True)

    class Meta:
        verbose_name = "đăng khẩn"
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at=None, was_cleared=None)
                | Q(ended_at__isnull=False, was_cleared__isnull=False),
                name="emergency_ends_one_way",
            )
        ]

    def __str__(self) -> str:
        return f"{self.submission.story}: đăng khẩn"
