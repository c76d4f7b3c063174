"""The panels that the story's page shows for clearing, publishing and translating."""

from typing import Any

from haidang.newsroom.models import Story
from haidang.web.request import Request
from haidang.web.views.desk import clearing, publishing, translation_panel


def of(request: Request, story: Story) -> dict[str, Any]:
    """What each panel needs, under its own name."""
    return {
        "clearing": clearing.panel(request, story),
        "publishing": publishing.panel(request, story),
        "translating": translation_panel.panel(request, story),
    }
