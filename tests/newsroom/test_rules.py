"""Who works at the desk."""

import pytest

from haidang import clock
from haidang.newsroom import rules
from haidang.orgs.enums import Role
from haidang.orgs.models import User
from tests.makers import make_user

pytestmark = pytest.mark.django_db


def test_wagtails_desk_is_for_administrators():
    allowed = {role for role in Role if rules.may_use_desk(make_user(role))}

    assert allowed == {Role.ADMINISTRATOR}


def test_the_desk_closes_when_the_role_ends():
    person = make_user(Role.ADMINISTRATOR)
    person.appointments.update(valid_to=clock.today().replace(year=2000))

    assert not rules.may_use_desk(User.objects.get(pk=person.pk))
