"""What the page "Nghe lại" lists."""

from haidang.broadcast.queries.heard import heard_again
from haidang.newsroom.around import Around

NEWEST = 30


def to_hear(around: Around) -> dict[str, object]:
    """The newest bulletins that may be heard again."""
    return {"bulletins": heard_again(around.portal.unit, around.language)[:NEWEST]}
