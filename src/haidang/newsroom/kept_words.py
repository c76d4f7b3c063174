"""A story held by one person, and its words kept as its newest revision."""

from wagtail.log_actions import LogContext
from wagtail.models import Revision

from haidang.documents.folding import folded
from haidang.newsroom.addressing import address_for
from haidang.newsroom.models import Story
from haidang.orgs.models import Unit, User


def held_story(story: Story) -> Story:
    """The story as it stands, with its unit and its row locked."""
    Unit.objects.select_for_update(no_key=True).get(pk=story.unit_id)
    rows = Story.objects.select_for_update(no_key=True, of=("self",))
    held: Story = rows.select_related("unit__acts_for", "locale", "latest_revision").get(
        pk=story.pk
    )
    return held


def kept_page(page: Story, by: User) -> Revision:
    """Keep a page as its newest revision; the row too, as long as nobody outside has seen it."""
    if page.reviewed_by_id is not None:
        page.reviewed_by = None  # who vouched for a translation has not seen these words
    if page.first_published_at is None:
        page.slug = address_for(page, page.get_parent())
        page.folded = folded(page.title, page.standfirst)
        with LogContext(user=by):
            page.save(clean=False)  # what is kept below is looked at whole
    return page.save_revision(user=by)
