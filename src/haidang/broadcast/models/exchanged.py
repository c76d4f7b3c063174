"""Bulletins that went out to other systems, or came in from them."""

from django.db import models

from haidang.broadcast.models.bulletin import Bulletin
from haidang.broadcast.models.recording import Recording
from haidang.documents.models import StoredFile
from haidang.orgs.models import Unit, User


class Exchanged(models.Model):
    """One package of a bulletin, as it was sent or received. Rows are only added."""

    identifier = models.CharField("mã", max_length=120)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị")
    is_incoming = models.BooleanField("nhận về")
    facts = models.JSONField("thông tin")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name="gói")
    bulletin = models.ForeignKey(
        Bulletin, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="bản tin"
    )
    recording = models.ForeignKey(
        Recording, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="bản thu"
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="bởi")
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "gói bản tin"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "identifier"],
                condition=models.Q(is_incoming=True),
                name="package_received_once",
            )
        ]

    def __str__(self) -> str:
        return self.identifier
