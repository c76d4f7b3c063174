"""Which story is a translation of which, and whether it still says what its original says (N16)."""

from haidang.newsroom.models import Story
from haidang.newsroom.source_words import words_mark


def original_of(story: Story) -> Story | None:
    """The story that this one was translated from; nothing where it is no translation."""
    if not story.written_from:
        return None
    rows = Story.objects.filter(translation_key=story.translation_key, written_from="")
    found: Story | None = rows.select_related("locale", "unit").first()
    return found


def newest(story: Story) -> Story:
    """A story as it was last saved, which readers may not see yet."""
    written: Story = story.get_latest_revision_as_object()
    return written


def is_stale(story: Story) -> bool:
    """Whether the original was changed after this translation of it was last saved."""
    original = original_of(story)
    if original is None:
        return False
    return bool(newest(story).written_from != words_mark(newest(original)))


def is_behind(story: Story) -> bool:
    """Whether what readers see of a translation is not what they see of its original."""
    original = original_of(story)
    if original is None or not story.live:
        return False
    if not original.live:
        return bool(original.publications.exists())  # it was withdrawn
    return bool(story.written_from != words_mark(original))


def translations_of(story: Story) -> list[Story]:
    """The translations of a story, of those of the original where it is one itself."""
    rows = Story.objects.filter(translation_key=story.translation_key).exclude(written_from="")
    return list(rows.select_related("locale", "unit").order_by("locale__pk"))
