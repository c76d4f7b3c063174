"""Words of the radio: how long in hours and minutes, in which languages."""

from django import template

from haidang.activities.enums import Language

register = template.Library()


@register.filter
def hours_of(seconds: int) -> str:
    """Seconds as people say them: 29760 is “8 giờ 16 phút”."""
    hours, minutes = divmod(round(seconds / 60), 60)
    if not hours:
        return f"{minutes} phút"
    return f"{hours} giờ {minutes} phút" if minutes else f"{hours} giờ"


@register.filter
def languages_of(codes: str) -> str:
    """Languages of a station as people say them: “vi,km” is “tiếng Việt, tiếng Khmer”."""
    return ", ".join(str(Language(code).label) for code in codes.split(",") if code)
