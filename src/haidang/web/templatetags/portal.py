"""The portal's own words in its three languages, each passage marked with the language it is in.

Words are written in Vietnamese and go through gettext. A word without a translation that someone
answers for (Khmer has none until a native reader signs) stays Vietnamese, and is marked so.
"""

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language, gettext

from haidang.newsroom import relative as addresses

register = template.Library()
register.filter(addresses.relative)


@register.simple_tag
def word(text: str) -> str:
    """The word in the language of the page, else in Vietnamese and marked as such."""
    said = gettext(text)
    return said if said != text else spoken(text, "vi")


@register.filter
def spoken(text: str, language: str) -> str:
    """The text, marked with its language unless that is the language of the page."""
    if language == get_language():
        return text
    return format_html('<span lang="{}">{}</span>', language, text)
