"""Setting up units, groups, people, roles and periods."""

import datetime as dt
import json
from uuid import UUID, uuid4

import pytest

from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.jobs.models import Mail
from haidang.jobs.worker import Worker
from haidang.ledger.queries import history_of
from haidang.orgs import commands
from haidang.orgs.enums import Change, Frequency, Role
from haidang.orgs.models import Alias, Succession, UnitKind
from tests.jobs import samples
from tests.makers import make_authority, make_unit, make_user

pytestmark = pytest.mark.django_db
REFORM = dt.date(2025, 7, 1)


def test_add_unit_stands_under_its_parent_and_is_known_by_its_names():
    district = make_unit("huyện A", kind="huyen")

    commune = make_unit("xã B", parent=district, aliases=["UBND xã B", "xã B"])

    assert commune.path == f"{district.path}{commune.pk}/"
    names = Alias.objects.filter(unit=commune).values_list("text", flat=True)
    assert sorted(names) == ["UBND xã B", "xã B", "Ủy ban nhân dân xã B"]
    assert [entry.event for entry in history_of(commune)] == ["add_unit"]


def test_add_unit_refuses_people_who_do_not_administer():
    kind = UnitKind.objects.create(code="ap", name="ấp")

    with pytest.raises(NotAllowed):
        commands.add_unit(
            kind=kind,
            name="Ấp 1",
            short_name="Ấp 1",
            grid_name="1",
            valid_from=REFORM,
            by=make_user(Role.DRAFTER),
        )


def test_add_unit_lets_an_administrator():
    admin = make_user(Role.ADMINISTRATOR)
    kind = UnitKind.objects.create(code="ap", name="ấp")

    unit = commands.add_unit(
        kind=kind, name="Ấp 1", short_name="Ấp 1", grid_name="1", valid_from=REFORM, by=admin
    )

    assert history_of(unit)[0].by == admin


def test_add_group_holds_the_units_of_its_kinds_on_a_day():
    authority = make_authority(communes=3)
    make_unit("thị trấn C", kind="thi-tran", parent=authority.district)
    later = make_unit("xã sau này", parent=authority.district, valid_from=REFORM)

    before = authority.group.members(dt.date(2024, 1, 1))
    after = authority.group.members(REFORM)

    assert list(before) == authority.communes
    assert list(after) == [*authority.communes, later]


def test_add_person_has_a_post_at_a_unit():
    unit = make_unit("xã B")

    person = make_user(unit=unit, post="Công chức")

    assert str(person) == "Công chức, UBND xã B"
    assert person.seat == unit
    assert person.check_password("một mật khẩu dài")


def test_appoint_gives_a_role_from_its_day_on():
    person = make_user()
    tomorrow = dt.date.today() + dt.timedelta(days=1)

    commands.appoint(user=person, role=Role.DRAFTER, valid_from=dt.date(2020, 1, 1), by=None)
    commands.appoint(user=person, role=Role.CLERK, valid_from=tomorrow, by=None)

    assert person.roles() == {Role.DRAFTER}
    assert person.has_role(Role.DRAFTER, Role.LEADER)
    assert not person.has_role(Role.CLERK)


def test_appoint_refuses_people_who_do_not_administer():
    with pytest.raises(NotAllowed):
        commands.appoint(user=make_user(), role=Role.LEADER, valid_from=REFORM, by=make_user())


def test_add_period_twice_is_one_period():
    year = {
        "frequency": Frequency.YEAR,
        "starts_on": dt.date(2024, 1, 1),
        "ends_on": dt.date(2024, 12, 31),
    }

    first = commands.add_period(**year, by=make_user(Role.DRAFTER))
    again = commands.add_period(**year, by=None)

    assert first == again
    assert (first.year, str(first)) == (2024, "năm 2024")
    assert [entry.event for entry in history_of(first)] == ["add_period"]


def test_add_period_refuses_a_commune():
    with pytest.raises(NotAllowed):
        commands.add_period(
            frequency=Frequency.MONTH,
            starts_on=dt.date(2024, 1, 1),
            ends_on=dt.date(2024, 1, 31),
            by=make_user(Role.REPORTER),
        )


def test_replace_units_ends_the_old_ones_the_day_before():
    old = [make_unit(f"xã {n}") for n in "AB"]
    new = make_unit("xã Mới", valid_from=REFORM)

    rows = commands.replace_units(
        predecessors=old, successors=[new], on=REFORM, how=Change.MERGE, by=None
    )

    assert [unit.valid_to for unit in old] == [dt.date(2025, 6, 30)] * 2
    assert list(new.origins.order_by("pk")) == rows
    assert str(Succession.objects.first()) == "UBND xã A → UBND xã Mới"


def test_replace_units_refuses_a_unit_that_has_ended():
    old, new = make_unit("xã A"), make_unit("xã Mới")
    merge = {"predecessors": [old], "successors": [new], "how": Change.RENAME, "by": None}
    commands.replace_units(**merge, on=REFORM)

    with pytest.raises(WrongState, match="đã kết thúc"):
        commands.replace_units(**merge, on=REFORM)


def test_replace_units_refuses_a_successor_that_does_not_exist_yet():
    new = make_unit("xã Mới", valid_from=dt.date(2026, 1, 1))

    with pytest.raises(WrongState, match="chưa có"):
        commands.replace_units(
            predecessors=[make_unit()], successors=[new], on=REFORM, how=Change.SPLIT, by=None
        )


def test_add_alias_makes_a_unit_or_a_group_known_by_one_more_name():
    unit = make_unit()
    group = commands.add_group(name="các xã", parent=unit, kinds=[unit.kind], by=None)

    for _ in range(2):
        commands.add_alias(text=" Xã nhà ", unit=unit, by=None)
    of_group = commands.add_alias(text="mọi xã", group=group, by=None)

    assert [alias.text for alias in unit.aliases.order_by("pk")][-1:] == ["Xã nhà"]
    assert unit.aliases.filter(text="Xã nhà").count() == 1
    assert (of_group.group, of_group.unit, str(of_group)) == (group, None, "mọi xã")
    assert [entry.event for entry in history_of(unit)] == ["add_alias", "add_unit"]


def test_add_alias_refuses_no_name_nobody_and_both():
    unit = make_unit()
    group = commands.add_group(name="các xã", parent=unit, kinds=[unit.kind], by=None)
    wrong = (
        {"unit": unit, "text": " "},
        {"text": "x"},
        {"text": "x", "unit": unit, "group": group},
    )
    for given in wrong:
        with pytest.raises(Incomplete):
            commands.add_alias(**given, by=None)


def test_add_alias_refuses_everybody_but_an_administrator():
    with pytest.raises(NotAllowed):
        commands.add_alias(text="x", unit=make_unit(), by=make_user(Role.DRAFTER))


def set_mail(person, by=None, email="vanthu@xathu.gov.vn", wants_digest=True):
    return commands.set_mail(person=person, email=email, wants_digest=wants_digest, by=by or person)


def test_set_mail_keeps_the_address_and_the_ledger_only_that_it_changed():
    person = make_user()

    set_mail(person, email="  vanthu@xathu.gov.vn ")
    set_mail(person)  # the same again
    set_mail(person, by=make_user(Role.ADMINISTRATOR), email="", wants_digest=False)

    person.refresh_from_db()
    assert (person.email, person.wants_digest) == ("", False)
    told = [entry for entry in history_of(person) if entry.event == "set_mail"]
    assert [json.loads(entry.details) for entry in told] == [
        {"has_address": False, "is_new": True, "wants_digest": False},
        {"has_address": True, "is_new": True, "wants_digest": True},
    ]


def test_set_mail_writes_to_a_new_address_where_there_is_a_mail_server(settings):
    person = make_user()
    set_mail(person)
    assert Mail.objects.count() == 0

    settings.MAIL_IS_ON = True
    set_mail(person, email="moi@xathu.gov.vn")
    set_mail(person, email="moi@xathu.gov.vn", wants_digest=False)

    assert Mail.objects.get().to == person


@pytest.mark.parametrize(
    "email", ["vanthu", "a@b", "a b@c.vn", "a@c.vn\nBcc: x@y.vn", "a@c.vn,b@c.vn"]
)
def test_set_mail_refuses_what_is_no_address(email):
    person = make_user()

    with pytest.raises(Incomplete) as refused:
        set_mail(person, email=email)

    assert [issue.field for issue in refused.value.issues] == ["email"]
    person.refresh_from_db()
    assert person.email == ""


def test_set_mail_refuses_other_people():
    with pytest.raises(NotAllowed):
        set_mail(make_user(), by=make_user(Role.LEADER))


def test_an_administrator_of_a_commune_looks_after_that_commune_alone():
    town = make_authority(communes=2)
    administrator = make_user(Role.ADMINISTRATOR, unit=town.communes[0])
    colleague, neighbour = town.reporters

    set_mail(colleague, by=administrator)
    for other in (neighbour, town.drafter):
        with pytest.raises(NotAllowed):
            set_mail(other, by=administrator)
    with pytest.raises(NotAllowed):
        commands.run_job_again(job=uuid4(), by=administrator)
    set_mail(neighbour, by=make_user(Role.ADMINISTRATOR, unit=town.office))


def test_run_job_again_puts_it_back_and_refuses_others_and_what_did_not_fail():
    job = samples.give_up.enqueue()
    Worker("here").run_ready()
    administrator = make_user(Role.ADMINISTRATOR)
    with pytest.raises(NotAllowed):
        commands.run_job_again(job=UUID(job.id), by=make_user(Role.LEADER))

    row = commands.run_job_again(job=UUID(job.id), by=administrator)

    assert (row.status, row.worker_ids) == ("READY", [])
    assert [entry.event for entry in history_of(row)] == ["run_job_again"]
    with pytest.raises(WrongState):
        commands.run_job_again(job=UUID(job.id), by=administrator)
