"""Signed copies as they came back, with what was found of each, and the roots that are trusted."""

from typing import Self

from django.db import models
from django.db.models import Q

from haidang.documents.enums import SignedState
from haidang.documents.models.document import Edition, Revision
from haidang.documents.models.file import StoredFile
from haidang.orgs.models import User


class SignedCopyQuerySet(models.QuerySet["SignedCopy"]):
    """Signed copies that a person may see."""

    def visible_to(self, user: User) -> Self:
        """Keep the copies of the texts that the person may see."""
        return self.filter(revision__in=Revision.objects.visible_to(user).values("pk"))


class SignedCopy(models.Model):
    """A file that came back from the signing tool. Rows are only added; the newest counts."""

    edition = models.ForeignKey(
        Edition, models.PROTECT, related_name="signed_copies", verbose_name="bản"
    )
    revision = models.ForeignKey(
        Revision, models.PROTECT, related_name="signed_copies", verbose_name="lần sửa đã trình ký"
    )
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name="tệp")
    file_name = models.CharField("tên tệp", max_length=200, blank=True)
    state = models.CharField("kết quả kiểm tra", max_length=20, choices=SignedState)
    report = models.JSONField("chi tiết kiểm tra", default=dict)
    uploaded_at = models.DateTimeField("lúc tải lên")
    uploaded_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="người tải lên"
    )

    objects = SignedCopyQuerySet.as_manager()

    class Meta:
        verbose_name = "bản ký số"

    def __str__(self) -> str:
        return f"{self.edition}: {self.get_state_display()}"


class TrustedRootQuerySet(models.QuerySet["TrustedRoot"]):
    """Roots that are trusted today."""

    def current(self) -> Self:
        """Keep those that were not withdrawn."""
        return self.filter(withdrawn_at=None)


class TrustedRoot(models.Model):
    """A root certificate that the administrator trusts; withdrawn, but never removed."""

    sha256 = models.CharField("mã", max_length=64, unique=True)
    certificate = models.BinaryField("chứng thư")
    subject = models.CharField("chủ thể", max_length=300)
    serial = models.CharField("số sê-ri", max_length=80)
    valid_from = models.DateTimeField("có hiệu lực từ")
    valid_until = models.DateTimeField("có hiệu lực đến")
    added_at = models.DateTimeField("lúc thêm")
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người thêm")
    withdrawn_at = models.DateTimeField("lúc thôi tin cậy", null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người thôi"
    )

    objects = TrustedRootQuerySet.as_manager()

    class Meta:
        verbose_name = "chứng thư gốc được tin cậy"
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="withdrawn_root_says_when_and_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return self.subject
