"""Who sees which units, and units as they live in time."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from haidang.errors import NotAllowed
from haidang.orgs.enums import Role
from haidang.orgs.models import Alias, Unit
from tests.makers import make_authority, make_unit, make_user

pytestmark = pytest.mark.django_db


def test_an_office_sees_the_units_of_the_authority_it_advises():
    authority = make_authority(communes=2)
    make_unit("huyện khác", kind="huyen")

    seen = Unit.objects.visible_to(authority.drafter)

    assert set(seen) == {authority.district, authority.office, *authority.communes}


def test_a_commune_sees_itself_only():
    authority = make_authority(communes=2)

    assert list(Unit.objects.visible_to(authority.reporters[0])) == [authority.communes[0]]


def test_an_auditor_sees_all_and_a_stranger_nothing():
    authority = make_authority(communes=1)
    elsewhere = make_unit("huyện khác", kind="huyen")
    stranger = make_user()
    stranger.unit = None

    assert elsewhere in Unit.objects.visible_to(authority.auditor)
    assert not Unit.objects.visible_to(stranger).exists()
    assert stranger.sees_everything() is False


def test_a_unit_exists_from_its_first_day_to_its_last():
    unit = make_unit(valid_from=dt.date(2020, 1, 1))
    Unit.objects.update(valid_to=dt.date(2025, 6, 30))

    days = [(2019, 12, 31), (2020, 1, 1), (2025, 6, 30), (2025, 7, 1)]
    exists = [Unit.objects.on(dt.date(*day)).filter(pk=unit.pk).exists() for day in days]

    assert exists == [False, True, True, False]


def test_the_database_refuses_a_unit_that_ends_before_it_begins():
    unit = make_unit()

    with pytest.raises(IntegrityError), transaction.atomic():
        Unit.objects.filter(pk=unit.pk).update(valid_to=dt.date(1990, 1, 1))


def test_the_database_refuses_an_alias_of_nothing():
    with pytest.raises(IntegrityError), transaction.atomic():
        Alias.objects.create(text="không của ai")


def test_an_account_of_no_unit_has_no_seat():
    person = make_user(Role.ADMINISTRATOR)
    person.unit = None

    with pytest.raises(NotAllowed, match="chưa thuộc đơn vị"):
        _ = person.seat
    assert str(person) == person.username


def test_who_audits_holds_no_other_role():
    person = make_user(*Role)

    assert person.roles() == {Role.AUDITOR}
    assert person.sees_everything()


def test_only_the_administrator_of_the_highest_authority_sees_everything():
    authority = make_authority(communes=1)
    below = make_user(Role.ADMINISTRATOR, unit=authority.communes[0])
    above = make_user(Role.ADMINISTRATOR, unit=authority.office)
    elsewhere = make_unit("huyện khác", kind="huyen")

    assert (above.sees_everything(), below.sees_everything()) == (True, False)
    assert list(Unit.objects.visible_to(below)) == authority.communes
    assert elsewhere in Unit.objects.visible_to(above)


def test_units_above_without_people_leave_an_authority_the_highest():
    province = make_unit("tỉnh Thử", kind="tinh")
    district = make_unit("huyện Thử", kind="huyen", parent=province)
    make_user(Role.REPORTER, unit=make_unit(parent=district))

    assert make_user(Role.ADMINISTRATOR, unit=district).is_of_highest_authority()
    make_user(Role.CLERK, unit=province)
    assert not make_user(Role.ADMINISTRATOR, unit=district).is_of_highest_authority()


def test_the_first_account_of_an_installation_sees_everything():
    person = make_user(Role.ADMINISTRATOR)
    person.unit = None

    assert person.sees_everything()
