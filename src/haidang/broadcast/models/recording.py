"""Sound as it is aired: levelled, measured, and kept under the hash of its bytes."""

from django.db import models
from django.db.models import F, Q

from haidang.activities.enums import Language
from haidang.broadcast.enums import Source
from haidang.documents.models import StoredFile
from haidang.orgs.models import Unit, User


class Recording(models.Model):
    """One piece of sound of a unit. What was taken is never changed: a better one is another."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="recordings", verbose_name="đơn vị")
    title = models.CharField("tên", max_length=200)
    language = models.CharField("ngôn ngữ", max_length=2, choices=Language, default="vi")
    source = models.CharField("nguồn", max_length=10, choices=Source)
    file = models.ForeignKey(
        StoredFile, models.PROTECT, related_name="+", verbose_name="tệp để phát"
    )  # MP3, 44.1 kHz, at -16 LUFS
    original = models.ForeignKey(
        StoredFile, models.PROTECT, related_name="+", verbose_name="tệp đã nhận"
    )
    seconds = models.DecimalField("số giây", max_digits=9, decimal_places=3)
    loudness = models.DecimalField("độ to khi nhận (LUFS)", max_digits=5, decimal_places=1)
    findings = models.JSONField("điều cần nghe lại", default=list, blank=True)  # [code, at, words]
    rights = models.CharField("quyền sử dụng", max_length=200, blank=True)
    is_for_filling = models.BooleanField("dùng phát khi trống", default=False)
    is_retired = models.BooleanField("không dùng nữa", default=False)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="bởi")
    made_at = models.DateTimeField("lúc")
    music_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người nghe xác nhận là nhạc",
    )  # a second person: what is called music is cleared by nobody else
    music_at = models.DateTimeField("xác nhận lúc", null=True, blank=True)

    class Meta:
        verbose_name = "bản thu"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(music_by=None, music_at=None)
                | Q(music_by__isnull=False, music_at__isnull=False),
                name="music_is_said_by_somebody_at_some_time",
            ),
            models.CheckConstraint(
                condition=Q(music_by=None) | ~Q(music_by=F("made_by")),
                name="music_is_said_by_a_second_person",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_music(self) -> bool:
        """Whether a second person heard that nobody speaks in it."""
        return self.music_by_id is not None
