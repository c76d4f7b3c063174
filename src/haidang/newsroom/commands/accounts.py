"""The list of a unit's official social accounts, which its portal shows (NĐ 244/2026/NĐ-CP)."""

from django.db import transaction

from haidang.activities.facts import one_line
from haidang.documents.stamps import refuse_stamped
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.newsroom import publishing_rules as rules
from haidang.newsroom.models import OfficialAccount
from haidang.newsroom.post_checks import sound_address
from haidang.orgs.models import Unit, User


@transaction.atomic
def keep_account(*, unit: Unit, network: str, name: str, address: str, by: User) -> OfficialAccount:
    """Put an account on the list; one that was given up is taken up again under its address.

    Refuses with NotAllowed whoever is no administrator of the unit, and with Incomplete.
    """
    if not rules.may_keep_accounts(by, unit):
        raise NotAllowed("Chỉ người quản trị của đơn vị mới giữ danh sách tài khoản chính thức.")
    refuse_stamped(name=name)
    address, name = sound_address(network, address), one_line(name)[:200]
    if not name:
        raise Incomplete([Issue("no_name", "Ghi tên trang, ví dụ “UBND huyện”.", "name")])
    facts = {"network": network, "name": name, "is_retired": False}
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    account, _ = OfficialAccount.objects.update_or_create(
        unit=unit, address=address, defaults=facts
    )
    record("keep_account", target=account, by=by, unit=str(unit), address=address, **facts)
    return account


@transaction.atomic
def retire_account(*, account: OfficialAccount, by: User) -> OfficialAccount:
    """Take an account off the list of the portal; it stays in ours. Refuses with NotAllowed."""
    account = OfficialAccount.objects.select_for_update(no_key=True).get(pk=account.pk)
    if not rules.may_keep_accounts(by, account.unit):
        raise NotAllowed("Chỉ người quản trị của đơn vị mới giữ danh sách tài khoản chính thức.")
    if account.is_retired:
        raise WrongState("Tài khoản này đã được đưa khỏi danh sách.")
    account.is_retired = True
    account.version += 1
    account.save(update_fields=["is_retired", "version"])
    record("retire_account", target=account, by=by, address=account.address)
    return account
