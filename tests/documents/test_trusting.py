import datetime as dt

import pytest

from haidang.documents import commands
from haidang.documents.models import TrustedRoot
from haidang.documents.queries.signed import trusted_certificates
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.orgs.enums import Role
from tests.makers import make_user, signing

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator():
    return make_user(Role.ADMINISTRATOR, post="Quản trị")


def test_trust_root_makes_it_count_from_now_on(administrator):
    root = commands.trust_root(content=signing.root().pem, by=administrator)

    assert (root.subject, root.added_by, root.valid_until) == (
        "CA Thử gốc",
        administrator,
        signing.ENDS,
    )
    assert trusted_certificates() == [signing.root().der]
    assert root.sha256 in Entry.objects.get(event="trust_root").details


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (lambda: signing.officer().pem, "no-root"),
        (lambda: b"no certificate", "no-root"),
        (lambda: _ended().pem, "expired"),
    ],
)
def test_trust_root_refuses_what_nobody_can_be_traced_to(administrator, content, name):
    with pytest.raises(Incomplete) as refused:
        commands.trust_root(content=content(), by=administrator)

    assert [issue.name for issue in refused.value.issues] == [name]
    assert not TrustedRoot.objects.exists()


def _ended():
    ended = (signing.ISSUED, signing.ISSUED + dt.timedelta(days=365))
    return signing.make_holder("CA Thử cũ", is_ca=True, valid=ended)


def test_trust_root_refuses_the_same_twice(administrator):
    commands.trust_root(content=signing.root().pem, by=administrator)

    with pytest.raises(Incomplete, match="đã được tin cậy"):
        commands.trust_root(content=signing.root().der, by=administrator)


def test_distrust_root_ends_it_and_it_may_come_back(administrator):
    root = commands.trust_root(content=signing.root().pem, by=administrator)

    ended = commands.distrust_root(root=root, by=administrator)

    assert (ended.withdrawn_by, trusted_certificates()) == (administrator, [])
    assert Entry.objects.filter(event="distrust_root", target_id=str(root.pk)).exists()
    again = commands.trust_root(content=signing.root().pem, by=administrator)
    assert (again.pk, again.withdrawn_at) == (root.pk, None)


def test_distrust_root_refuses_what_has_ended(administrator):
    root = commands.trust_root(content=signing.root().pem, by=administrator)
    commands.distrust_root(root=root, by=administrator)

    with pytest.raises(WrongState):
        commands.distrust_root(root=root, by=administrator)


def test_nobody_else_says_whom_to_trust(administrator):
    root = commands.trust_root(content=signing.root().pem, by=administrator)
    clerk = make_user(Role.CLERK)

    with pytest.raises(NotAllowed):
        commands.trust_root(content=signing.issuing().pem, by=clerk)
    with pytest.raises(NotAllowed):
        commands.distrust_root(root=root, by=clerk)
