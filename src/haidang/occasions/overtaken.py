"""The refusal that keeps two people from confirming one festival over each other."""

from django.utils.timezone import localtime

from haidang.errors import WrongState
from haidang.occasions.models import Confirmation
from haidang.orgs.models import User


class Overtaken(WrongState):
    """Somebody confirmed the day after this person saw it; nothing was done.

    `standing` is the confirmation that stands now.
    """

    def __init__(self, standing: Confirmation, by: User) -> None:
        mine = standing.by == by
        who = "Bạn vừa xác nhận ở trang khác" if mine else f"{standing.by} vừa xác nhận"
        days = f"{standing.on:%d/%m/%Y}"
        if standing.until != standing.on:
            days += f" đến {standing.until:%d/%m/%Y}"
        super().__init__(
            f"{who}, lúc {localtime(standing.at):%H:%M %d/%m}: {days}. Xem lại rồi làm tiếp."
        )
        self.standing = standing
