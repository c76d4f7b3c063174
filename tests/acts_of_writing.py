"""Every command of writing with what it is asked, for whoever must be refused by all."""

from tests.makers.newsroom import make_newsroom
from tests.makers.writing import make_story


def of_writing():
    """What each command is asked, of a newsroom's draft."""
    room = make_newsroom()
    story = make_story(room)
    seen = {"story": story, "seen": story.latest_revision_id}
    return {
        "draft_story": {"unit": room.unit, "kind": "news", "section": "tin", "title": "x"},
        "edit_story": seen | {"title": "y"},
        "drop_draft": {"story": story},
        "attach_to_story": {"story": story, "content": b"x", "name": "x.txt"},
        "detach_from_story": seen | {"sha256": "0"},
    }
