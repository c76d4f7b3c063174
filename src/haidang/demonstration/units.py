"""The units of the founding plan, as they stood until 30/6/2025."""

import datetime as dt
from dataclasses import dataclass

from haidang.orgs import commands
from haidang.orgs.models import Unit, UnitGroup, UnitKind

SINCE = dt.date(2015, 1, 1)
# A post and a number that is plainly nobody's: the code of the province, then noughts.
TELEPHONE = "0294 000 {:04d} (số mô phỏng)"
CONTACT = f"{TELEPHONE.format(18)}, giờ làm việc 7:30–17:00, thứ Hai đến thứ Sáu"

KINDS = (
    ("tinh", "tỉnh"),
    ("so", "sở"),
    ("ban-dang", "ban của cấp ủy"),
    ("huyen", "huyện"),
    ("phong", "phòng"),
    ("trung-tam", "trung tâm"),
    ("don-bien-phong", "đồn biên phòng"),
    ("thi-tran", "thị trấn"),
    ("xa", "xã"),
)

# Account name, area, code (Tổng cục Thống kê, before 1/7/2025).
COMMUNES = (
    ("caungang", "thị trấn Cầu Ngang", "29416"),
    ("mylong", "thị trấn Mỹ Long", "29419"),
    ("mylongbac", "xã Mỹ Long Bắc", "29422"),
    ("mylongnam", "xã Mỹ Long Nam", "29425"),
    ("myhoa", "xã Mỹ Hòa", "29428"),
    ("vinhkim", "xã Vinh Kim", "29431"),
    ("kimhoa", "xã Kim Hòa", "29434"),
    ("hiephoa", "xã Hiệp Hòa", "29437"),
    ("hiepmydong", "xã Hiệp Mỹ Đông", "29452"),
    ("hiepmytay", "xã Hiệp Mỹ Tây", "29455"),
    ("longson", "xã Long Sơn", "29443"),
    ("nhitruong", "xã Nhị Trường", "29446"),
    ("truongtho", "xã Trường Thọ", "29449"),
    ("thanhhoason", "xã Thạnh Hòa Sơn", "29458"),
    ("thuanhoa", "xã Thuận Hòa", "29440"),
)


@dataclass(frozen=True, slots=True)
class District:
    """The units of the demonstration by what they are there for."""

    authority: Unit
    office: Unit
    centre: Unit
    post: Unit
    department: Unit
    province: Unit
    group: UnitGroup
    communes: dict[str, Unit]


def set_up() -> District:
    """Make the units, their names and the group of communes."""
    kinds = {
        code: UnitKind.objects.create(
            code=code, name=name, rank=rank, stands_apart=code == "don-bien-phong"
        )
        for rank, (code, name) in enumerate(KINDS, start=1)
    }
    province = _committee(kinds["tinh"], "tỉnh Trà Vinh", None, place="Trà Vinh")
    district = _committee(kinds["huyen"], "huyện Cầu Ngang", province, place="Cầu Ngang")
    communes = {
        account: _committee(kinds[_kind(area)], area, district, code, contact=_officer(number))
        for number, (account, area, code) in enumerate(COMMUNES, start=1)
    }
    group = commands.add_group(
        name="Ủy ban nhân dân các xã, thị trấn",
        parent=district,
        kinds=[kinds["thi-tran"], kinds["xa"]],
        by=None,
        aliases=["UBND các xã, thị trấn", "UBND xã, thị trấn", "các xã, thị trấn"],
    )
    return District(
        authority=district,
        office=_office(kinds["phong"], district),
        centre=_centre(kinds["trung-tam"], district),
        post=_post(kinds["don-bien-phong"], district),
        department=_department(kinds, province),
        province=province,
        group=group,
        communes=communes,
    )


def _officer(number: int) -> str:
    return f"Công chức Văn hóa – Xã hội, {TELEPHONE.format(number)}"


def _kind(area: str) -> str:
    return "thi-tran" if area.startswith("thị trấn") else "xa"


def _committee(
    kind: UnitKind,
    area: str,
    parent: Unit | None,
    code: str = "",
    place: str = "",
    contact: str = "",
) -> Unit:
    name = place or area.split(" ", 1 if kind.code == "xa" else 2)[-1]
    return commands.add_unit(
        kind=kind,
        name=f"Ủy ban nhân dân {area}",
        short_name=f"UBND {area}",
        grid_name=f"TT {name}" if kind.code == "thi-tran" else name,
        area=area,
        place=name,
        code=code,
        contact=CONTACT if kind.code == "huyen" else contact,
        parent=parent,
        valid_from=SINCE,
        by=None,
        aliases=[f"UBND {kind.name}"] if kind.code in {"tinh", "huyen"} else [],
    )


def _office(kind: UnitKind, district: Unit) -> Unit:
    return commands.add_unit(
        kind=kind,
        name="Phòng Văn hóa và Thông tin huyện",
        short_name="Phòng VH&TT",
        grid_name="Phòng VH&TT",
        parent=district,
        acts_for=district,
        place=district.place,
        contact=CONTACT,
        valid_from=SINCE,
        by=None,
        aliases=["Phòng Văn hóa và Thông tin", "Phòng Văn hóa và Thông tin huyện Cầu Ngang"],
    )


def _centre(kind: UnitKind, district: Unit) -> Unit:
    return commands.add_unit(
        kind=kind,
        name="Trung tâm Văn hóa - Thông tin và Thể thao huyện",
        short_name="TT VH-TT&TT",
        contact=f"Chuyên viên, {TELEPHONE.format(16)}",
        grid_name="TT VH-TT&TT",
        parent=district,
        place=district.place,
        valid_from=SINCE,
        by=None,
        aliases=["Trung tâm Văn hóa - Thông tin và Thể thao"],
    )


def _post(kind: UnitKind, district: Unit) -> Unit:
    return commands.add_unit(
        kind=kind,
        name="Đồn Biên phòng Mỹ Long",
        short_name="Đồn Biên phòng Mỹ Long",
        contact=f"Cán bộ tổng hợp, {TELEPHONE.format(17)}",
        grid_name="Đồn BP Mỹ Long",
        parent=district,
        place="Mỹ Long",
        valid_from=SINCE,
        by=None,
        aliases=["Đồn BP Mỹ Long"],
    )


def _department(kinds: dict[str, UnitKind], province: Unit) -> Unit:
    commands.add_unit(
        kind=kinds["ban-dang"],
        name="Ban Tuyên giáo Huyện ủy",
        short_name="Ban Tuyên giáo Huyện ủy",
        grid_name="Ban Tuyên giáo",
        parent=province,
        valid_from=SINCE,
        by=None,
    )
    return commands.add_unit(
        kind=kinds["so"],
        name="Sở Thông tin và Truyền thông",
        short_name="Sở TT&TT",
        grid_name="Sở TT&TT",
        parent=province,
        acts_for=province,
        valid_from=SINCE,
        by=None,
        aliases=["Sở Thông tin và Truyền thông tỉnh Trà Vinh", "Sở Thông tin và TT"],
    )
