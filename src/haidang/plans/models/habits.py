"""How an authority reads its own words, where they can be read in two ways."""

from django.db import models

from haidang.orgs.models import Unit


class Habits(models.Model):
    """What an authority means by "trước ngày 30/11"; no row is the stricter meaning.

    And the days (ISO) on which it rests beside public holidays, or works in exchange for one.
    """

    unit = models.OneToOneField(
        Unit, models.CASCADE, primary_key=True, related_name="+", verbose_name="cơ quan"
    )
    includes_named_day = models.BooleanField("“trước ngày …” gồm cả ngày được nêu", default=False)

    days_off = models.JSONField("ngày nghỉ thêm", default=list)
    workdays = models.JSONField("ngày nghỉ phải làm bù", default=list)

    class Meta:
        verbose_name = "cách hiểu văn bản"

    def __str__(self) -> str:
        return f"cách hiểu văn bản của {self.unit}"
