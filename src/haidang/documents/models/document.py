"""Official documents: Document, its numbered editions, and revisions whose text never changes."""

from typing import Self

from django.db import models
from django.db.models import Q

from haidang.documents.authority import around, of_own
from haidang.documents.enums import EDITION_MOVES, EditionStatus
from haidang.documents.models.file import StoredFile
from haidang.orgs.models import Unit, User


class DocumentQuerySet(models.QuerySet["Document"]):
    """Documents that a person may see."""

    def visible_to(self, user: User) -> Self:
        """Keep those of which the person may see an edition."""
        if user.sees_everything():
            return self
        return self.filter(pk__in=Edition.objects.visible_to(user).values("document"))


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


class EditionQuerySet(models.QuerySet["Edition"]):
    """Editions that a person may see, and those whose making is open to the person."""

    def visible_to(self, user: User) -> Self:
        """Keep all of the person's authority; of those below and above it, what was issued."""
        if user.sees_everything():
            return self
        issued = Q(status=EditionStatus.ISSUED) & around(user, "document__unit")
        return self.filter(of_own(user, "document__unit") | issued)

    def internal_to(self, user: User) -> Self:
        """Keep those whose slips and earlier texts the person may read: of the own authority."""
        return self if user.sees_everything() else self.filter(of_own(user, "document__unit"))


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

    objects = EditionQuerySet.as_manager()

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

    def can_become(self, status: EditionStatus) -> bool:
        """Whether this move is one of the table."""
        return status in EDITION_MOVES[EditionStatus(self.status)]


class RevisionQuerySet(models.QuerySet["Revision"]):
    """Revisions that a person may see."""

    def visible_to(self, user: User) -> Self:
        """Keep all of the person's authority; of those below and above it, only what went out.

        What came into the system as issued has no other revision than that.
        """
        if user.sees_everything():
            return self
        unit = "edition__document__unit"
        went_out = Q(issue__isnull=False) | Q(edition__issue=None)
        issued = Q(edition__status=EditionStatus.ISSUED) & went_out & around(user, unit)
        return self.filter(of_own(user, unit) | issued)


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

    objects = RevisionQuerySet.as_manager()

    class Meta:
        verbose_name = "lần sửa"
        constraints = [models.UniqueConstraint("edition", "ordinal", name="revision_once")]

    def __str__(self) -> str:
        return f"{self.edition}, lần sửa {self.ordinal}"
