"""What people decide about an official report: its outline, words of units, sentences of theirs."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from haidang import clock
from haidang.documents.enums import EditionStatus
from haidang.documents.models import Edition
from haidang.documents.stamps import about_words, refuse_stamped
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import User
from haidang.reporting import rules
from haidang.reporting.enums import ChoiceKind, SectionKind
from haidang.reporting.models import Choice, Outline, Regime, Round, Section, Taken
from haidang.reporting.official import laying_out
from haidang.reporting.official.narrative import Gathered, gathered
from haidang.reporting.official.parts import Part
from haidang.reporting.official.saying import name_of
from haidang.reporting.queries.official import gathering_of

MOST_REASON = 300
ONLY_OFFICE = "Chỉ chuyên viên tổng hợp của cơ quan nhận mới sắp xếp được lời văn của báo cáo."


@transaction.atomic
def set_outline(
    *,
    regime: Regime,
    parts: Sequence[Part],
    by: User | None,
    patterns: Mapping[str, str] | None = None,
    annexes: Sequence[str] = (),
    authority: Sequence[str] = (),
    signer: str = "",
) -> Outline:
    """Lay down how the official report of a regime is written from now on.

    What was frozen keeps the outline it was frozen with. Refuses with NotAllowed, and with
    Incomplete an outline that loses a section, a strange field, lines that cannot be signed, and
    words with a secrecy mark.
    """
    regime = Regime.objects.select_for_update(no_key=True, of=("self",)).get(pk=regime.pk)
    if not rules.may_lay_out(by, regime):
        raise NotAllowed("Chỉ quản trị của cơ quan nhận mới được đổi đề cương báo cáo chính thức.")
    asked = laying_out.Asked(
        tuple(parts), dict(patterns or {}), tuple(annexes), tuple(authority), signer
    )
    sections = list(regime.sections.values("ordinal", "title", "kind"))
    if issues := [*laying_out.faults_of(asked, sections), *_stamped(asked)]:
        raise Incomplete(issues)
    outline = Outline.objects.create(
        regime=regime,
        ordinal=regime.outlines.count() + 1,
        parts=laying_out.tidied(asked.parts),
        patterns=laying_out.changed(asked.patterns),
        annexes=list(asked.annexes),
        authority=[line.strip() for line in asked.authority if line.strip()],
        signer=signer.strip(),
        set_at=clock.now(),
        set_by=by,
    )
    record("set_outline", target=outline, by=by, regime=regime.name, ordinal=outline.ordinal)
    return outline


@transaction.atomic
def leave_out(
    *, round: Round, section: Section, keys: Sequence[str], reason: str, by: User
) -> None:
    """Leave words of units out of the draft, with a reason; they stay listed, with who said so.

    Refuses with NotAllowed, and with Incomplete without a reason, where it has a secrecy mark, or
    where nobody wrote them.
    """
    found = _gathering(round, section, by)
    reason = _reason(reason)
    _known(found, keys)
    for key in keys:
        _choose(round, section, ChoiceKind.LEAVE_OUT, by, key=key, reason=reason)
    record("leave_out", target=round, by=by, section=section.ordinal, keys=list(keys), why=reason)


@transaction.atomic
def put_back(*, round: Round, section: Section, keys: Sequence[str], by: User) -> None:
    """Undo what was decided about words of units: they stand in the draft again by themselves.

    Refuses with NotAllowed, and with WrongState where nothing was decided about them.
    """
    _gathering(round, section, by)
    decided = Choice.objects.filter(round=round, section=section, key__in=keys)
    if {*decided.values_list("key", flat=True)} != {*keys} or not keys:
        raise WrongState("Câu này chưa được để ngoài hay gộp.")
    for key in keys:
        _choose(round, section, ChoiceKind.PUT_BACK, by, key=key)
    record("put_back", target=round, by=by, section=section.ordinal, keys=list(keys))


@transaction.atomic
def merge_words(*, round: Round, section: Section, key: str, into: str, by: User) -> None:
    """Let words of units stand in those of others that say the same; they stay listed with where.

    Refuses with NotAllowed, and with Incomplete where either of them does not stand in the draft.
    """
    found = _gathering(round, section, by)
    standing = {one for passage in found.passages for one in passage.keys}
    if key == into or not {key, into} <= standing:
        raise Incomplete(
            [Issue("words", "Hai câu phải là hai câu khác nhau đang có trong dự thảo.")]
        )
    _choose(round, section, ChoiceKind.MERGE, by, key=key, into=into)
    record("merge_words", target=round, by=by, section=section.ordinal, key=key, into=into)


@transaction.atomic
def move_words(*, round: Round, section: Section, key: str, up: bool, by: User) -> None:
    """Move a paragraph of the draft one place up or down.

    Refuses with NotAllowed, and with WrongState at either end.
    """
    passages = list(_gathering(round, section, by).passages)
    at = next((n for n, one in enumerate(passages) if key in one.keys), None)
    to = None if at is None else at + (-1 if up else 1)
    if at is None or to is None or not 0 <= to < len(passages):
        raise WrongState("Đoạn này không chuyển được nữa; hãy tải lại trang.")
    passages[at], passages[to] = passages[to], passages[at]
    order = [one for passage in passages for one in passage.keys]
    _choose(round, section, ChoiceKind.ORDER, by, order=order)
    record("move_words", target=round, by=by, section=section.ordinal, key=key, up=up)


@transaction.atomic
def take_sentence(*, edition: Edition, text: str, by: User) -> Taken:
    """Take a sentence of a draft that no record stands behind in one's own name.

    Refuses with NotAllowed, and with WrongState where it was issued or somebody took it already.
    """
    edition = Edition.objects.select_for_update(no_key=True, of=("self",)).get(pk=edition.pk)
    if not rules.may_take_sentence(by, edition):
        raise NotAllowed("Chỉ chuyên viên của cơ quan ban hành mới nhận được câu này.")
    if edition.status != EditionStatus.DRAFT:
        raise WrongState("Văn bản đã ban hành.")
    key = name_of(text)
    if edition.taken.filter(key=key).exists():
        raise WrongState("Câu này đã có người nhận.")
    taken = Taken.objects.create(edition=edition, key=key, text=text, at=clock.now(), by=by)
    record("take_sentence", target=edition.document, by=by, text=text)
    return taken


def _gathering(round: Round, section: Section, by: User) -> Gathered:
    """What the units wrote for a section; nobody else decides meanwhile."""
    round = Round.objects.select_for_update(no_key=True, of=("self",)).get(pk=round.pk)
    if not rules.may_consolidate(by, round):
        raise NotAllowed(ONLY_OFFICE)
    if section.regime_id != round.regime_id or section.kind != SectionKind.PROSE:
        raise WrongState("Mục này không phải phần lời của kỳ báo cáo.")
    return gathered(gathering_of(round), section.ordinal)


def _known(found: Gathered, keys: Sequence[str]) -> None:
    standing = {one for passage in found.passages for one in passage.keys}
    if not keys or not standing.issuperset(keys):
        raise Incomplete([Issue("words", "Đoạn này không còn trong dự thảo; hãy tải lại trang.")])


def _reason(reason: str) -> str:
    if not reason.strip():
        raise Incomplete([Issue("reason", "Ghi lý do để ngoài, ví dụ: đã nêu ở mục 1.", "reason")])
    refuse_stamped(reason=reason)
    return reason.strip()[:MOST_REASON]


def _stamped(asked: laying_out.Asked) -> list[Issue]:
    titles = "\n".join(part["title"] for part in asked.parts)
    signed = "\n".join([*asked.authority, asked.signer])
    patterns = [row for text in asked.patterns.values() for row in about_words(text, "patterns")]
    # A stamp may stand alone on its line, or between the others of a signature.
    return [*about_words(titles, "parts"), *patterns[:1], *about_words(signed, "signer")]


def _choose(round: Round, section: Section, kind: ChoiceKind, by: User, **facts: Any) -> None:
    Choice.objects.create(round=round, section=section, kind=kind, at=clock.now(), by=by, **facts)
