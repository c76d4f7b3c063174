"""The weeks of a station: one working draft, and what was released of it, which never changes."""

from django.db import models
from django.db.models import Q

from haidang.activities.enums import Language
from haidang.broadcast.enums import ProgrammeKind
from haidang.broadcast.models.bulletin import Bulletin
from haidang.broadcast.models.recording import Recording
from haidang.broadcast.models.station import Slot, Station
from haidang.documents.models import StoredFile
from haidang.orgs.models import User


class Week(models.Model):
    """The working draft of a station's week."""

    station = models.ForeignKey(
        Station, models.PROTECT, related_name="weeks", verbose_name="đài, cụm loa"
    )
    monday = models.DateField("tuần từ")
    version = models.PositiveIntegerField("số lần đổi", default=0)

    class Meta:
        verbose_name = "tuần phát thanh"
        constraints = [models.UniqueConstraint("station", "monday", name="week_once_a_station")]

    def __str__(self) -> str:
        return f"{self.station}, tuần {self.monday:%d/%m/%Y}"


class Part(models.Model):
    """One programme within a slot of one day; parts of a slot follow each other in order."""

    week = models.ForeignKey(Week, models.CASCADE, related_name="parts", verbose_name="tuần")
    slot = models.ForeignKey(Slot, models.PROTECT, related_name="+", verbose_name="khung giờ")
    on = models.DateField("ngày")
    ordinal = models.PositiveSmallIntegerField("thứ tự")
    kind = models.CharField("loại", max_length=10, choices=ProgrammeKind)
    title = models.CharField("tên", max_length=200)
    language = models.CharField("ngôn ngữ", max_length=2, choices=Language, default="vi")
    seconds = models.PositiveIntegerField("số giây")
    bulletin = models.ForeignKey(
        Bulletin, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="bản tin"
    )
    recording = models.ForeignKey(
        Recording, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="bản thu"
    )
    relay = models.URLField("nguồn tiếp âm", max_length=300, blank=True)

    class Meta:
        verbose_name = "chương trình"
        ordering = ["on", "slot__starts_at", "slot_id", "ordinal", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(bulletin=None) | Q(recording=None), name="part_has_one_sound"
            ),
            models.CheckConstraint(condition=Q(seconds__gte=1), name="part_lasts"),
        ]

    def __str__(self) -> str:
        return self.title


class Template(models.Model):
    """A week by weekday, to make weeks from: parts as JSON, without bulletins of a date."""

    station = models.ForeignKey(
        Station, models.PROTECT, related_name="templates", verbose_name="đài, cụm loa"
    )
    name = models.CharField("tên", max_length=100)
    parts = models.JSONField("chương trình", default=list)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "mẫu tuần"
        constraints = [models.UniqueConstraint("station", "name", name="template_named_once")]

    def __str__(self) -> str:
        return self.name


class Release(models.Model):
    """A week as it was handed to players: numbered, sealed, never changed. Rows are only added."""

    station = models.ForeignKey(
        Station, models.PROTECT, related_name="releases", verbose_name="đài, cụm loa"
    )
    monday = models.DateField("tuần từ")
    number = models.PositiveIntegerField("bản số")
    content = models.JSONField("nội dung")  # broadcast/frozen.py says its shape
    sha256 = models.CharField("băm", max_length=64)
    package = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, related_name="+", verbose_name="gói đã niêm"
    )  # signed bytes of the manifest; the sound goes beside it, under its hashes
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="bởi")
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "lịch đã phát hành"
        ordering = ["-monday", "-number"]
        constraints = [
            models.UniqueConstraint("station", "monday", "number", name="release_numbered_once")
        ]

    def __str__(self) -> str:
        return f"{self.station}, tuần {self.monday:%d/%m/%Y}, bản {self.number}"
