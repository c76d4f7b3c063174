"""The register of incoming documents (NĐ 30/2020, Điều 20 to 24, Phụ lục IV and VI)."""

from typing import Self

from django.db import models
from django.db.models import Q

from haidang.documents.enums import Priority
from haidang.documents.models.document import Edition
from haidang.documents.models.file import StoredFile
from haidang.orgs.models import Unit, User


class ArrivalQuerySet(models.QuerySet["Arrival"]):
    """Incoming documents that a person may see."""

    def visible_to(self, user: User) -> Self:
        """Keep what came to the person's authority, or was handed to the person's own unit."""
        if user.sees_everything():
            return self
        if user.unit_id is None:
            return self.none()
        return self.filter(Q(unit__in={user.unit_id, user.seat.pk}) | Q(handed_to=user.unit_id))


class Arrival(models.Model):
    """One incoming document: what came, from whom, under which number, and who is to answer it.

    `sign_key` is number, symbol and issuer as they are compared; a second copy names the first.
    """

    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="arrivals", verbose_name="cơ quan nhận"
    )
    year = models.PositiveSmallIntegerField("năm")
    number = models.PositiveIntegerField("số đến")
    arrived_on = models.DateField("ngày đến")
    issuer = models.CharField("tác giả", max_length=200)
    number_symbol = models.CharField("số, ký hiệu", max_length=80, blank=True)
    issued_on = models.DateField("ngày văn bản", null=True, blank=True)
    document_type = models.CharField("tên loại", max_length=100, blank=True)
    subject = models.CharField("trích yếu", max_length=500)
    signer = models.CharField("người ký", max_length=200, blank=True)
    signer_post = models.CharField("chức vụ người ký", max_length=200, blank=True)
    pages = models.PositiveSmallIntegerField("số trang", null=True, blank=True)
    priority = models.PositiveSmallIntegerField(
        "mức độ khẩn", choices=Priority, default=Priority.USUAL
    )
    note = models.CharField("ghi chú", max_length=500, blank=True)
    text = models.TextField("nội dung", blank=True)
    file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="tệp"
    )
    file_name = models.CharField("tên tệp", max_length=200, blank=True)
    copy_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="copies",
        verbose_name="bản thứ hai của",
    )
    sign_key = models.CharField("để so trùng", max_length=400, blank=True, editable=False)
    folded = models.TextField("để tìm", blank=True, editable=False)
    handed_to = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="đơn vị nhận"
    )
    handed_to_person = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người nhận"
    )
    due_on = models.DateField("thời hạn", null=True, blank=True)
    handed_at = models.DateTimeField("lúc chuyển", null=True, blank=True)
    handed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người chuyển"
    )
    at = models.DateTimeField("lúc vào sổ")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người vào sổ")

    objects = ArrivalQuerySet.as_manager()

    class Meta:
        verbose_name = "văn bản đến"
        constraints = [
            models.UniqueConstraint("unit", "year", "number", name="arrival_once"),
            models.UniqueConstraint(
                "unit", "file", condition=Q(copy_of=None), name="arrived_file_once"
            ),
            models.UniqueConstraint(
                "unit",
                "sign_key",
                condition=Q(copy_of=None) & ~Q(sign_key=""),
                name="arrived_sign_once",
            ),
            models.CheckConstraint(
                condition=Q(handed_at=None, handed_by=None, handed_to=None, handed_to_person=None)
                | Q(handed_at__isnull=False, handed_by__isnull=False, handed_to__isnull=False),
                name="handed_over_says_to_whom_when_and_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return f"số đến {self.number}/{self.year}"


class Answer(models.Model):
    """A document of ours that an incoming one led to: a plan made on it, a letter in answer."""

    arrival = models.ForeignKey(
        Arrival, models.PROTECT, related_name="answers", verbose_name="văn bản đến"
    )
    edition = models.ForeignKey(
        Edition, models.PROTECT, related_name="answered", verbose_name="văn bản trả lời"
    )
    at = models.DateTimeField("lúc")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người ghi")

    class Meta:
        verbose_name = "văn bản trả lời"
        constraints = [models.UniqueConstraint("arrival", "edition", name="answer_once")]

    def __str__(self) -> str:
        return f"{self.arrival} → {self.edition}"
