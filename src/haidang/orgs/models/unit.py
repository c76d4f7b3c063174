"""Units as they live in time, the groups they fall into, and the names they are known by."""

import datetime as dt
from typing import Protocol, Self

from django.db import models
from django.db.models import F, Q

from haidang import clock
from haidang.orgs.enums import Change


class UnitKind(models.Model):
    """A kind of unit ("huyện", "xã", "phòng"): data, so that a reform needs no programmer."""

    code = models.SlugField("mã", primary_key=True)
    name = models.CharField("tên", max_length=60)
    rank = models.PositiveSmallIntegerField("bậc", default=0)
    # A border post hangs in the tree below the authority of its area, but is not led by it.
    stands_apart = models.BooleanField("ngành dọc, không thuộc ủy ban cùng địa bàn", default=False)

    class Meta:
        verbose_name = "loại đơn vị"
        ordering = ["rank", "code"]

    def __str__(self) -> str:
        return self.name


class Viewer(Protocol):
    """Somebody who looks at units: what has to be known of a person for that."""

    unit_id: int | None

    @property
    def seat(self) -> "Unit":
        """The authority that this person works for."""

    def sees_everything(self) -> bool:
        """Whether no unit is hidden from this person."""


class UnitQuerySet(models.QuerySet["Unit"]):
    """Units on a day, and those that a person may see."""

    def on(self, day: dt.date) -> Self:
        """Keep the units that exist on a day; `valid_to` is the last day."""
        return self.filter(valid_from__lte=day).filter(Q(valid_to=None) | Q(valid_to__gte=day))

    def below(self, unit: "Unit") -> Self:
        """Keep a unit and all under it."""
        return self.filter(path__startswith=unit.path)

    def visible_to(self, user: Viewer) -> Self:
        """Keep the units under the authority that this person works for; an auditor sees all."""
        if user.sees_everything():
            return self
        return self.below(user.seat) if user.unit_id else self.none()


class Unit(models.Model):  # type: ignore[django-manager-missing] # Wagtail's pages point here
    """An authority, office or post, from a day on."""

    code = models.CharField("mã", max_length=20, blank=True)
    kind = models.ForeignKey(UnitKind, models.PROTECT, verbose_name="loại")
    name = models.CharField("tên đầy đủ", max_length=200)
    short_name = models.CharField("tên gọn", max_length=100)
    grid_name = models.CharField("tên trong bảng", max_length=40)
    area = models.CharField("địa bàn", max_length=100, blank=True)
    place = models.CharField("địa danh", max_length=60, blank=True)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="cấp trên",
    )
    acts_for = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="offices",
        verbose_name="tham mưu cho",
    )
    path = models.CharField("đường dẫn", max_length=200, db_index=True, editable=False)
    contact = models.CharField("liên hệ", max_length=200, blank=True)
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = "đơn vị"
        ordering = ["kind__rank", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="unit_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.short_name

    @property
    def seat(self) -> "Unit":
        """The authority that this unit works for: the one it advises, or itself."""
        return self.acts_for or self

    def is_under(self, other: "Unit") -> bool:
        """Whether this unit is another one, or stands below it."""
        return self.path.startswith(other.path)


class Succession(models.Model):
    """One unit became another on a day; a merger is several rows with one successor."""

    predecessor = models.ForeignKey(
        Unit, models.PROTECT, related_name="successions", verbose_name="đơn vị trước"
    )
    successor = models.ForeignKey(
        Unit, models.PROTECT, related_name="origins", verbose_name="đơn vị sau"
    )
    on = models.DateField("từ ngày")
    how = models.CharField("cách", max_length=10, choices=Change)

    class Meta:
        verbose_name = "kế thừa"
        constraints = [
            models.UniqueConstraint("predecessor", "successor", name="succession_once"),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


class UnitGroup(models.Model):
    """Units named together in documents: all units of some kinds under one, on a given day."""

    name = models.CharField("tên", max_length=200)
    parent = models.ForeignKey(Unit, models.PROTECT, related_name="groups", verbose_name="thuộc")
    kinds = models.ManyToManyField(UnitKind, verbose_name="gồm các loại")

    class Meta:
        verbose_name = "nhóm đơn vị"

    def __str__(self) -> str:
        return self.name

    def members(self, day: dt.date | None = None) -> UnitQuerySet:
        """The units of the group on a day (today unless told)."""
        units = Unit.objects.on(day or clock.today()).filter(parent=self.parent)
        return units.filter(kind__in=self.kinds.all()).order_by("kind__rank", "pk")


class Alias(models.Model):
    """A name or abbreviation by which documents call a unit or a group."""

    text = models.CharField("tên gọi", max_length=200)
    unit = models.ForeignKey(
        Unit, models.CASCADE, null=True, related_name="aliases", verbose_name="đơn vị"
    )
    group = models.ForeignKey(
        UnitGroup, models.CASCADE, null=True, related_name="aliases", verbose_name="nhóm"
    )

    class Meta:
        verbose_name = "tên gọi khác"
        constraints = [
            models.CheckConstraint(
                condition=Q(unit=None, group__isnull=False) | Q(unit__isnull=False, group=None),
                name="alias_of_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return self.text
