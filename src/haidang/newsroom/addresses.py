"""Where the public finds a story."""

from django.conf import settings

from haidang.newsroom.models import Story


def address_of(story: Story) -> str:
    """The whole address of a story: on the host of its portal's site, or on this installation's."""
    parts = story.get_url_parts()
    if parts is None or not parts[2]:
        raise LookupError(f"no site shows {story.url_path}")
    _, site, path = parts
    default = story.get_site().is_default_site
    return f"{settings.ADDRESS if default else site}{path}"
