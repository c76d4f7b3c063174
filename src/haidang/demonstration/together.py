"""A class that two communes held together, the list of those present, and an entry taken back.

The yearly report asks for none of it, so that no figure of the report moves.
"""

import datetime as dt
import uuid
from collections.abc import Iterator

from haidang import clock
from haidang.activities import commands
from haidang.activities.models import Activity, Kind
from haidang.demonstration.season import Step
from haidang.orgs.models import User

HELD_ON = dt.date(2024, 8, 14)
LIST = """DANH SÁCH THAM DỰ
Lớp bồi dưỡng viết tin, bài thông tin đối ngoại, ngày 14 tháng 8 năm 2024

1. Công chức Văn hóa – Xã hội xã Mỹ Long Nam
2. Công chức Văn hóa – Xã hội xã Vinh Kim
3. Phụ trách truyền thanh xã Mỹ Long Nam
4. Phụ trách truyền thanh xã Vinh Kim
(Số liệu mô phỏng: 36 người dự.)
"""


def steps(persons: dict[str, User]) -> Iterator[Step]:
    """Yield the class, its file a day later, and the notice that was logged twice."""
    host, other = persons["mylongnam"], persons["vinhkim"]
    yield clock.at(HELD_ON, 16, 20), lambda: _hold(host, other)
    yield clock.at(HELD_ON + dt.timedelta(days=1), 8, 5), lambda: _attach(host)
    yield clock.at(dt.date(2024, 9, 5), 9, 40), lambda: _take_back(other)


def _hold(host: User, other: User) -> None:
    assert host.unit is not None
    assert other.unit is not None
    commands.log_activity(
        id=_id("class"),
        unit=host.unit,
        kind=Kind.objects.get(pk="training"),
        title="Lớp bồi dưỡng viết tin, bài thông tin đối ngoại cho hai xã",
        on=HELD_ON,
        by=host,
        quantities={"classes": 1, "attendances": 36},
        together=[other.unit],
        is_simulated=True,
    )


def _attach(host: User) -> None:
    commands.attach_file(
        activity=Activity.objects.get(pk=_id("class")),
        content=LIST.encode(),
        name="danh-sach-tham-du.txt",
        by=host,
        caption="Danh sách tham dự (mô phỏng)",
    )


def _take_back(by: User) -> None:
    assert by.unit is not None
    entry = commands.log_activity(
        id=_id("notice"),
        unit=by.unit,
        kind=Kind.objects.get(pk="board"),
        title="Niêm yết lịch lớp bồi dưỡng tại nhà văn hóa ấp",
        on=dt.date(2024, 9, 4),
        by=by,
        quantities={"notices": 2},
        is_simulated=True,
    )
    commands.withdraw_activity(activity=entry, reason="Ghi hai lần cùng một việc.", by=by)


def _id(word: str) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"demonstration/together/{word}")
