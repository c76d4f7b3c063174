"""The portal's own words in its three languages, each passage marked with the language it is in.

Words are written in Vietnamese and go through gettext. A word without a translation that someone
answers for (Khmer has none until a native reader signs) stays Vietnamese, and is marked so.
"""

import datetime as dt
from functools import lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.template.context import Context
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, override
from wagtail.models import Page

from haidang.newsroom import relative as addresses
from haidang.newsroom.around import Around
from haidang.newsroom.enums import Section
from haidang.newsroom.queries.portals import portal_around
from haidang.newsroom.quoted import quotes_marked
from haidang.newsroom.scripts import is_vietnamese
from haidang.newsroom.section_words import ANSWERS, NAMES

register = template.Library()
register.filter(addresses.relative)


@register.simple_tag
def word(text: str) -> str:
    """The word in the language of the page, else in Vietnamese and marked as such."""
    return _said(text, get_language())


@lru_cache(maxsize=2_000)
def _said(text: str, language: str | None) -> str:
    """Kept: a page says some forty words, and no word changes while the server runs."""
    said = gettext(text)
    return said if said != text else spoken(text, settings.LANGUAGE_CODE)


@register.simple_tag
def plain_word(text: str) -> str:
    """The word where no mark can stand: in a title, in an attribute."""
    return gettext(text)


@register.filter
def spoken(text: str, language: str) -> str:
    """The text, marked with its language unless that is the language of the page."""
    if language == get_language():
        return text
    return format_html('<span lang="{}">{}</span>', language, text)


@register.filter
def as_written(text: str, language: str) -> str:
    """Words that stay as they are in every language, marked where they are Vietnamese."""
    return spoken(text, "vi" if is_vietnamese(text) else language)


@register.filter
def prose(body: str, language: str) -> SafeString:
    """The text of a story, which was made clean when it was kept, with its quotations marked."""
    return mark_safe(quotes_marked(body, language))  # noqa: S308 - as the gate compared it


@register.simple_tag(takes_context=True)
def saves_data(context: Context) -> bool:
    """Whether the reader's browser asks for less to load."""
    return bool(context["request"].META.get("HTTP_SAVE_DATA") == "on")


@register.filter
def said_on(moment: dt.date | dt.datetime | None) -> str:
    """A day as the language of the page writes it: 24/11/2024, or 24 November 2024 in English."""
    if moment is None:
        return ""
    day = timezone.localtime(moment).date() if isinstance(moment, dt.datetime) else moment
    if get_language() != "en":
        return f"{day:%d/%m/%Y}"
    with override("en"):
        return date_format(day, "j F Y")


@register.filter
def relative_in(page: Page, language: str) -> str:
    """The address of a page below another language: there its summary is shown."""
    return f"/{language}/{addresses.relative(page).split('/', 2)[2]}"


@register.simple_tag(takes_context=True)
def surroundings(context: Context) -> Around | None:
    """What stands around the page: the view says it, else the page's own place in the tree does."""
    given: Around | None = context.get("around")
    page: Any = context.get("page")
    if given is not None or page is None:
        return given
    portal = portal_around(page.path)
    return Around(portal, page.locale.language_code) if portal else None


@register.simple_tag(takes_context=True)
def switches(context: Context, around: Around) -> list[dict[str, Any]]:
    """Each language with the address of this same page in it."""
    versions = {one.language: one.address for one in context.get("versions") or ()}
    path = _path(context, around)
    return [
        {
            "language": code,
            "name": name,
            "address": versions.get(code) or f"/{code}/{path}",
            "is_here": code == around.language,
            "is_written": code in versions,
        }
        for code, name in settings.LANGUAGES
    ]


def _path(context: Context, around: Around) -> str:
    """The address of the page below its language."""
    page = context.get("page")
    here = addresses.relative(page) if page is not None else str(context["request"].path)
    return here.removeprefix("/").partition("/")[2]


@register.simple_tag
def answers() -> list[tuple[str, str]]:
    """What a reader may say of a page."""
    return [(answer.value, words) for answer, words in ANSWERS.items()]


@register.filter
def section_of(key: str) -> str:
    """What a section is called, in Vietnamese: for `word`."""
    return NAMES[Section(key)]
