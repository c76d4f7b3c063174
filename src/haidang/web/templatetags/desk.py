"""What pages of the newsroom show again and again: where a story stands, and on which channels."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from haidang.newsroom.enums import Channel, State
from haidang.newsroom.queries.calendar import Card
from haidang.web.story_words import CHANNELS, LANGUAGES, NAMED, NOBODY, STATES
from haidang.web.templatetags.kit import icon, status

register = template.Library()


@register.simple_tag
def story_state(state: State | str) -> SafeString:
    """`{% story_state state %}`: where a story stands, by sign, word and colour."""
    return status(*STATES[State(state)])


@register.simple_tag
def card_state(card: Card) -> SafeString:
    """`{% card_state card %}`: the same of a planned story, also before anybody wrote it."""
    if card.state is not None:
        return story_state(card.state)
    return status(*(NOBODY if card.lacks_writer else NAMED))


@register.simple_tag
def channels(codes: Iterable[Channel]) -> SafeString:
    """`{% channels card.channels %}`: an icon and a word for each."""
    drawn = [(icon(CHANNELS[code][0]), CHANNELS[code][1]) for code in codes]
    return format_html_join(" ", '<span class="channel">{}{}</span>', drawn)


@register.simple_tag
def languages(codes: Iterable[str]) -> SafeString:
    """`{% languages card.languages %}`: a short code for each, read aloud in full."""
    read = '<span aria-hidden="true">{0}</span><span class="hide">{1}</span>'
    boxes = [(code, LANGUAGES[code]) for code in codes]
    return format_html_join(" ", f'<span class="code" title="{{1}}">{read}</span>', boxes)
