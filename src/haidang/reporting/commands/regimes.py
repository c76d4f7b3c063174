"""Making, changing, renewing and retiring a regime."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from haidang.activities.commands import add_typed_indicators
from haidang.activities.models import Indicator
from haidang.errors import Incomplete, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, UnitGroup, User
from haidang.reporting import regime_checks
from haidang.reporting.models import Line, Regime, Section
from haidang.reporting.ready import PLAN, Ready
from haidang.reporting.regime_facts import BINDING, RegimeFacts, changed, facts_of, tidied
from haidang.reporting.regime_gates import locked, refuse_out_of_use, refuse_unless_may_set

SECTION_WORDS = ("ordinal", "title", "kind", "hint", "opening")
LINE_WORDS = ("indicator_id", "position", "words")


@transaction.atomic
def load_regime(
    *,
    receiver: Unit,
    reporters: UnitGroup,
    by: User | None = None,
    through: Unit | None = None,
    upper: Sequence[Unit] = (),
    ready: Ready = PLAN,
) -> Regime:
    """Make a regime that stands ready with its outline; the same one twice is the same one.

    It has the fields that NĐ 09/2019/NĐ-CP asks of a regime. Refuses with NotAllowed.
    """
    refuse_unless_may_set(by, receiver.pk)
    there = Regime.objects.in_use().filter(name=ready.name, receiver=receiver).first()
    if there is not None:
        return there
    facts = RegimeFacts(
        receiver=receiver, reporters=reporters, through=through, upper=tuple(upper), **ready.facts()
    )
    regime = _make(facts)
    _make_outline(regime, ready, by)
    record("load_regime", target=regime, by=by, name=regime.name)
    return regime


@transaction.atomic
def make_regime(*, facts: RegimeFacts, by: User | None) -> Regime:
    """Make a regime without an outline yet. Refuses with NotAllowed or Incomplete."""
    refuse_unless_may_set(by, facts.receiver.pk)
    facts = tidied(facts)
    if issues := regime_checks.before_saving(None, facts):
        raise Incomplete(issues)
    regime = _make(facts)
    record("make_regime", target=regime, by=by, changed=changed(None, facts))
    return regime


@transaction.atomic
def edit_regime(*, regime: Regime, facts: RegimeFacts, by: User | None) -> Regime:
    """Change what a regime says; once a round was opened only what binds no report.

    Refuses with NotAllowed, with WrongState where it is out of use or the change needs a new
    version, and with Incomplete.
    """
    for receiver_pk in (regime.receiver_id, facts.receiver.pk):
        refuse_unless_may_set(by, receiver_pk)
    regime, facts = locked(regime), tidied(facts)
    refuse_out_of_use(regime)
    before = facts_of(regime)
    bound = [name for name in BINDING if getattr(before, name) != getattr(facts, name)]
    if bound and regime.rounds.exists():
        raise WrongState(
            "Đã mở kỳ theo chế độ này: muốn đổi đơn vị, tần suất hoặc kỳ số liệu thì lập phiên "
            "bản mới."
        )
    if issues := regime_checks.before_saving(regime, facts):
        raise Incomplete(issues)
    if not (differences := changed(before, facts)):
        return regime
    for name, value in facts.columns().items():
        setattr(regime, name, value)
    regime.save()
    regime.upper.set(facts.upper)
    record("edit_regime", target=regime, by=by, changed=differences)
    return regime


@transaction.atomic
def revise_regime(*, regime: Regime, by: User) -> Regime:
    """Make the next version of a regime, the same for a start; rounds are opened by it from now on.

    The reports that are there keep the outline they were asked by. Refuses with NotAllowed, and
    with WrongState where it has no round (edit it) or is out of use.
    """
    refuse_unless_may_set(by, regime.receiver_id)
    regime = locked(regime)
    refuse_out_of_use(regime)
    if not regime.rounds.exists():
        raise WrongState("Chưa mở kỳ nào theo chế độ này: sửa thẳng, không cần phiên bản mới.")
    facts = facts_of(regime)
    made = _make(facts, replaces=regime)
    for section in regime.sections.prefetch_related("lines"):
        copy = Section.objects.create(regime=made, **_said(section, *SECTION_WORDS))
        Line.objects.bulk_create(
            Line(section=copy, **_said(line, *LINE_WORDS)) for line in section.lines.all()
        )
    record("revise_regime", target=made, by=by, replaces=regime.pk)
    return made


@transaction.atomic
def retire_regime(*, regime: Regime, reason: str, by: User) -> Regime:
    """Open no more rounds by a regime; those that are open go on.

    Refuses with NotAllowed, with WrongState where it is out of use, and with Incomplete without
    a reason.
    """
    refuse_unless_may_set(by, regime.receiver_id)
    regime, reason = locked(regime), reason.strip()
    refuse_out_of_use(regime)
    if issues := regime_checks.of_reason(reason):
        raise Incomplete(issues)
    regime.is_retired = True
    regime.save(update_fields=["is_retired"])
    record("retire_regime", target=regime, by=by, reason=reason)
    return regime


def _said(row: Section | Line, *names: str) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def _make(facts: RegimeFacts, replaces: Regime | None = None) -> Regime:
    regime = Regime.objects.create(**facts.columns(), replaces=replaces)
    regime.upper.set(facts.upper)
    return regime


def _make_outline(regime: Regime, ready: Ready, by: User | None) -> None:
    add_typed_indicators(indicators=ready.indicators, by=by)
    indicators = {row.code: row for row in Indicator.objects.all()}
    for ordinal, seed in enumerate(ready.sections, 1):
        section = Section.objects.create(
            regime=regime,
            ordinal=ordinal,
            title=seed.title,
            kind=seed.kind,
            hint=seed.hint,
            opening=seed.opening,
        )
        Line.objects.bulk_create(
            Line(
                section=section,
                indicator=indicators[code],
                position=position,
                words=ready.words.get(code, ""),
            )
            for position, code in enumerate(seed.codes, 1)
        )
