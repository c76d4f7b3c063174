"""Lengths of sound: in words for staff, as a clock shows them for readers of any language."""

from decimal import Decimal

from django import template

from haidang.broadcast.sound.findings import moment

register = template.Library()


@register.filter
def minutes(seconds: Decimal | float) -> str:
    """A length in words: 2 phút 05 giây."""
    return moment(float(seconds))


@register.filter
def clock_length(seconds: Decimal | float) -> str:
    """A length without words: 2:05."""
    whole, rest = divmod(round(float(seconds)), 60)
    return f"{whole}:{rest:02d}"
