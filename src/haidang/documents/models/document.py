"""Official documents: Document, its numbered editions, and revisions whose text never changes."""

from typing import Self

from django.db import models
from django.db.models import Q

from haidang.documents.enums import EditionStatus
from haidang.documents.models.file import StoredFile
from haidang.orgs.models import Unit, User


class DocumentQuerySet(models.QuerySet["Document"]):
    """Documents that a person may see."""

    def visible_to(self, user: User) -> Self:
        """Keep documents of the person's authority and below, and of the authorities above it."""
        if user.sees_everything():
            return self
        if user.unit_id is None:
            return self.none()
        above = [pk for pk in user.seat.path.split("/") if pk]
        own = Q(unit__path__startswith=user.seat.path)
        return self.filter(own | Q(unit__in=above) | Q(unit=user.unit_id))


class Document(models.Model):
    """One official document through all its editions."""

    document_type = models.CharField("tên loại", max_length=60)
    title = models.CharField("trích yếu", max_length=500)
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="documents", verbose_name="cơ quan ban hành"
    )

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = "văn bản"

    def __str__(self) -> str:
        return f"{self.document_type} {self.title}"


class Edition(models.Model):
    """A numbered edition: the draft that becomes the issued text."""

    document = models.ForeignKey(
        Document, models.PROTECT, related_name="editions", verbose_name="văn bản"
    )
    ordinal = models.PositiveSmallIntegerField("lần", default=1)
    status = models.CharField(
        "trạng thái", max_length=10, choices=EditionStatus, default=EditionStatus.DRAFT
    )
    number = models.CharField("số", max_length=20, blank=True)
    symbol = models.CharField("ký hiệu", max_length=60, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)

    class Meta:
        verbose_name = "bản"
        constraints = [
            models.UniqueConstraint("document", "ordinal", name="edition_once"),
            models.CheckConstraint(
                condition=Q(status=EditionStatus.DRAFT) | Q(issued_on__isnull=False),
                name="issued_edition_has_a_date",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number or '…'}/{self.symbol}" if self.symbol else str(self.document)


class Revision(models.Model):
    """The text of an edition at one moment. Rows are only added; the database refuses changes.

    `source` is the document to be written, as `text.stored` keeps it; blank where the text came
    from a file. `explained` holds what was changed by hand and the reason that was given.
    """

    edition = models.ForeignKey(
        Edition, models.PROTECT, related_name="revisions", verbose_name="bản"
    )
    ordinal = models.PositiveSmallIntegerField("lần sửa", default=1)
    text = models.TextField("nội dung")
    source = models.TextField("bản để dựng lại", blank=True)
    sha256 = models.CharField("mã nội dung", max_length=64)
    file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, verbose_name="tệp gốc"
    )
    file_name = models.CharField("tên tệp", max_length=200, blank=True)
    explained = models.JSONField("chỗ sửa tay đã giải trình", default=list, blank=True)
    created_at = models.DateTimeField("lúc")
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người lập")

    class Meta:
        verbose_name = "lần sửa"
        constraints = [models.UniqueConstraint("edition", "ordinal", name="revision_once")]

    def __str__(self) -> str:
        return f"{self.edition}, lần sửa {self.ordinal}"
