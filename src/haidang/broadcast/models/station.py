"""Who speaks, at which hours, and within which rules."""

from django.db import models
from django.db.models import Q

from haidang.broadcast.enums import StationKind
from haidang.orgs.models import Unit


class Station(models.Model):
    """A station of a unit, or a group of loudspeakers of a station (Thông tư 39/2020/TT-BTTTT)."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="stations", verbose_name="đơn vị")
    kind = models.CharField("loại", max_length=10, choices=StationKind)
    name = models.CharField("tên", max_length=200)
    within = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="clusters", verbose_name="thuộc"
    )  # the station a cluster hangs on; a cluster without weeks of its own plays that station's
    place = models.CharField("đặt ở", max_length=200, blank=True)
    languages = models.CharField("ngôn ngữ", max_length=20, default="vi")  # "vi,km"
    relays = models.CharField("tiếp âm", max_length=200, blank=True)  # "VOV1, đài tỉnh"
    stream = models.URLField("địa chỉ luồng phát", max_length=300, blank=True)  # its own
    rule = models.ForeignKey(
        "HoursRule", models.PROTECT, null=True, blank=True, verbose_name="quy định giờ phát"
    )
    is_retired = models.BooleanField("không dùng nữa", default=False)
    version = models.PositiveIntegerField("số lần đổi", default=0)

    class Meta:
        verbose_name = "đài, cụm loa"
        ordering = ["unit_id", "kind", "name"]
        constraints = [
            models.UniqueConstraint("unit", "name", name="station_named_once_in_a_unit"),
            models.CheckConstraint(
                condition=Q(kind="cluster", within__isnull=False)
                | ~Q(kind="cluster") & Q(within=None),
                name="a_cluster_hangs_on_a_station",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Slot(models.Model):
    """A time of day at which a station speaks, from a day until a day; it may cross midnight."""

    station = models.ForeignKey(
        Station, models.PROTECT, related_name="slots", verbose_name="đài, cụm loa"
    )
    name = models.CharField("tên", max_length=60)  # "Sáng"
    starts_at = models.TimeField("từ")
    minutes = models.PositiveSmallIntegerField("số phút")
    weekdays = models.CharField("các thứ", max_length=7, default="1234567")  # ISO: 1 is Monday
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

    class Meta:
        verbose_name = "khung giờ"
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes__gte=1) & Q(minutes__lte=1440), name="slot_within_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.starts_at:%-Hh%M}"


class HoursRule(models.Model):
    """What a kind of station may do a day, as data: the rules differ between provinces."""

    name = models.CharField("tên", max_length=100)  # "Nông thôn"
    most_times_a_day = models.PositiveSmallIntegerField("số buổi mỗi ngày", null=True, blank=True)
    most_minutes_a_time = models.PositiveSmallIntegerField(
        "số phút mỗi buổi", null=True, blank=True
    )
    most_days_a_week = models.PositiveSmallIntegerField("số ngày mỗi tuần", null=True, blank=True)
    not_before = models.TimeField("không trước", null=True, blank=True)
    not_after = models.TimeField("không sau", null=True, blank=True)
    source = models.CharField("căn cứ", max_length=300, blank=True)

    class Meta:
        verbose_name = "quy định giờ phát"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
