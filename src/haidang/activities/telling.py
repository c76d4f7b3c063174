"""Telling other units of what was done together; how they are told, rooms above know."""

from collections.abc import Callable, Iterable
from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from haidang.activities.models import Activity
from haidang.orgs.models import Unit, User

Teller = Callable[[Activity, Iterable[Unit], str, User], None]


def tell_partners(activity: Activity, units: Iterable[Unit], by: User) -> None:
    """Tell units that they were named in an entry, and what to do where that is wrong."""
    words = (
        f"{activity.unit} ghi đơn vị cùng làm “{activity.title}” ngày {activity.on:%d/%m/%Y}. "
        "Không tham gia thì mở ra và báo lại, trước khi chốt số liệu."
    )
    _tell(activity, units, words, by)


def tell_host(activity: Activity, unit: Unit, reason: str, by: User) -> None:
    """Tell the host that a unit which it named took no part."""
    words = f"{unit} báo không tham gia “{activity.title}” ngày {activity.on:%d/%m/%Y}: {reason}"
    _tell(activity, [activity.unit], words, by)


def _tell(activity: Activity, units: Iterable[Unit], words: str, by: User) -> None:
    if told := list(units):
        for name in settings.UNITS_ARE_TOLD_BY:
            _teller(name)(activity, told, words, by)


@cache
def _teller(name: str) -> Teller:
    found: Teller = import_string(name)
    return found
