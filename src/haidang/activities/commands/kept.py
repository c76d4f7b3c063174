"""Showing by a file that is kept already what an act of another room wrote of itself."""

from django.db import transaction

from haidang import clock
from haidang.activities.models import Activity, Evidence
from haidang.documents.models import StoredFile
from haidang.errors import NotAllowed
from haidang.ledger.commands import record
from haidang.orgs.enums import Role
from haidang.orgs.models import User


@transaction.atomic
def attach_kept(*, activity: Activity, file: StoredFile, name: str, by: User) -> Evidence:
    """Add the bytes that an act was seen by (promise N7); the same file twice is one evidence.

    Who may act, the room of the act has asked; an auditor is refused with NotAllowed all the same.
    """
    if by.has_role(Role.AUDITOR):
        raise NotAllowed("Người kiểm tra, giám sát không thêm minh chứng.")
    facts = {"name": name[:200], "attached_at": clock.now(), "attached_by": by}
    evidence, is_new = Evidence.objects.get_or_create(activity=activity, file=file, defaults=facts)
    if is_new:
        record("attach_kept", target=activity, by=by, name=name[:200], sha256=file.sha256)
    return evidence
