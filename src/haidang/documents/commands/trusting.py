"""The roots that signatures are traced to: the administrator says which, and takes them back."""

from django.db import transaction

from haidang import clock
from haidang.documents import rules
from haidang.documents.models import TrustedRoot
from haidang.documents.signatures.certificates import NoRoot, Root, root_of
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import User

ADMINISTRATORS = (
    "Chỉ quản trị của cơ quan cao nhất dùng hệ thống này mới được đặt chứng thư gốc được tin cậy."
)


@transaction.atomic
def trust_root(*, content: bytes, by: User) -> TrustedRoot:
    """Trust the certificate of a certification authority, given as PEM or DER.

    Refuses with NotAllowed, and with Incomplete what is no such certificate, no longer in force,
    or trusted already.
    """
    if not rules.may_trust(by):
        raise NotAllowed(ADMINISTRATORS)
    try:
        found = root_of(content)
    except NoRoot as error:
        raise Incomplete([Issue("no-root", error.message, "file")]) from error
    row = TrustedRoot.objects.select_for_update(no_key=True).filter(sha256=found.sha256).first()
    if row is not None and row.withdrawn_at is None:
        raise Incomplete([Issue("trusted-before", "Chứng thư này đã được tin cậy.", "file")])
    if found.valid_until < clock.now():
        words = f"Chứng thư này đã hết hạn ngày {found.valid_until:%d/%m/%Y}."
        raise Incomplete([Issue("expired", words, "file")])
    row = _trusted(row, found, by)
    record("trust_root", target=row, by=by, subject=row.subject, sha256=row.sha256)
    return row


@transaction.atomic
def distrust_root(*, root: TrustedRoot, by: User) -> TrustedRoot:
    """Trust a root no longer; copies that were examined keep what was found then.

    Refuses with NotAllowed, and with WrongState where it was taken back before.
    """
    if not rules.may_trust(by):
        raise NotAllowed(ADMINISTRATORS)
    root = TrustedRoot.objects.select_for_update(no_key=True).get(pk=root.pk)
    if root.withdrawn_at is not None:
        raise WrongState("Chứng thư này đã thôi được tin cậy.")
    root.withdrawn_at, root.withdrawn_by = clock.now(), by
    root.save(update_fields=["withdrawn_at", "withdrawn_by"])
    record("distrust_root", target=root, by=by, subject=root.subject, sha256=root.sha256)
    return root


def _trusted(row: TrustedRoot | None, found: Root, by: User) -> TrustedRoot:
    row = row or TrustedRoot(sha256=found.sha256)
    row.certificate = found.der
    row.subject, row.serial = found.subject[:300], found.serial[:80]
    row.valid_from, row.valid_until = found.valid_from, found.valid_until
    row.added_at, row.added_by = clock.now(), by
    row.withdrawn_at = row.withdrawn_by = None
    row.save()
    return row
