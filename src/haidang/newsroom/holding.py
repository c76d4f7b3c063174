"""The gate at the rows of stories: what would change what the public sees is looked at first.

It stands at the signals, because Wagtail writes a story also as a bare page (where it moves one).
"""

from typing import Any

from django.db.models.signals import pre_save
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import pre_page_move

from haidang.newsroom.fingerprint import INSIDE, PLACE, WORDS, fingerprint
from haidang.newsroom.gate import may_appear, standing_publication
from haidang.newsroom.models.story import Story
from haidang.newsroom.opening import NotCleared, is_opened

SHOWN = {"live", "url_path", *WORDS} | {
    field.name for field in Story._meta.local_fields if field.name not in INSIDE | PLACE
}


@receiver(pre_save, sender=Story)
@receiver(pre_save, sender=Page)
def hold(instance: Page, update_fields: frozenset[str] | None, raw: bool, **given: Any) -> None:
    """Refuse with NotCleared a row that shows other words than were published, or none any more."""
    if raw or (update_fields is not None and SHOWN.isdisjoint(update_fields)):
        return
    story = instance if isinstance(instance, Story) else _story_of(instance)
    if story is None:
        return
    if story.alias_of_id is not None:
        raise NotCleared  # it would follow another story past everybody who clears
    was_live = Story.objects.filter(pk=story.pk, live=True).exists()
    if (story.live or was_live) and not _may_be_written(story, was_live):
        raise NotCleared


@receiver(pre_page_move)
def hold_in_place(instance: Page, **given: Any) -> None:
    """Refuse with NotCleared to move a story: its address and its section were cleared with it."""
    if _story_of(instance) is not None and not is_opened(instance):
        raise NotCleared


def _may_be_written(story: Story, was_live: bool) -> bool:
    if is_opened(story):
        return not story.live or may_appear(story)
    if not (was_live and story.live):
        return False
    last = standing_publication(story)
    return last is not None and last.fingerprint == fingerprint(story)


def _story_of(page: Page) -> Story | None:
    """The story that a bare page is the row of, with what is about to be written of it."""
    if page.pk is None:
        return None
    story = page if isinstance(page, Story) else Story.objects.filter(pk=page.pk).first()
    if story is not None and story is not page:
        for name in ("live", "url_path", "alias_of_id", *WORDS):
            setattr(story, name, getattr(page, name))
    return story
