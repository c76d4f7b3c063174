"""What an authority chose of its calendar."""

from django.db import models

from haidang.occasions.enums import Step
from haidang.occasions.models.occasion import Occasion
from haidang.orgs.models import Unit


class Choice(models.Model):
    """One authority's own way with one occasion; no row is the usual way."""

    occasion = models.ForeignKey(
        Occasion, models.CASCADE, related_name="choices", verbose_name="dịp"
    )
    authority = models.ForeignKey(Unit, models.CASCADE, related_name="+", verbose_name="cơ quan")
    is_hidden = models.BooleanField("ẩn", default=False)
    lead_days = models.PositiveSmallIntegerField("chuẩn bị trước (ngày)", null=True, blank=True)

    class Meta:
        verbose_name = "lựa chọn của cơ quan"
        constraints = [
            models.UniqueConstraint("occasion", "authority", name="choice_once"),
        ]

    def __str__(self) -> str:
        return f"{self.authority}: {self.occasion}"


class Threshold(models.Model):
    """Which anniversaries of relations an authority wants to see; no row is every fifth year."""

    authority = models.OneToOneField(
        Unit, models.CASCADE, primary_key=True, related_name="+", verbose_name="cơ quan"
    )
    step = models.PositiveSmallIntegerField("nêu", choices=Step, default=Step.FIVE)

    class Meta:
        verbose_name = "năm được nêu"

    def __str__(self) -> str:
        return f"{self.authority}: {self.get_step_display()}"
