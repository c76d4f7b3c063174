"""Bulletins: stories that were cleared, in words for the announcer, and their sound."""

from django.db import models
from django.db.models import Q

from haidang.activities.enums import Language
from haidang.broadcast.models.recording import Recording
from haidang.newsroom.enums import Reason, Step
from haidang.newsroom.models import Publication, Story
from haidang.orgs.models import Unit, User


class Bulletin(models.Model):
    """What an announcer says in one go. Its state follows from submissions and clearances."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="bulletins", verbose_name="đơn vị")
    title = models.CharField("tên", max_length=200)
    language = models.CharField("ngôn ngữ", max_length=2, choices=Language, default="vi")
    on = models.DateField("cho ngày")
    words = models.TextField("lời đọc", blank=True)  # as written; spoken form is derived by rule
    spoken = models.TextField("lời cho phát thanh viên", blank=True)
    recording = models.ForeignKey(
        Recording, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="bản thu"
    )
    edition_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="editions",
        verbose_name="bản của",
    )  # the Khmer edition of a Vietnamese bulletin
    writers = models.ManyToManyField(User, related_name="+", verbose_name="người viết, người đọc")
    is_shared = models.BooleanField("cho cấp dưới dùng", default=False)
    is_retired = models.BooleanField("không dùng nữa", default=False)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="bởi")
    made_at = models.DateTimeField("lúc")
    version = models.PositiveIntegerField("số lần đổi", default=0)

    class Meta:
        verbose_name = "bản tin"
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return self.title


class BulletinStory(models.Model):
    """One story of a bulletin, in the words that the public was shown when it was taken up."""

    bulletin = models.ForeignKey(
        Bulletin, models.CASCADE, related_name="parts", verbose_name="bản tin"
    )
    story = models.ForeignKey(
        Story, models.PROTECT, related_name="bulletin_parts", verbose_name="tin, bài"
    )
    publication = models.ForeignKey(
        Publication, models.PROTECT, related_name="+", verbose_name="từ lần đăng"
    )
    ordinal = models.PositiveSmallIntegerField("thứ tự")

    class Meta:
        verbose_name = "tin trong bản tin"
        ordering = ["ordinal", "pk"]
        constraints = [
            models.UniqueConstraint("bulletin", "story", name="story_once_in_a_bulletin")
        ]

    def __str__(self) -> str:
        return f"{self.bulletin}: {self.story}"


class BulletinSubmission(models.Model):
    """A bulletin put before those who clear it, to the letter and to the sample. Only added."""

    bulletin = models.ForeignKey(
        Bulletin, models.PROTECT, related_name="submissions", verbose_name="bản tin"
    )
    fingerprint = models.CharField("băm của nội dung", max_length=64)
    version = models.PositiveIntegerField("ở lần đổi", default=0)  # of the bulletin, when sent
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="bởi")
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "lần gửi duyệt bản tin"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.bulletin} {self.at:%d/%m/%Y %H:%M}"


class BulletinClearance(models.Model):
    """One decision of one person on one submission of a bulletin. Rows are only added."""

    submission = models.ForeignKey(
        BulletinSubmission, models.PROTECT, related_name="clearances", verbose_name="lần gửi duyệt"
    )
    step = models.CharField("bước", max_length=20, choices=Step)
    agrees = models.BooleanField("cho phát")
    reason = models.CharField("lý do", max_length=2, choices=Reason, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="bởi")
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "quyết định về bản tin"
        constraints = [
            models.UniqueConstraint("submission", "step", name="bulletin_decided_once_a_step"),
            models.CheckConstraint(
                condition=Q(agrees=True, reason="") | Q(agrees=False) & ~Q(reason=""),
                name="bulletin_refusal_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_step_display()}: {'cho phát' if self.agrees else self.reason}"
