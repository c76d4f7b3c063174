"""A frozen consolidation: inputs as they were, and the document that was written from them."""

from functools import cached_property

from django.db import models

from haidang.documents.models import Revision
from haidang.orgs.models import User
from haidang.reporting.models.round import Round
from haidang.reporting.sheet import Content
from haidang.reporting.thawing import is_whole, thawed


class Consolidation(models.Model):
    """What a round added up to at one moment. Its content is never changed; a later one is added.

    `kept` holds the units (accepted or not), the indicators, the totals, and by key and hash what
    each unit sent, which is never changed. `content` puts them together: all that the document is
    written from.
    """

    round = models.ForeignKey(
        Round, models.PROTECT, related_name="consolidations", verbose_name="kỳ báo cáo"
    )
    ordinal = models.PositiveSmallIntegerField("lần chốt")
    frozen_at = models.DateTimeField("chốt lúc")
    frozen_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người chốt")
    kept = models.JSONField("số liệu đã chốt", db_column="content")
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

    @cached_property
    def content(self) -> Content:
        """What was frozen, with the figures and words of each unit."""
        return thawed(self.kept)

    @property
    def is_whole(self) -> bool:
        """Whether it is what was frozen, to the last word of each unit."""
        return is_whole(self.kept, self.sha256)
