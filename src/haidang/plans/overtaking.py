"""The refusal that keeps two people at one task from writing over each other."""

from collections.abc import Sequence

from django.utils.timezone import localtime

from haidang.errors import WrongState
from haidang.orgs.models import User
from haidang.plans.changes import Change, together


class Overtaken(WrongState):
    """Somebody changed the thing after this person saw it; nothing was done.

    `changes` tell who changed what since then, newest first; `version` is what stands now, to be
    given as `seen` by whoever has looked at it.
    """

    def __init__(self, changes: Sequence[Change], version: int, by: User) -> None:
        super().__init__(_words(changes, by))
        self.changes, self.version = tuple(changes), version


def _words(changes: Sequence[Change], by: User) -> str:
    if not changes:
        return "Người khác vừa sửa. Xem lại nội dung mới rồi làm tiếp."
    last = changes[0]
    facts = "; ".join(map(str, together(changes))) or "nội dung không đổi"
    who = "Bạn vừa sửa ở trang khác" if last.by == by else f"Người khác vừa sửa: {last.by}"
    return f"{who}, lúc {localtime(last.at):%H:%M %d/%m}: {facts}. Xem lại rồi làm tiếp."
