"""Notices inside the system: to a unit, for all its people, or to one person."""

from typing import Self

from django.db import models
from django.db.models import Q

from haidang.orgs.models import Unit, User


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Notices that a person may read."""

    def visible_to(self, user: User) -> Self:
        """Keep the person's own, and those of the person's unit."""
        own = Q(user=user.pk)
        return self.filter(own | Q(unit=user.unit_id) if user.unit_id else own)

    def unread(self) -> Self:
        """Keep what nobody opened yet."""
        return self.filter(read_at=None)


class Notice(models.Model):
    """Words for a unit or a person, with the page they are about.

    It is read once, by whoever opens it first: the others of the unit see who that was.
    """

    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="đơn vị"
    )
    user = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người nhận"
    )
    words = models.CharField("nội dung", max_length=500)
    url = models.CharField("trang", max_length=200)
    batch = models.UUIDField("lần nhắc", null=True, blank=True)
    at = models.DateTimeField("lúc")
    by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người gửi"
    )
    read_at = models.DateTimeField("đọc lúc", null=True, blank=True)
    read_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người đọc"
    )

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = "thông báo"
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["unit", "-at"], name="notice_of_unit"),
            models.Index(fields=["user", "-at"], name="notice_of_person"),
            models.Index(fields=["unit"], name="notice_unread_of_unit", condition=Q(read_at=None)),
            models.Index(fields=["url"], name="notice_of_page"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(unit=None, user__isnull=False) | Q(unit__isnull=False, user=None),
                name="notice_for_one_reader",
            ),
            models.UniqueConstraint("batch", "unit", name="notice_once_a_batch"),
            models.CheckConstraint(
                condition=Q(read_at=None, read_by=None)
                | Q(read_at__isnull=False, read_by__isnull=False),
                name="read_notice_says_when_and_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return self.words
