"""The catalogue (kinds, measures, indicators: data that an administrator edits) and the log."""

import uuid
from typing import Self

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from haidang.activities.enums import Aggregation, Language
from haidang.documents.models import StoredFile
from haidang.orgs.models import Unit, User
from haidang.plans.models import Task

RECEIPT_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that are mistaken for another


def receipt_code(identifier: uuid.UUID) -> str:
    """Return six letters and digits that stand for an activity on a receipt."""
    return "".join(RECEIPT_LETTERS[identifier.int >> 5 * at & 31] for at in range(5, -1, -1))


class Measure(models.Model):
    """Something that is counted of an activity: sessions, minutes, attendances."""

    code = models.SlugField("mã", primary_key=True)
    name = models.CharField("tên", max_length=60)
    unit_name = models.CharField("đơn vị tính", max_length=30)
    example = models.PositiveIntegerField("ví dụ", default=1)
    position = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "số lượng"
        ordering = ["position"]

    def __str__(self) -> str:
        return f"{self.name} ({self.unit_name})"


class Kind(models.Model):
    """A kind of activity, with the quantities that its form asks for."""

    code = models.SlugField("mã", primary_key=True)
    name = models.CharField("tên", max_length=60)
    icon = models.CharField("hình", max_length=30)
    position = models.PositiveSmallIntegerField("thứ tự", default=0)
    example = models.CharField("ví dụ về nội dung", max_length=120, blank=True)
    asks_language = models.BooleanField("hỏi ngôn ngữ", default=False)
    asks_link = models.BooleanField("hỏi đường dẫn", default=False)
    measures = models.ManyToManyField(Measure, blank=True, verbose_name="số lượng phải ghi")

    class Meta:
        verbose_name = "loại hoạt động"
        ordering = ["position"]

    def __str__(self) -> str:
        return self.name


class Indicator(models.Model):
    """A number that reports ask for, and how it comes from the log.

    Its value is the count of activities of its kinds, or the sum of one measure over them,
    divided by `divisor` (60 turns minutes into hours); `language` keeps one language only.
    """

    code = models.CharField("mã số", max_length=10, unique=True)
    name = models.CharField("tên chỉ tiêu", max_length=100)
    unit_name = models.CharField("đơn vị tính", max_length=30)
    group = models.CharField("nhóm", max_length=60)
    position = models.PositiveSmallIntegerField("thứ tự", default=0)
    aggregation = models.CharField("cách tính", max_length=10, choices=Aggregation)
    kinds = models.ManyToManyField(Kind, verbose_name="loại hoạt động")
    measure = models.ForeignKey(
        Measure, models.PROTECT, null=True, blank=True, verbose_name="số lượng được cộng"
    )
    divisor = models.PositiveSmallIntegerField(
        "chia cho", default=1, validators=[MinValueValidator(1)]
    )
    language = models.CharField("chỉ tính tiếng", max_length=2, choices=Language, blank=True)

    class Meta:
        verbose_name = "chỉ tiêu"
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(aggregation=Aggregation.COUNT, measure=None)
                | Q(aggregation=Aggregation.SUM, measure__isnull=False),
                name="indicator_sums_a_measure",
            ),
            models.CheckConstraint(condition=Q(divisor__gte=1), name="indicator_divisor_counts"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class ActivityQuerySet(models.QuerySet["Activity"]):
    """Activities that a person may see."""

    def visible_to(self, user: User) -> Self:
        """Keep activities of the units that the person may see."""
        if user.sees_everything():
            return self
        if user.unit_id is None:
            return self.none()
        return self.filter(Q(unit__path__startswith=user.seat.path) | Q(unit=user.unit_id))


class Activity(models.Model):
    """Something a unit did on a day. Its identifier is made on the device that logged it."""

    id = models.UUIDField("mã", primary_key=True, default=uuid.uuid4)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="activities", verbose_name="đơn vị")
    kind = models.ForeignKey(Kind, models.PROTECT, verbose_name="loại")
    title = models.CharField("nội dung", max_length=300)
    on = models.DateField("ngày", db_index=True)
    language = models.CharField(
        "ngôn ngữ", max_length=2, choices=Language, default=Language.VIETNAMESE
    )
    task = models.ForeignKey(
        Task,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name="nhiệm vụ",
    )
    link = models.URLField("đường dẫn", max_length=300, blank=True)
    is_simulated = models.BooleanField("số liệu mô phỏng", default=False)
    logged_at = models.DateTimeField("ghi lúc")
    logged_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người ghi")

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = "hoạt động"
        ordering = ["-on", "-logged_at"]
        indexes = [models.Index(fields=["unit", "on"], name="activity_unit_day")]

    def __str__(self) -> str:
        return self.title

    @property
    def receipt(self) -> str:
        """A short code to say over the telephone, made from the identifier."""
        return receipt_code(self.id)

    @property
    def is_on_behalf(self) -> bool:
        """Whether somebody of another unit entered it for this one."""
        return self.logged_by.unit_id != self.unit_id


class Quantity(models.Model):
    """How much of one measure an activity had."""

    activity = models.ForeignKey(
        Activity, models.CASCADE, related_name="quantities", verbose_name="hoạt động"
    )
    measure = models.ForeignKey(Measure, models.PROTECT, verbose_name="số lượng")
    amount = models.PositiveIntegerField("bao nhiêu")

    class Meta:
        verbose_name = "số lượng đã ghi"
        constraints = [models.UniqueConstraint("activity", "measure", name="quantity_once")]

    def __str__(self) -> str:
        return f"{self.amount} {self.measure.unit_name}"


class Evidence(models.Model):
    """A photo or file that shows an activity. Photos were made anew, without their position."""

    activity = models.ForeignKey(
        Activity, models.PROTECT, related_name="evidence", verbose_name="hoạt động"
    )
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name="tệp")
    name = models.CharField("tên tệp", max_length=200)
    caption = models.CharField("chú thích", max_length=200, blank=True)
    attached_at = models.DateTimeField("lúc")
    attached_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="người đính kèm"
    )

    class Meta:
        verbose_name = "minh chứng"
        constraints = [models.UniqueConstraint("activity", "file", name="evidence_once")]

    def __str__(self) -> str:
        return self.name
