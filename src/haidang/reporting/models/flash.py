"""A flash report: what happened, sent up at once by the unit that saw it."""

from typing import Self

from django.db import models
from django.db.models import Q

from haidang.orgs.models import Unit, User
from haidang.reporting.models.regime import Regime


class FlashQuerySet(models.QuerySet["Flash"]):
    """Flash reports that a person may read."""

    def visible_to(self, user: User) -> Self:
        """Keep those that the person's authority receives, and those of the person's unit."""
        if user.sees_everything():
            return self
        if user.unit_id is None:
            return self.none()
        receives = Q(regime__receiver__path__startswith=user.seat.path)
        return self.filter(receives | Q(unit=user.unit_id))

    def unseen(self) -> Self:
        """Keep those that no leader has seen yet."""
        return self.filter(seen_at=None)


class Flash(models.Model):
    """One event in a few words, by an ad hoc regime. It speaks of events, never of people.

    It is never changed; a leader of the receiver sees it once, and that is kept.
    """

    id = models.UUIDField("mã", primary_key=True)
    regime = models.ForeignKey(
        Regime, models.PROTECT, related_name="flashes", verbose_name="chế độ báo cáo"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="flashes", verbose_name="đơn vị")
    title = models.CharField("việc gì", max_length=200)
    words = models.TextField("diễn biến", max_length=2000)
    place = models.CharField("ở đâu", max_length=200)
    happened = models.CharField("lúc nào", max_length=100)
    proposal = models.CharField("đề xuất", max_length=1000, blank=True)
    at = models.DateTimeField("gửi lúc")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người gửi")
    receipt = models.CharField("mã biên nhận", max_length=30, unique=True)
    seen_at = models.DateTimeField("lãnh đạo xem lúc", null=True, blank=True)
    seen_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người xem"
    )

    objects = FlashQuerySet.as_manager()

    class Meta:
        verbose_name = "báo cáo nhanh"
        ordering = ["-at", "-receipt"]
        constraints = [
            models.CheckConstraint(
                condition=Q(seen_at=None, seen_by=None)
                | Q(seen_at__isnull=False, seen_by__isnull=False),
                name="seen_flash_says_when_and_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return self.title
