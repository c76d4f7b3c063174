"""The other regimes of the district: the press, once a year, and word at once of an event."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from haidang.chasing.commands import read_notice, tell_of_flash
from haidang.chasing.models import Notice
from haidang.demonstration.season import Step, moment
from haidang.demonstration.units import District
from haidang.orgs.commands import add_group
from haidang.orgs.models import UnitKind, User
from haidang.reporting import commands
from haidang.reporting.models import Flash
from haidang.reporting.ready import FLASH, PRESS

SENDING = ("don-bien-phong", "thi-tran", "xa")
FIRST = UUID("6f1c2a34-5b7d-4e80-9a1b-2c3d4e5f6071")
SET_UP, SENT, SEEN = (1, 8, 8, 30), (11, 14, 6, 50), (11, 14, 7, 20)


def steps(district: District, persons: Mapping[str, User]) -> Iterator[Step]:
    """Yield the making of two regimes, and a flash report of the border post that was seen."""
    yield moment(SET_UP), lambda: _set_up(district)
    yield moment(SENT), lambda: _send(district, persons["baomat"])
    yield moment(SEEN), lambda: _see(persons["lanhdao"])


def _set_up(district: District) -> None:
    group = add_group(
        name="Nhóm gửi báo cáo nhanh",
        parent=district.authority,
        kinds=list(UnitKind.objects.filter(code__in=SENDING)),
        by=None,
    )
    for reporters, ready in ((district.group, PRESS), (group, FLASH)):
        commands.load_regime(
            receiver=district.authority,
            through=district.office,
            reporters=reporters,
            ready=ready,
        )


def _send(district: District, by: User) -> None:
    flash = commands.send_flash(
        id=FIRST,
        regime=district.authority.regimes.get(name=FLASH.name),
        unit=district.post,
        title="Tàu cá nước ngoài xin vào cửa sông tránh gió mạnh",
        words="Một tàu cá xin vào tránh gió lúc rạng sáng. Đồn đã hướng dẫn neo đậu, tình hình ổn.",
        place="Cửa Cung Hầu, thị trấn Mỹ Long",
        happened="khoảng 5 giờ sáng 14/11/2024",
        proposal="Cho ý kiến về việc cung cấp thông tin nếu báo chí hỏi.",
        by=by,
        no_secret=True,
    )
    tell_of_flash(flash=flash, by=by)


def _see(leader: User) -> None:
    read_notice(notice=Notice.objects.get(user=leader), by=leader)
    commands.see_flash(flash=Flash.objects.get(pk=FIRST), by=leader)
