"""The address of a story: its title's letters, and free in its section."""

from django.utils.text import slugify
from wagtail.coreutils import find_available_slug
from wagtail.models import Page

from haidang.documents.folding import folded
from haidang.newsroom.models import Story

MOST = 60


def address_for(story: Story, section: Page) -> str:
    """An address of the title's letters; Khmer has none that an address holds."""
    wanted = slugify(folded(story.title))
    if len(wanted) > MOST:  # cut between two words
        wanted = wanted[: MOST + 1].rpartition("-")[0] or wanted[:MOST]
    wanted = wanted.strip("-") or "bai"
    return str(find_available_slug(section, wanted, ignore_page_id=story.pk))
