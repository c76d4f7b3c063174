"""Occasions, and the days that people confirmed for them."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from haidang.occasions.enums import Calendar, Kind
from haidang.orgs.models import Unit, User

LEAD = 14  # days: two weeks to prepare, unless somebody says otherwise
LONGEST = 31  # days that one occasion may last


class OccasionQuerySet(models.QuerySet["Occasion"]):
    """Occasions that concern an authority."""

    def of(self, authority: Unit) -> Self:
        """Keep what is everybody's, and what the authority, those above and its offices added."""
        return self.concerning(authority.pk, above_and(authority))

    def concerning(self, authority: int, above: list[int]) -> Self:
        """The same, by the keys of the authority and of all from the highest down to it."""
        added = Q(owner__in=above) | Q(owner__acts_for=authority)
        return self.filter(Q(owner=None) | added, is_retired=False)


def above_and(authority: Unit) -> list[int]:
    """The keys of the authorities above one, from the highest on, and its own."""
    return [int(pk) for pk in authority.path.split("/") if pk]


class Occasion(models.Model):
    """A day that comes every year by some calendar, or once; everybody's, or one unit's own.

    What the product brings has a key, by which it is loaded once and never overwritten.
    """

    key = models.SlugField("mã", max_length=40, unique=True, null=True, blank=True)
    owner = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="occasions", verbose_name="của"
    )
    name = models.CharField("tên", max_length=200)
    kind = models.CharField("loại", max_length=10, choices=Kind)
    calendar = models.CharField("tính theo", max_length=20, choices=Calendar)
    month = models.PositiveSmallIntegerField("tháng", null=True, blank=True)
    day = models.PositiveSmallIntegerField("ngày", null=True, blank=True)
    on = models.DateField("vào ngày", null=True, blank=True)
    length = models.PositiveSmallIntegerField("số ngày", default=1)
    since_year = models.PositiveSmallIntegerField("từ năm", null=True, blank=True)
    lead_days = models.PositiveSmallIntegerField("chuẩn bị trước (ngày)", default=LEAD)
    needs_confirmation = models.BooleanField("tạm tính cho đến khi xác nhận", default=False)
    source = models.CharField("nguồn", max_length=300, blank=True)
    doubt = models.CharField("điều chưa chắc", max_length=300, blank=True)
    is_retired = models.BooleanField("không dùng nữa", default=False)

    objects = OccasionQuerySet.as_manager()

    class Meta:
        verbose_name = "dịp, ngày lễ"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(calendar=Calendar.ONCE, on__isnull=False, month=None, day=None)
                | Q(calendar=Calendar.KHMER_NEW_YEAR, on=None, month=None, day=None)
                | Q(
                    calendar__in=[Calendar.SOLAR, Calendar.LUNAR, Calendar.KHMER],
                    on=None,
                    month__range=(1, 12),
                    day__range=(1, 31),
                ),
                name="occasion_has_the_day_of_its_calendar",
            ),
            models.CheckConstraint(
                condition=Q(length__range=(1, LONGEST)), name="occasion_lasts_some_days"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_lunar(self) -> bool:
        """Whether the day is found by the Vietnamese moon."""
        return self.calendar == Calendar.LUNAR


class Confirmation(models.Model):
    """The day of one year that was announced, as a person of an authority wrote it down."""

    occasion = models.ForeignKey(
        Occasion, models.PROTECT, related_name="confirmations", verbose_name="dịp"
    )
    authority = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="cơ quan")
    year = models.PositiveSmallIntegerField("năm")
    on = models.DateField("từ ngày")
    until = models.DateField("đến hết ngày")
    source = models.CharField("theo", max_length=200, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người xác nhận")
    at = models.DateTimeField("lúc")
    version = models.PositiveIntegerField("lần xác nhận", default=1)

    class Meta:
        verbose_name = "ngày đã xác nhận"
        constraints = [
            models.UniqueConstraint("occasion", "authority", "year", name="confirmed_once_a_year"),
            models.CheckConstraint(
                condition=Q(until__gte=F("on")), name="confirmed_day_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.occasion} {self.year}: {self.on:%d/%m/%Y}"
