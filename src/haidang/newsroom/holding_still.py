"""Holding a story while something is decided about it."""

from haidang.newsroom.models import Story
from haidang.orgs.models import Unit


def held(story: Story) -> Story:
    """The newest row of a story, held against everybody else, with its unit held before it."""
    Unit.objects.select_for_update(no_key=True).get(pk=story.unit_id)
    rows = Story.objects.select_for_update(no_key=True, of=("self",))
    newest: Story = rows.select_related("unit__acts_for", "locale").get(pk=story.pk)
    return newest
