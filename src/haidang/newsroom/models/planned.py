"""Stories that are planned: the editorial calendar."""

from django.db import models

from haidang.newsroom.enums import Content, Section, StoryKind
from haidang.newsroom.models.story import Story
from haidang.occasions.models import Occasion
from haidang.orgs.models import Unit, User
from haidang.plans.models import Task


class PlannedStory(models.Model):
    """What is to appear on a day, where, in which languages, and who writes it."""

    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="planned_stories", verbose_name="đơn vị"
    )
    title = models.CharField("tên bài", max_length=200)
    kind = models.CharField("loại", max_length=20, choices=StoryKind, default=StoryKind.NEWS)
    content = models.CharField(
        "nội dung đối ngoại", max_length=20, choices=Content, default=Content.IMAGE
    )
    section = models.CharField("chuyên mục", max_length=20, choices=Section, default=Section.NEWS)
    on = models.DateField("ngày", db_index=True)
    channels = models.CharField("kênh", max_length=60)  # codes with blanks between
    languages = models.CharField("ngôn ngữ", max_length=20, default="vi")  # the same
    writer = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người viết"
    )
    task = models.ForeignKey(
        Task, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="nhiệm vụ"
    )
    occasion = models.ForeignKey(
        Occasion, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dịp"
    )
    story = models.OneToOneField(
        Story,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="planned",
        verbose_name="tin, bài",
    )
    note = models.CharField("ghi chú", max_length=300, blank=True)
    is_dropped = models.BooleanField("đã bỏ", default=False)
    version = models.PositiveIntegerField("số lần đổi", default=0)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người lập")
    made_at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "bài dự kiến"
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return self.title
