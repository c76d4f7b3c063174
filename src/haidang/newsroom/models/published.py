"""What the public was shown, when, and which copies of it are about."""

from django.db import models

from haidang.activities.models import Activity
from haidang.documents.models import StoredFile
from haidang.newsroom.enums import Act, Channel, CopyState
from haidang.newsroom.models.clearing import Submission
from haidang.newsroom.models.story import Story
from haidang.orgs.models import User


class Publication(models.Model):
    """One act before the public: the bytes that were served, from when on. Rows are only added."""

    story = models.ForeignKey(
        Story, models.PROTECT, related_name="publications", verbose_name="tin, bài"
    )
    submission = models.ForeignKey(
        Submission, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="đã duyệt"
    )
    act = models.CharField("việc", max_length=10, choices=Act)
    fingerprint = models.CharField("băm của nội dung", max_length=64)
    address = models.URLField("địa chỉ", max_length=500)
    page = models.ForeignKey(
        StoredFile, models.PROTECT, related_name="+", verbose_name="trang đã hiện"
    )
    notice = models.CharField("thông báo cho bạn đọc", max_length=500, blank=True)
    by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="bởi"
    )  # nobody where the time for clearing ran out
    at = models.DateTimeField("lúc", db_index=True)
    activity = models.ForeignKey(
        Activity, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="hoạt động"
    )

    class Meta:
        verbose_name = "lần đăng"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.get_act_display()}: {self.story}"


class Copy(models.Model):
    """A copy of a story outside its page: a post, a bulletin, a file that was taken away."""

    story = models.ForeignKey(Story, models.PROTECT, related_name="copies", verbose_name="tin, bài")
    publication = models.ForeignKey(
        Publication, models.PROTECT, related_name="copies", verbose_name="từ lần đăng"
    )
    channel = models.CharField("kênh", max_length=10, choices=Channel)
    name = models.CharField("ở đâu", max_length=200)
    address = models.URLField("địa chỉ", max_length=500, blank=True)
    state = models.CharField(
        "tình trạng", max_length=20, choices=CopyState, default=CopyState.CURRENT
    )
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="bởi")
    made_at = models.DateTimeField("lúc")
    activity = models.ForeignKey(
        Activity, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="hoạt động"
    )
    version = models.PositiveIntegerField("số lần đổi", default=0)

    class Meta:
        verbose_name = "bản sao"

    def __str__(self) -> str:
        return f"{self.name}: {self.story}"
