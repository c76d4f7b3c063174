"""Where the words of a plan stand in the file that it was read from."""

from django.db import models

from haidang.plans.models.plan import Plan


class Original(models.Model):
    """The pages and places of a plan's file. A row of its own, so that no list loads it."""

    plan = models.OneToOneField(
        Plan, models.CASCADE, primary_key=True, related_name="original", verbose_name="kế hoạch"
    )
    pages = models.PositiveIntegerField("số trang", default=0)
    places = models.JSONField("chỗ của từng đoạn", default=list)

    class Meta:
        verbose_name = "bản gốc"

    def __str__(self) -> str:
        return f"bản gốc của {self.plan}"
