"""Editions that were typed in another language, after the stories they say were changed (N16)."""

from collections.abc import Iterable

from haidang.broadcast.models import Bulletin, BulletinStory
from haidang.broadcast.queries.bulletins import is_behind
from haidang.errors import WrongState
from haidang.ledger.queries import history_of
from haidang.newsroom.enums import Act
from haidang.newsroom.models import Publication


def refuse_stale(bulletin: Bulletin, parts: Iterable[BulletinStory]) -> None:
    """Refuse with WrongState, story by story, what changed since a person last changed the words.

    No machine says in another language what a correction says: somebody reads it and rewrites.
    """
    acts = [_last_act(part) for part in parts if is_behind(part)]
    reworded = [
        entry.at
        for entry in history_of(bulletin).filter(event="edit_bulletin")
        if entry.get_details().get("is_reworded")
    ]
    unsaid = [act for act in acts if not any(at > act.at for at in reworded)]
    if unsaid:
        said = "; ".join(_words(act) for act in unsaid)
        raise WrongState(f"Lời bản này gõ tay, chưa theo kịp nguồn: {said}. Sửa lời rồi lấy lại.")


def _last_act(part: BulletinStory) -> Publication:
    return Publication.objects.filter(story=part.story_id).select_related("story").latest("pk")


def _words(act: Publication) -> str:
    what = "đã rút" if act.act == Act.WITHDRAWN else "đã sửa"
    return f"“{act.story.title}” {what} {act.at:%d/%m/%Y}"
