"""Deciding how a name or a contested word is written in each language."""

from dataclasses import asdict, dataclass

from django.db import transaction

from haidang.activities.facts import one_line
from haidang.documents.stamps import refuse_stamped
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.newsroom import translation_rules
from haidang.newsroom.models import Term
from haidang.orgs.models import Unit, User
from haidang.plans.overtaking import Overtaken

LONGEST = {"vi": 200, "en": 200, "km": 200, "note": 300}


@dataclass(frozen=True, slots=True)
class Wording:
    """How a word is written in each language; blank where nobody decided yet."""

    vi: str
    en: str = ""
    km: str = ""
    note: str = ""
    is_contested: bool = False


@transaction.atomic
def keep_term(
    *,
    unit: Unit,
    wording: Wording,
    owner: User,
    by: User,
    term: Term | None = None,
    seen: int = 0,
) -> Term:
    """Decide how a word is written, anew or in place of what was decided.

    A contested one is changed by who owns it, or by a leader. Refuses with NotAllowed, Incomplete,
    WrongState where the word is there already, and Overtaken.
    """
    refuse_stamped(**{name: getattr(wording, name) for name in LONGEST})
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    term = _open(unit, term, seen, by)
    said = _said(wording)
    if owner.unit_id is None or owner.seat != unit.seat:
        message = "Chọn người của đơn vị chịu trách nhiệm về từ này."
        raise Incomplete([Issue("no_owner", message, "owner")])
    same = Term.objects.filter(unit=unit, vi=said["vi"]).exclude(pk=term.pk)
    if same.exists():
        raise WrongState(f"“{said['vi']}” đã có trong bảng thuật ngữ. Mở từ đó mà sửa.")
    for name, value in said.items():
        setattr(term, name, value)
    term.owner, term.version, term.is_retired = owner, term.version + 1, False
    term.save()
    record("keep_term", target=term, by=by, owner=owner.pk, **said)
    return term


def _open(unit: Unit, term: Term | None, seen: int, by: User) -> Term:
    if term is None:
        if not translation_rules.may_keep_terms(by, unit):
            raise NotAllowed("Chỉ biên tập viên, chuyên viên, lãnh đạo đơn vị mới thêm được từ.")
        return Term(unit=unit)
    return _held(term, seen, by)


def _held(term: Term, seen: int, by: User) -> Term:
    term = Term.objects.select_for_update(no_key=True).get(pk=term.pk)
    if not translation_rules.may_change_term(by, term):
        raise NotAllowed(
            f"Từ này do {term.owner} chịu trách nhiệm; chỉ người đó hoặc lãnh đạo mới đổi được."
        )
    if term.version != seen:
        raise Overtaken([], term.version, by)
    return term


def _said(wording: Wording) -> dict[str, str | bool]:
    lines = {name: one_line(getattr(wording, name)) for name in LONGEST}
    issues = [
        Issue("too_long", f"Dài quá {most} chữ.", name)
        for name, most in LONGEST.items()
        if len(lines[name]) > most
    ]
    if not lines["vi"]:
        issues.append(Issue("no_word", "Ghi từ tiếng Việt, ví dụ “Biển Đông”.", "vi"))
    if issues:
        raise Incomplete(issues)
    return asdict(wording) | lines


@transaction.atomic
def retire_term(*, term: Term, seen: int, by: User) -> Term:
    """Ask no translation for a word any more. Refuses with NotAllowed and Overtaken."""
    term = _held(term, seen, by)
    if not term.is_retired:
        term.is_retired, term.version = True, term.version + 1
        term.save(update_fields=["is_retired", "version"])
        record("retire_term", target=term, by=by, vi=term.vi)
    return term
