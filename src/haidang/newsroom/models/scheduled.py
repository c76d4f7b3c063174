"""When a cleared story is to appear, and until when it may not."""

from django.db import models

from haidang.newsroom.models.clearing import Submission
from haidang.newsroom.models.story import Story
from haidang.orgs.models import User


class Schedule(models.Model):
    """The time at which a story appears by itself; under an embargo nobody may show it before."""

    story = models.OneToOneField(
        Story, models.PROTECT, related_name="schedule", verbose_name="tin, bài"
    )
    submission = models.ForeignKey(
        Submission, models.PROTECT, related_name="+", verbose_name="đã duyệt"
    )
    at = models.DateTimeField("đăng lúc", db_index=True)
    is_embargo = models.BooleanField("không đăng trước giờ này", default=False)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="bởi")
    set_at = models.DateTimeField("hẹn lúc")

    class Meta:
        verbose_name = "giờ đăng"
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.story}: {self.at:%d/%m/%Y %H:%M}"
