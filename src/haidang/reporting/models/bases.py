"""The laws and decrees that an authority's proposals of commendation rest on."""

from django.db import models

from haidang.orgs.models import Unit, User


class KeptBases(models.Model):
    """The bases of law that a person looked at and kept for an authority; the newest serves.

    `words` are the lines as they stand in a document. Rows are only added, so that it can always
    be said who kept what a proposal cites.
    """

    authority = models.ForeignKey(
        Unit, models.PROTECT, related_name="kept_bases", verbose_name="cơ quan"
    )
    ordinal = models.PositiveSmallIntegerField("lần")
    words = models.JSONField("các căn cứ")
    at = models.DateTimeField("giữ lúc")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người giữ")

    class Meta:
        verbose_name = "căn cứ pháp lý"
        ordering = ["authority", "-ordinal"]
        constraints = [models.UniqueConstraint("authority", "ordinal", name="bases_once")]

    def __str__(self) -> str:
        return f"căn cứ lần {self.ordinal}"
