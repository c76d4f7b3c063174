"""What readers say of pages: counted by day, with nothing about who said so."""

from django.db import models
from wagtail.models import Page

from haidang.newsroom.enums import Answer


class Rating(models.Model):
    """How often a page got one answer on a day (Nghị định 224/2026/NĐ-CP, Điều 10)."""

    page = models.ForeignKey(Page, models.CASCADE, related_name="+", verbose_name="trang")
    on = models.DateField("ngày")
    answer = models.CharField("trả lời", max_length=10, choices=Answer)
    times = models.PositiveIntegerField("số lần", default=0)

    class Meta:
        verbose_name = "đánh giá của bạn đọc"
        constraints = [models.UniqueConstraint("page", "on", "answer", name="rating_once_a_day")]

    def __str__(self) -> str:
        return f"{self.page} {self.on}: {self.answer} {self.times}"
