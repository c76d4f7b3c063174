"""People's accounts and the roles they hold. An account shows a post, never a file on a person."""

import datetime as dt
from functools import cached_property

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q, QuerySet

from haidang import clock
from haidang.errors import NotAllowed
from haidang.orgs.enums import Role
from haidang.orgs.models.unit import Unit
from haidang.prepared import prepared


class User(AbstractUser):  # type: ignore[django-manager-missing] # Wagtail's pictures do
    """One person's account, at one unit, in one post."""

    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="people", verbose_name="đơn vị"
    )
    post = models.CharField("chức danh", max_length=100, blank=True)
    wants_digest = models.BooleanField("nhận thư nhắc việc hằng ngày", default=True)

    class Meta:
        verbose_name = "tài khoản"

    def __str__(self) -> str:
        return f"{self.post}, {self.unit}" if self.unit_id else self.username

    @cached_property
    def seat(self) -> Unit:
        """The authority that this person works for. Refuses with NotAllowed without a unit."""
        if self.unit is None:
            raise NotAllowed("Tài khoản này chưa thuộc đơn vị nào.")
        return self.unit.seat

    @cached_property
    def _roles(self) -> frozenset[Role]:
        roles = frozenset(map(Role, _held(self.pk, clock.today())))
        # Who audits has no hand in what is audited: beside this role the others do not count.
        return roles & {Role.AUDITOR} or roles

    def roles(self) -> frozenset[Role]:
        """The roles this person holds today."""
        return self._roles

    def has_role(self, *roles: Role) -> bool:
        """Whether this person holds one of these roles today."""
        return not self._roles.isdisjoint(roles)

    def sees_everything(self) -> bool:
        """An auditor reads all and writes nothing; an administrator sets things up.

        The administrator of an authority below another one sees what others of it see.
        """
        is_administrator = self.has_role(Role.ADMINISTRATOR)
        return self.has_role(Role.AUDITOR) or (is_administrator and self.is_of_highest_authority())

    def is_of_highest_authority(self) -> bool:
        """Whether nobody of this installation works for an authority above or beside the person's.

        Units above may be there without people, as issuers of documents. The first account of an
        installation has no unit at all.
        """
        return self._is_of_highest_authority

    @cached_property
    def _is_of_highest_authority(self) -> bool:
        if self.unit_id is None or self.seat.parent_id is None:
            return True
        return not _others(self.seat.path)


class Appointment(models.Model):
    """A role that a person holds from a day on."""

    user = models.ForeignKey(
        User, models.PROTECT, related_name="appointments", verbose_name="tài khoản"
    )
    role = models.CharField("vai trò", max_length=30, choices=Role)
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

    class Meta:
        verbose_name = "bổ nhiệm"
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="appointment_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}"


@prepared
def _held(user: int, day: dt.date) -> QuerySet[Appointment, str]:
    lasting = Q(valid_to=None) | Q(valid_to__gte=day)
    held = Appointment.objects.filter(lasting, user=user, valid_from__lte=day)
    return held.values_list("role", flat=True)


@prepared
def _others(path: str) -> QuerySet[User, int]:
    others = User.objects.filter(is_active=True, unit__isnull=False)
    return others.exclude(unit__path__startswith=path).order_by().values_list("pk", flat=True)[:1]
