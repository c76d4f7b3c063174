"""What was issued: the files and everything that they are rebuilt from. Rows are only added."""

from django.db import models

from haidang.documents.models.document import Edition, Revision
from haidang.documents.models.file import StoredFile
from haidang.documents.models.numbering import Number
from haidang.documents.models.slip import Slip
from haidang.documents.models.template import Template
from haidang.orgs.models import User


class Issue(models.Model):
    """An edition as it went out. The database refuses changes, so that it can be replayed (N9).

    `revision` is the text with its number and date, `layout` names the page rules and the writer
    that drew it, `margins` are in millimetres, `template` is one of the authority's own where the
    .docx was filled from it, `explained` holds the findings of the checker that
    were let through and why.
    """

    edition = models.OneToOneField(
        Edition, models.PROTECT, related_name="issue", verbose_name="bản"
    )
    revision = models.OneToOneField(
        Revision, models.PROTECT, related_name="issue", verbose_name="lần sửa"
    )
    slip = models.ForeignKey(
        Slip, models.PROTECT, related_name="+", verbose_name="phiếu trình đã duyệt"
    )
    number = models.OneToOneField(
        Number, models.PROTECT, related_name="issue", verbose_name="số văn bản"
    )
    issued_on = models.DateField("ngày ban hành")
    docx = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name="bản .docx")
    pdf = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name="bản PDF")
    template = models.ForeignKey(
        Template, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="mẫu"
    )
    layout = models.CharField("bố cục", max_length=64)
    margins = models.JSONField("lề (mm)")
    explained = models.JSONField("chỗ đã giải trình", default=list, blank=True)
    at = models.DateTimeField("lúc")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người ban hành")

    class Meta:
        verbose_name = "lần ban hành"

    def __str__(self) -> str:
        return f"{self.number}, {self.issued_on:%d/%m/%Y}"
