"""What was aired, by the log of a player or the word of a person, and the log of a month."""

from django.db import models
from django.db.models import Q

from haidang.activities.enums import Language
from haidang.activities.models import Activity
from haidang.broadcast.enums import How, Missed, ProgrammeKind
from haidang.broadcast.models.player import Player
from haidang.broadcast.models.schedule import Release
from haidang.broadcast.models.station import Slot, Station
from haidang.documents.models import Edition, StoredFile
from haidang.orgs.models import User


class Aired(models.Model):
    """One line of the as-run log. Rows are only added; a later word on the same part holds."""

    id = models.UUIDField(primary_key=True)  # made by the player, or on the device of a person
    station = models.ForeignKey(
        Station, models.PROTECT, related_name="aired", verbose_name="đài, cụm loa"
    )
    player = models.ForeignKey(
        Player, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="máy"
    )
    release = models.ForeignKey(
        Release,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="aired",
        verbose_name="theo bản",
    )
    part = models.CharField("mã chương trình", max_length=40, blank=True)  # of the release
    how = models.CharField("ai ghi", max_length=10, choices=How)
    kind = models.CharField("loại", max_length=10, choices=ProgrammeKind)
    title = models.CharField("tên", max_length=200)
    language = models.CharField("ngôn ngữ", max_length=2, choices=Language, default="vi")
    sha256 = models.CharField("băm của tiếng", max_length=64, blank=True)
    started_at = models.DateTimeField("từ lúc", db_index=True)
    seconds = models.DecimalField("số giây", max_digits=9, decimal_places=3)  # 0: not aired
    missed = models.CharField("vì sao không phát", max_length=10, choices=Missed, blank=True)
    note = models.CharField("ghi chú", max_length=200, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="bởi")
    received_at = models.DateTimeField("nhận lúc")
    activity = models.ForeignKey(
        Activity, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="hoạt động"
    )

    class Meta:
        verbose_name = "lượt phát"
        ordering = ["started_at", "received_at"]
        indexes = [models.Index("station", "started_at", name="aired_of_a_station")]
        constraints = [
            models.CheckConstraint(
                condition=Q(how="player", player__isnull=False) | Q(how="person", by__isnull=False),
                name="somebody_says_it_was_aired",
            ),
            models.CheckConstraint(
                condition=Q(missed="", seconds__gt=0) | ~Q(missed="") & Q(seconds=0),
                name="what_was_missed_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.started_at:%d/%m/%Y %H:%M}"


class AiredEntry(models.Model):
    """An activity that a sitting wrote of itself (promise N7). Rows are only added."""

    station = models.ForeignKey(
        Station, models.PROTECT, related_name="+", verbose_name="đài, cụm loa"
    )
    slot = models.ForeignKey(
        Slot, models.PROTECT, null=True, related_name="+", verbose_name="khung giờ"
    )  # None: outside every slot
    on = models.DateField("ngày")
    activity = models.OneToOneField(
        Activity, models.PROTECT, related_name="aired_as", verbose_name="hoạt động"
    )

    class Meta:
        verbose_name = "hoạt động từ nhật ký phát sóng"
        indexes = [models.Index("station", "on", name="entries_of_a_station")]

    def __str__(self) -> str:
        return str(self.activity)


class MonthLog(models.Model):
    """The log of a station's month as it was drawn up for signing. Rows are only added."""

    station = models.ForeignKey(
        Station, models.PROTECT, related_name="month_logs", verbose_name="đài, cụm loa"
    )
    first = models.DateField("tháng từ")
    content = models.JSONField("nội dung")
    sha256 = models.CharField("băm", max_length=64)
    edition = models.ForeignKey(
        Edition, models.PROTECT, null=True, related_name="+", verbose_name="văn bản"
    )
    file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, related_name="+", verbose_name="tệp"
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="bởi")
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "nhật ký phát sóng tháng"
        ordering = ["-first", "-pk"]

    def __str__(self) -> str:
        return f"{self.station}, tháng {self.first:%m/%Y}"
