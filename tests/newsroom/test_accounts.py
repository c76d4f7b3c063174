"""The list of official accounts: an administrator keeps it, the portal lists what stands."""

import pytest

from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.newsroom.commands.accounts import keep_account, retire_account
from haidang.newsroom.models import OfficialAccount
from haidang.newsroom.queries.accounts import accounts_of
from haidang.orgs.enums import Role
from tests.makers import make_unit, make_user

pytestmark = pytest.mark.django_db
ADDRESS = "https://www.facebook.com/ubnd"


@pytest.fixture
def administrator():
    return make_user(Role.ADMINISTRATOR)


def keep(by, **facts):
    facts = {"network": "facebook", "name": "Trang của xã", "address": ADDRESS} | facts
    return keep_account(unit=facts.pop("unit", None) or by.unit, by=by, **facts)


def test_keep_account_puts_it_on_the_list_once(administrator):
    keep(administrator)
    account = keep(administrator, name="Trang chính thức")

    assert [(a.network, a.name, a.address) for a in accounts_of(administrator.unit)] == [
        ("Facebook", "Trang chính thức", ADDRESS)
    ]
    assert str(account) == "Facebook: Trang chính thức"
    assert Entry.objects.latest("seq").event == "keep_account"


def test_retire_account_takes_it_off_the_list_and_keeps_the_row(administrator):
    account = keep(administrator)

    retire_account(account=account, by=administrator)

    assert accounts_of(administrator.unit) == []
    assert OfficialAccount.objects.get().is_retired
    with pytest.raises(WrongState):
        retire_account(account=account, by=administrator)
    assert keep(administrator) == account
    assert len(accounts_of(administrator.unit)) == 1


@pytest.mark.parametrize("facts", [{"name": " "}, {"address": "x"}, {"network": "x"}])
def test_keep_account_refuses_what_is_no_account(administrator, facts):
    with pytest.raises(Incomplete):
        keep(administrator, **facts)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_keep_account_is_an_administrators(administrator, role):
    account, other = keep(administrator), make_user(role, unit=administrator.unit)

    with pytest.raises(NotAllowed):
        keep(other)
    with pytest.raises(NotAllowed):
        retire_account(account=account, by=other)


def test_keep_account_is_for_ones_own_tree(administrator):
    with pytest.raises(NotAllowed):
        keep(administrator, unit=make_unit("xã Khác"))
