"""Private addresses from which a calendar program fetches days."""

from django.db import models
from django.db.models import Q

from haidang.orgs.models import Unit, User


class Feed(models.Model):
    """One address, of one person or one unit. Of its secret only the hash is kept."""

    token_hash = models.CharField("mã băm", max_length=64, unique=True)
    person = models.ForeignKey(
        User, models.CASCADE, null=True, blank=True, related_name="feeds", verbose_name="người"
    )
    unit = models.ForeignKey(
        Unit, models.CASCADE, null=True, blank=True, related_name="feeds", verbose_name="đơn vị"
    )
    made_at = models.DateTimeField("tạo lúc")
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người tạo")
    revoked_at = models.DateTimeField("thu hồi lúc", null=True, blank=True)
    revoked_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người thu hồi",
    )

    class Meta:
        verbose_name = "địa chỉ lịch"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person=None, unit__isnull=False) | Q(person__isnull=False, unit=None),
                name="feed_of_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(revoked_at=None, revoked_by=None)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="revoked_feed_says_when_and_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return f"lịch của {self.person or self.unit}"
