"""The bases of law of an authority's proposals are looked at and kept by a person."""

from django.db import transaction

from haidang import clock
from haidang.documents.stamps import refuse_stamped
from haidang.errors import Incomplete, NotAllowed
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User
from haidang.reporting import rules
from haidang.reporting.evaluation.bases import before_keeping, lines_of
from haidang.reporting.models import KeptBases


@transaction.atomic
def keep_bases(*, authority: Unit, words: str, by: User) -> KeptBases:
    """Keep the bases that proposals of an authority cite from now on, one a line of `words`.

    Those before stay. Refuses with NotAllowed, and with Incomplete where there are none, a line
    does not open as a basis does, or the words have a secrecy mark.
    """
    Unit.objects.select_for_update(no_key=True).get(pk=authority.pk)
    if not rules.may_score(by, authority):
        raise NotAllowed("Chỉ chuyên viên tổng hợp hoặc lãnh đạo mới được giữ căn cứ.")
    refuse_stamped(words=words)
    lines = lines_of(words)
    if issues := before_keeping(lines):
        raise Incomplete(issues)
    kept = KeptBases.objects.create(
        authority=authority,
        ordinal=KeptBases.objects.filter(authority=authority).count() + 1,
        words=lines,
        at=clock.now(),
        by=by,
    )
    record("keep_bases", target=kept, by=by, ordinal=kept.ordinal, words=lines)
    return kept
