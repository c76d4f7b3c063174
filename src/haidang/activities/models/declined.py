"""What a unit says of an entry in which another one named it: that it took no part."""

from django.db import models
from django.db.models import Q

from haidang.activities.models.log import Activity
from haidang.orgs.models import Unit, User


class Declined(models.Model):
    """A unit took no part in what it was named in, and why; it counts there no more."""

    activity = models.ForeignKey(
        Activity, models.PROTECT, related_name="declined", verbose_name="hoạt động"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị")
    reason = models.CharField("lý do", max_length=300)
    at = models.DateTimeField("lúc")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người báo")

    class Meta:
        verbose_name = "báo không tham gia"
        constraints = [
            models.UniqueConstraint("activity", "unit", name="declined_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="declined_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.activity}"
