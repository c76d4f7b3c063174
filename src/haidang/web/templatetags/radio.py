"""Words of the schedule: how long in hours and minutes."""

from django import template

register = template.Library()


@register.filter
def hours_of(seconds: int) -> str:
    """Seconds as people say them: 29760 is “8 giờ 16 phút”."""
    hours, minutes = divmod(round(seconds / 60), 60)
    if not hours:
        return f"{minutes} phút"
    return f"{hours} giờ {minutes} phút" if minutes else f"{hours} giờ"
