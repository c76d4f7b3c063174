"""How an authority reads its own words, where they can be read in two ways."""

from django.db import models

from haidang.orgs.models import Unit


class Habits(models.Model):
    """What an authority means by "trước ngày 30/11"; no row is the stricter meaning."""

    unit = models.OneToOneField(
        Unit, models.CASCADE, primary_key=True, related_name="+", verbose_name="cơ quan"
    )
    includes_named_day = models.BooleanField("“trước ngày …” gồm cả ngày được nêu", default=False)

    class Meta:
        verbose_name = "cách hiểu văn bản"

    def __str__(self) -> str:
        return f"cách hiểu văn bản của {self.unit}"
