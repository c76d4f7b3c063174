"""What an official report is written by: its outline, and what people decided about its words."""

from django.db import models

from haidang.documents.models import Edition
from haidang.orgs.models import User
from haidang.reporting.enums import ChoiceKind
from haidang.reporting.models.regime import Regime, Section
from haidang.reporting.models.round import Round


class Outline(models.Model):
    """How the official report of a regime is laid out and worded; the newest one serves.

    `parts` are the headings of the first level with the sections that feed each, `patterns` the
    sentences that figures stand in, `annexes` which tables follow, `authority` and `signer` the
    lines above the signature. Rows are only added, so that it can always be said by which outline
    a report was written.
    """

    regime = models.ForeignKey(
        Regime, models.PROTECT, related_name="outlines", verbose_name="chế độ báo cáo"
    )
    ordinal = models.PositiveSmallIntegerField("lần")
    parts = models.JSONField("các phần")
    patterns = models.JSONField("mẫu câu", default=dict, blank=True)
    annexes = models.JSONField("phụ lục", default=list, blank=True)
    authority = models.JSONField("quyền hạn người ký", default=list, blank=True)
    signer = models.CharField("chức vụ người ký", max_length=100, blank=True)
    set_at = models.DateTimeField("đặt lúc")
    set_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="người đặt"
    )

    class Meta:
        verbose_name = "đề cương báo cáo chính thức"
        ordering = ["regime", "-ordinal"]
        constraints = [models.UniqueConstraint("regime", "ordinal", name="outline_once")]

    def __str__(self) -> str:
        return f"{self.regime}, đề cương lần {self.ordinal}"


class Choice(models.Model):
    """What the office decided about words that units wrote for a section; the last one counts.

    `key` names the words, `into` those that they were put together with, `order` the keys of a
    section in the order in which they shall stand.
    """

    round = models.ForeignKey(
        Round, models.PROTECT, related_name="choices", verbose_name="kỳ báo cáo"
    )
    section = models.ForeignKey(Section, models.PROTECT, related_name="+", verbose_name="mục")
    kind = models.CharField("việc đã chọn", max_length=10, choices=ChoiceKind)
    key = models.CharField("mã câu", max_length=16, blank=True)
    into = models.CharField("gộp vào câu", max_length=16, blank=True)
    order = models.JSONField("thứ tự", default=list, blank=True)
    reason = models.CharField("lý do", max_length=300, blank=True)
    at = models.DateTimeField("lúc")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người chọn")

    class Meta:
        verbose_name = "lựa chọn lời văn"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.section}: {self.get_kind_display()}"


class Taken(models.Model):
    """A sentence of a draft that no record stands behind, taken by a person in his own name."""

    edition = models.ForeignKey(
        Edition, models.PROTECT, related_name="taken", verbose_name="văn bản"
    )
    key = models.CharField("mã câu", max_length=16)
    text = models.TextField("câu")
    at = models.DateTimeField("lúc")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người nhận")

    class Meta:
        verbose_name = "câu đã có người nhận"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint("edition", "key", name="sentence_taken_once")]

    def __str__(self) -> str:
        return self.text[:60]
