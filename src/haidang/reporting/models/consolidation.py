"""A frozen consolidation: inputs as they were, and the document that was written from them."""

from django.db import models

from haidang.documents.models import Revision
from haidang.orgs.models import User
from haidang.reporting.models.round import Round


class Consolidation(models.Model):
    """What a round added up to at one moment. Its content is never changed; a later one is added.

    `content` holds the units (accepted or not), the indicators, each unit's value, estimate and
    the activities behind it, the totals, and the prose: all that the document is written from.
    """

    round = models.ForeignKey(
        Round, models.PROTECT, related_name="consolidations", verbose_name="kỳ báo cáo"
    )
    ordinal = models.PositiveSmallIntegerField("lần chốt")
    frozen_at = models.DateTimeField("chốt lúc")
    frozen_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người chốt")
    content = models.JSONField("số liệu đã chốt")
    sha256 = models.CharField("mã số liệu", max_length=64)
    revision = models.OneToOneField(
        Revision,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="consolidation",
        verbose_name="văn bản",
    )

    class Meta:
        verbose_name = "lần chốt số liệu"
        ordering = ["round", "-ordinal"]
        constraints = [models.UniqueConstraint("round", "ordinal", name="consolidation_once")]

    def __str__(self) -> str:
        return f"{self.round}, lần chốt {self.ordinal}"
