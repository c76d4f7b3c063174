"""Units, groups and people for tests."""

import datetime as dt
import itertools
from dataclasses import dataclass, field

from haidang.orgs import commands
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, UnitGroup, UnitKind, User
from tests.kept import kept

LONG_AGO = dt.date(2000, 1, 1)
KINDS = {"tinh": 1, "huyen": 2, "phong": 3, "thi-tran": 4, "xa": 5}
_serial = itertools.count(1)


def make_unit(name="xã Thử", *, kind="xa", parent=None, acts_for=None, **fields):
    """Make a unit that exists since 2000."""
    row, _ = UnitKind.objects.get_or_create(
        code=kind, defaults={"name": kind, "rank": KINDS.get(kind, 9)}
    )
    fields.setdefault("valid_from", LONG_AGO)
    fields.setdefault("area", name)
    fields.setdefault("place", name.split(" ", 1)[-1])
    return commands.add_unit(
        kind=row,
        name=f"Ủy ban nhân dân {name}" if kind in {"tinh", "huyen", "xa", "thi-tran"} else name,
        short_name=f"UBND {name}" if kind in {"tinh", "huyen", "xa", "thi-tran"} else name,
        grid_name=name.split(" ", 1)[-1][:40],
        parent=parent,
        acts_for=acts_for,
        by=None,
        **fields,
    )


def make_user(*roles, unit=None, post="Chuyên viên", username=None):
    """Make a person of a unit, with roles held since 2000."""
    person = commands.add_person(
        username=username or f"nguoi{next(_serial)}",
        password="một mật khẩu dài",
        unit=unit or make_unit(),
        post=post,
        by=None,
    )
    for role in roles:
        commands.appoint(user=person, role=role, valid_from=LONG_AGO, by=None)
    return User.objects.get(pk=person.pk)


@dataclass
class Authority:
    """A district with an office that advises it, communes below it, and a person in each post."""

    district: Unit
    office: Unit
    communes: list[Unit]
    group: UnitGroup
    drafter: User
    leader: User
    auditor: User
    reporters: list[User] = field(default_factory=list)


@kept
def make_authority(communes=3):
    """Make a district with its office, some communes, and one person in each post."""
    district = make_unit("huyện Thử", kind="huyen")
    office = make_unit(
        "Phòng Văn hóa và Thông tin huyện", kind="phong", parent=district, acts_for=district
    )
    below = [make_unit(f"xã Thử {n}", parent=district) for n in range(1, communes + 1)]
    kinds = [UnitKind.objects.get_or_create(code="xa", defaults={"name": "xã", "rank": 5})[0]]
    group = commands.add_group(
        name="Ủy ban nhân dân các xã, thị trấn", parent=district, kinds=kinds, by=None
    )
    return Authority(
        district=district,
        office=office,
        communes=below,
        group=group,
        drafter=make_user(Role.DRAFTER, unit=office),
        leader=make_user(Role.LEADER, unit=district, post="Phó Chủ tịch"),
        auditor=make_user(Role.AUDITOR, unit=district, post="Kiểm tra"),
        reporters=[make_user(Role.REPORTER, unit=unit, post="Công chức") for unit in below],
    )
