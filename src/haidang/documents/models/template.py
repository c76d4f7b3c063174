"""Templates that an administrator gives: .docx files that are filled, checked before they serve."""

from django.db import models
from django.db.models import Q

from haidang.documents.models.file import StoredFile
from haidang.orgs.models import Unit, User


class Template(models.Model):
    """One version of the template of a type of document; one of them is current."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="templates", verbose_name="cơ quan")
    document_type = models.CharField("tên loại", max_length=60)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name="tệp")
    file_name = models.CharField("tên tệp", max_length=200, blank=True)
    checked_at = models.DateTimeField("lúc kiểm tra")
    findings = models.JSONField("kết quả kiểm tra", default=list, blank=True)
    is_current = models.BooleanField("đang dùng", default=False)
    created_at = models.DateTimeField("lúc")
    created_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="người đưa vào"
    )

    class Meta:
        verbose_name = "mẫu văn bản"
        constraints = [
            models.UniqueConstraint(
                "unit",
                "document_type",
                condition=Q(is_current=True),
                name="one_current_template_of_a_type",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_type}, {self.unit}"

    @property
    def faults(self) -> list[dict[str, str]]:
        """What the check found that keeps it from serving; advice does not."""
        return [row for row in self.findings if row["severity"] == "fault"]
