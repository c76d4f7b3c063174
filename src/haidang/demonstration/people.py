"""One account for each post of the demonstration."""

import secrets
from collections.abc import Iterator

from haidang.demonstration.units import District
from haidang.orgs import commands
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, User

Account = tuple[str, str, str]  # username, password, who

# Unambiguous words without marks, so that a password can be read aloud and typed on any keyboard.
# fmt: off
WORDS = (
    "bien", "cat", "chim", "cua", "dao", "den", "dua", "ghe", "gio", "hoa", "hue", "lua", "mua",
    "muoi", "nang", "nui", "phao", "quat", "ruong", "sao", "sen", "song", "tau", "thuyen", "tom",
    "trang", "tre", "vang", "vuon", "xanh",
)
# fmt: on


def appoint_all(district: District) -> tuple[list[Account], dict[str, User]]:
    """Open the accounts; return what to tell the newcomer, and the people by account name."""
    accounts, persons = [], {}
    for username, unit, post, role in _posts(district):
        password = _password()
        person = commands.add_person(
            username=username, password=password, unit=unit, post=post, by=None
        )
        commands.appoint(user=person, role=role, valid_from=unit.valid_from, by=None)
        accounts.append((username, password, f"{post}, {unit.short_name}"))
        persons[username] = person
    return accounts, persons


def _posts(district: District) -> Iterator[tuple[str, Unit, str, Role]]:
    yield "chuyenvien", district.office, "Chuyên viên", Role.DRAFTER
    yield "lanhdao", district.authority, "Phó Chủ tịch", Role.LEADER
    yield "bientap", district.centre, "Biên tập viên", Role.EDITOR
    yield "phongvien", district.centre, "Phóng viên", Role.EDITOR
    yield "biendich", district.centre, "Biên dịch viên", Role.EDITOR
    yield "baomat", district.post, "Cán bộ vận động quần chúng", Role.CONFIDENTIALITY_OFFICER
    yield "vanthu", district.authority, "Văn thư", Role.CLERK
    yield "quantri", district.authority, "Quản trị", Role.ADMINISTRATOR
    yield "kiemtra", district.authority, "Kiểm tra, giám sát", Role.AUDITOR
    # The level above, whose input is what the district reported.
    yield "tinh", district.department, "Chuyên viên", Role.DRAFTER
    for username, unit in district.communes.items():
        yield username, unit, "Công chức Văn hóa – Xã hội", Role.REPORTER
    # The one commune that issues a document of its own here.
    issuing = district.communes["mylongbac"]
    yield "lanhdaomylongbac", issuing, "Phó Chủ tịch", Role.LEADER
    yield "vanthumylongbac", issuing, "Văn thư", Role.CLERK


def _password() -> str:
    words = "-".join(secrets.choice(WORDS) for _ in range(4))
    return f"{words}-{secrets.randbelow(9000) + 1000}"
