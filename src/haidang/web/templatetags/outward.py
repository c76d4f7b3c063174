"""What a public page tells machines: schema.org as JSON, addresses as a whole."""

import json
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from haidang.newsroom.around import Around
from haidang.newsroom.models import Story
from haidang.newsroom.queries.portals import home
from haidang.newsroom.relative import relative
from haidang.newsroom.telling_machines import described

register = template.Library()
# As Django's json_script: no sign may end the element that holds the words.
HELD = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag
def whole(around: Around, path: str) -> str:
    """An address of the portal with its host."""
    return f"{home(around.portal)}{path}"


@register.simple_tag
def card_of(around: Around, story: Story) -> str:
    """Where the card of a story is."""
    return whole(around, f"/{story.language}/the/{story.pk}.png")


@register.simple_tag
def machine_words(around: Around, story: Story) -> list[SafeString]:
    """A story as schema.org tells it, for elements of type application/ld+json."""
    told: list[dict[str, Any]] = described(
        story,
        address=whole(around, relative(story)),
        publisher=around.portal.unit.name,
        picture=card_of(around, story),
    )
    return [
        mark_safe(json.dumps(one, ensure_ascii=False).translate(HELD))  # noqa: S308 - held above
        for one in told
    ]
