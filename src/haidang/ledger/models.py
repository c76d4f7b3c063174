"""Rows of the ledger. An entry is added once and never changed; the database refuses otherwise."""

import json
from typing import Any

from django.conf import settings
from django.db import models

# The acts that pages tell of as what happened lately: few among all that is logged.
TOLD = (
    "submit_report",
    "recall_report",
    "return_report",
    "accept_report",
    "correct_activity",
    "amend_activity",
)


class Entry(models.Model):
    """One act of one person, chained to the act before it."""

    seq = models.PositiveBigIntegerField("số thứ tự", primary_key=True)
    at = models.DateTimeField("lúc")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="người làm",
    )
    by_name = models.CharField("tên đăng nhập lúc đó", max_length=150)
    event = models.CharField("việc", max_length=60, db_index=True)
    target_type = models.CharField("loại", max_length=60)
    target_id = models.CharField("khóa", max_length=60)
    details = models.TextField("chi tiết", default="{}")
    previous = models.CharField("mã trước", max_length=64)
    hash = models.CharField("mã", max_length=64)

    class Meta:
        verbose_name = "dòng sổ"
        indexes = [
            models.Index(fields=["target_type", "target_id"], name="entry_target"),
            models.Index(fields=["-seq"], name="entry_told", condition=models.Q(event__in=TOLD)),
        ]

    def __str__(self) -> str:
        return f"{self.seq} {self.event} {self.target_type} {self.target_id}"

    def get_details(self) -> dict[str, Any]:
        """Return what was recorded beside the act."""
        facts: dict[str, Any] = json.loads(self.details)
        return facts


class Head(models.Model):
    """Where the chain ends, sealed with a key that is not in the database."""

    seq = models.PositiveBigIntegerField("số thứ tự", default=0)
    hash = models.CharField("mã", max_length=64)
    seal = models.CharField("dấu niêm", max_length=64)

    class Meta:
        verbose_name = "đầu sổ"

    def __str__(self) -> str:
        return f"{self.seq} {self.hash}"
