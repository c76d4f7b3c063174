"""What the page of a story says of its translations."""

from typing import Any

from django.urls import reverse

from haidang.newsroom import translation_rules as rules
from haidang.newsroom.models import Story
from haidang.newsroom.queries.translations import (
    is_behind,
    is_stale,
    original_of,
    translations_of,
)
from haidang.newsroom.queries.visible import hidden_from
from haidang.web.request import Request
from haidang.web.story_words import LANGUAGES


def panel(request: Request, story: Story) -> dict[str, Any]:
    """The languages into which it can go, each with what stands of it; whether it is stale."""
    original = original_of(story)
    first = (original or story).language
    hidden = set(hidden_from(request.user))
    there = {one.language: one for one in translations_of(story) if one.pk not in hidden}
    others = [
        (language, name, _said(there.get(language)))
        for language, name in LANGUAGES.items()
        if language != first
    ]
    return {
        "others": others if rules.may_translate(request.user, story) else [],
        "is_stale": original is not None and is_stale(story),
        "is_behind": original is not None and is_behind(story),
        "address": reverse("translate-story", args=[story.pk, story.language]),
    }


def _said(translation: Story | None) -> str:
    if translation is None:
        return "chưa dịch"
    return "cần cập nhật" if is_stale(translation) else "theo bài gốc"
