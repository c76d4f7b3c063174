"""Every write of the orgs room: units, groups, names, people, roles, periods."""

import datetime as dt
from collections.abc import Iterable, Sequence
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.module_loading import import_string

from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.jobs.letter import Letter
from haidang.jobs.mailing import post
from haidang.jobs.models import Row
from haidang.jobs.queries import failed_jobs
from haidang.jobs.queue import run_again
from haidang.ledger.commands import record
from haidang.orgs import rules
from haidang.orgs.enums import Change, Frequency, Role
from haidang.orgs.models import (
    Alias,
    Appointment,
    Period,
    Succession,
    Unit,
    UnitGroup,
    UnitKind,
    User,
)


def _refuse_unless_may_set_up(by: User | None) -> None:
    if not rules.may_set_up(by):
        raise NotAllowed("Chỉ người quản trị mới được thay đổi đơn vị, tài khoản và kỳ.")


@transaction.atomic
def add_unit(
    *,
    kind: UnitKind,
    name: str,
    short_name: str,
    grid_name: str,
    valid_from: dt.date,
    by: User | None,
    parent: Unit | None = None,
    acts_for: Unit | None = None,
    area: str = "",
    place: str = "",
    code: str = "",
    contact: str = "",
    aliases: Iterable[str] = (),
) -> Unit:
    """Set up a unit from a day on, with the names it is known by. Refuses with NotAllowed.

    `acts_for` is the authority that an office advises; `place` its địa danh on documents.
    """
    _refuse_unless_may_set_up(by)
    unit = Unit.objects.create(
        kind=kind,
        name=name,
        short_name=short_name,
        grid_name=grid_name,
        parent=parent,
        acts_for=acts_for,
        area=area,
        place=place,
        code=code,
        contact=contact,
        valid_from=valid_from,
    )
    unit.path = f"{parent.path if parent else '/'}{unit.pk}/"
    unit.save(update_fields=["path"])
    names = dict.fromkeys([name, short_name, *aliases])
    Alias.objects.bulk_create(Alias(text=text, unit=unit) for text in names)
    record("add_unit", target=unit, by=by, name=name, valid_from=valid_from)
    return unit


@transaction.atomic
def add_group(
    *,
    name: str,
    parent: Unit,
    kinds: Sequence[UnitKind],
    by: User | None,
    aliases: Iterable[str] = (),
) -> UnitGroup:
    """Name all units of some kinds under one unit as a group. Refuses with NotAllowed."""
    _refuse_unless_may_set_up(by)
    group = UnitGroup.objects.create(name=name, parent=parent)
    group.kinds.set(kinds)
    names = dict.fromkeys([name, *aliases])
    Alias.objects.bulk_create(Alias(text=text, group=group) for text in names)
    record("add_group", target=group, by=by, name=name)
    return group


@transaction.atomic
def add_alias(
    *, text: str, by: User | None, unit: Unit | None = None, group: UnitGroup | None = None
) -> Alias:
    """Let a unit or a group be known by one more name; the same name twice is the same one.

    Refuses with NotAllowed, and with Incomplete no name, or not just one thing to bear it.
    """
    _refuse_unless_may_set_up(by)
    target = unit or group
    if not text.strip():
        raise Incomplete([Issue("no-name", "Viết tên gọi, ví dụ “Phòng VH&TT”.", "text")])
    if target is None or (unit and group):
        raise Incomplete([Issue("no-owner", "Chọn một đơn vị hoặc một nhóm đơn vị.", "owner")])
    alias, is_new = Alias.objects.get_or_create(text=text.strip()[:200], unit=unit, group=group)
    if is_new:
        record("add_alias", target=target, by=by, name=alias.text)
    return alias


@transaction.atomic
def add_person(
    *, username: str, password: str, unit: Unit | None, post: str, by: User | None
) -> User:
    """Open an account for one person, in a post at a unit. Refuses with NotAllowed."""
    _refuse_unless_may_set_up(by)
    person = User.objects.create_user(username=username, password=password, unit=unit, post=post)
    record("add_person", target=person, by=by, post=post, unit=str(unit) if unit else "")
    return person


@transaction.atomic
def appoint(*, user: User, role: Role, valid_from: dt.date, by: User | None) -> Appointment:
    """Give a person a role from a day on. Refuses with NotAllowed."""
    _refuse_unless_may_set_up(by)
    appointment = Appointment.objects.create(user=user, role=role, valid_from=valid_from)
    if role == Role.ADMINISTRATOR:
        # The newsroom's desk asks Django's own flags and groups.
        User.objects.filter(pk=user.pk).update(is_staff=True, is_superuser=True)
    user.groups.add(Group.objects.get_or_create(name=Role(role).value)[0])
    record("appoint", target=user, by=by, role=role, valid_from=valid_from)
    return appointment


@transaction.atomic
def set_mail(*, person: User, email: str, wants_digest: bool, by: User) -> User:
    """Say where a person is mailed, and whether daily; no address means never.

    The ledger keeps that it changed, not the address. Refuses with NotAllowed all but the person
    and an administrator of the person's authority or one above, and with Incomplete what is no
    address.
    """
    if not rules.may_set_mail(by, person):
        raise NotAllowed(
            "Chỉ chính người dùng hoặc người quản trị của cơ quan mới được đổi địa chỉ này."
        )
    person = User.objects.select_for_update(no_key=True).get(pk=person.pk)
    email = email.strip()
    _refuse_unless_address(email)
    is_new = email != person.email
    if not is_new and wants_digest == person.wants_digest:
        return person
    person.email, person.wants_digest = email, wants_digest
    person.save(update_fields=["email", "wants_digest"])
    facts = {"has_address": bool(email), "is_new": is_new, "wants_digest": wants_digest}
    entry = record("set_mail", target=person, by=by, **facts)
    if is_new:
        post(key=f"address:{entry.seq}:{person.pk}", to=person, letter=_GREETING)
    return person


_GREETING = Letter(
    "Địa chỉ nhận thư của Hải Đăng",
    (
        "Địa chỉ này vừa được ghi để nhận thư nhắc việc của Hải Đăng. Nhận được thư là đã đúng.",
        "Nếu đây không phải địa chỉ công vụ của đơn vị, hãy báo cho người quản trị.",
    ),
)


def _refuse_unless_address(email: str) -> None:
    try:
        if email:
            validate_email(email)
    except ValidationError:
        issue = Issue("no-address", "Viết địa chỉ như vanthu@donvi.gov.vn.", "email")
        raise Incomplete([issue]) from None


@transaction.atomic
def run_job_again(*, job: UUID, by: User) -> Row:
    """Have a job that was given up tried again. Refuses with NotAllowed and WrongState.

    Jobs are of the whole installation: only an administrator of its highest authority sees to them.
    """
    if not rules.may_mind_background(by):
        raise NotAllowed("Chỉ người quản trị của cơ quan cao nhất ở đây mới chạy lại việc nền.")
    row: Row | None = failed_jobs().select_for_update(no_key=True).filter(pk=job).first()
    if row is None:
        raise WrongState("Việc này không còn trong danh sách hỏng: đã chạy lại, hoặc đã xong.")
    run_again(row)
    record("run_job_again", target=row, by=by, name=row.task_path)
    return row


@transaction.atomic
def add_period(
    *, frequency: Frequency, starts_on: dt.date, ends_on: dt.date, by: User | None
) -> Period:
    """Add a period of the calendar; the same one twice is the same one. Refuses with NotAllowed."""
    if by is not None and not rules.may_set_up(by) and not by.has_role(Role.DRAFTER):
        raise NotAllowed("Chỉ người quản trị hoặc chuyên viên tổng hợp mới được thêm kỳ.")
    period, is_new = Period.objects.get_or_create(
        frequency=frequency, starts_on=starts_on, defaults={"ends_on": ends_on}
    )
    if is_new:
        record("add_period", target=period, by=by, starts_on=starts_on, ends_on=ends_on)
    return period


@transaction.atomic
def replace_units(
    *,
    predecessors: Sequence[Unit],
    successors: Sequence[Unit],
    on: dt.date,
    how: Change,
    by: User | None,
) -> list[Succession]:
    """Merge, split or rename units: the old ones end the day before `on`, the new ones take over.

    Refuses with NotAllowed, and with WrongState where an old unit has ended already or a new one
    does not exist on that day. Other rooms hand on what the old units had still to do, now or, for
    a day to come, on that day.
    """
    _refuse_unless_may_set_up(by)
    if ended := [unit for unit in predecessors if unit.valid_to is not None]:
        raise WrongState(f"{ended[0]} đã kết thúc ngày {ended[0].valid_to:%d/%m/%Y}.")
    if absent := [unit for unit in successors if unit.valid_from > on]:
        raise WrongState(f"{absent[0]} chưa có vào ngày {on:%d/%m/%Y}.")
    rows = [
        Succession(predecessor=old, successor=new, on=on, how=how)
        for old in predecessors
        for new in successors
    ]
    Succession.objects.bulk_create(rows)
    for old in predecessors:
        old.valid_to = on - dt.timedelta(days=1)
        old.save(update_fields=["valid_to"])
        record(
            "replace_units", target=old, by=by, how=how, on=on, into=[str(u) for u in successors]
        )
    for name in settings.UNITS_GO_ON_WITH:
        import_string(name)(predecessors, by)
    return rows
