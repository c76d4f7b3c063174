"""Two people at one story: what was saved since, and who comes too late."""

from itertools import pairwise

from wagtail.models import Revision

from haidang.newsroom.models import Story
from haidang.newsroom.queries.visible import sees_newest, spoken_of
from haidang.newsroom.story_facts import told
from haidang.orgs.models import User
from haidang.plans.changes import Change, Fact
from haidang.plans.overtaking import Overtaken

SHOWN = 60  # letters of a fact that a sentence shows


def newest(story: Story) -> Story:
    """A story as its newest revision has it, which is what people write on."""
    revision = story.latest_revision
    page: Story = story.with_content_json(revision.content) if revision else story
    return page


def newest_seen(story: Story, user: User) -> Story:
    """A story as a person who sees it may see it: its newest words, or those of the public."""
    return newest(story) if sees_newest(user, story) else story


def refuse_late(story: Story, seen: int, by: User) -> None:
    """Refuse with Overtaken where a revision was saved after the one that this person saw."""
    if seen != story.latest_revision_id:
        raise Overtaken(changes_since(story, seen), story.latest_revision_id or 0, by)


def changes_since(story: Story, seen: int) -> list[Change]:
    """What each later revision changed, the newest first.

    Nothing is told of words that were held back to be talked about in person.
    """
    rows = Revision.objects.for_instance(story).select_related("user__unit")
    since = list(rows.filter(pk__gte=max(seen, spoken_of(story) + 1)).order_by("-pk")[:20])
    return [_change(after, before) for after, before in pairwise(since)]


def _change(after: Revision, before: Revision) -> Change:
    old, new = told(before.as_object()), told(after.as_object())
    facts = [
        Fact(words.name, _cut(old[name].said), _cut(words.said))
        for name, words in new.items()
        if words.said != old[name].said
    ]
    by = after.user
    name = by.get_username() if by else ""
    return Change(after.created_at, by, name, "edit_story", tuple(facts))


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
