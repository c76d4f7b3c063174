"""Editing the catalogue: what is counted, kinds of activity, indicators. Nothing is removed."""

import re
from dataclasses import asdict, replace
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Max

from haidang.activities import rules
from haidang.activities.catalogue import KindSeed, MeasureSeed
from haidang.activities.catalogue_checks import before_retiring, before_saving
from haidang.activities.catalogue_facts import (
    MEANING,
    Facts,
    IndicatorFacts,
    Row,
    changed,
    facts_of,
)
from haidang.activities.enums import DERIVED, Aggregation
from haidang.activities.facts import one_line
from haidang.activities.models import Indicator, Kind, Measure
from haidang.activities.queries.meaning import totals_by_year
from haidang.errors import Incomplete, Issue, NotAllowed
from haidang.ledger.commands import record
from haidang.orgs.models import User
from haidang.orgs.naming import bare

Thing = TypeVar("Thing", Measure, Kind, Indicator)
Told = TypeVar("Told", MeasureSeed, KindSeed, IndicatorFacts)


@transaction.atomic
def save_measure(*, facts: MeasureSeed, by: User, measure: Measure | None = None) -> Measure:
    """Add something that is counted, or rename it; what was counted keeps its unit of measure.

    Refuses with NotAllowed and Incomplete.
    """
    facts, measure = _told(facts, measure, by), _locked(Measure, measure)
    before = _checked(measure, facts)
    values = {**asdict(facts), "code": measure.pk if measure else _new_code(Measure, facts.name)}
    row = _saved(Measure, measure, values)
    record("save_measure", target=row, by=by, changes=changed(before, facts))
    return row


@transaction.atomic
def save_kind(*, facts: KindSeed, by: User, kind: Kind | None = None) -> Kind:
    """Add a kind of activity, or change its name and what its form asks; old entries stay.

    Refuses with NotAllowed and Incomplete.
    """
    facts, kind = _told(facts, kind, by), _locked(Kind, kind)
    before = _checked(kind, facts)
    values = {**asdict(facts), "code": kind.pk if kind else _new_code(Kind, facts.name)}
    asked = values.pop("measures")
    row = _saved(Kind, kind, values)
    row.measures.set(asked)
    record("save_kind", target=row, by=by, changes=changed(before, facts))
    return row


@transaction.atomic
def save_indicator(
    *,
    facts: IndicatorFacts,
    by: User,
    indicator: Indicator | None = None,
    understood: bool = False,
) -> Indicator:
    """Add an indicator, or change it; its code stays. What was sent and frozen never changes.

    Where the numbers of the log would say something else, what changes is told first, and it is
    done only when that was `understood`. Refuses with NotAllowed and Incomplete.
    """
    facts, indicator = _told(facts, indicator, by), _locked(Indicator, indicator)
    facts = _only_what_it_needs(facts)
    before = _checked(indicator, facts)
    old = _said(indicator) if indicator else {}
    row = _saved(Indicator, indicator, _columns(facts, indicator))
    row.kinds.set(Kind.objects.filter(pk__in=facts.kinds))

    changes = changed(before, facts)
    effects = _effects(old, _said(row)) if set(MEANING) & set(changes) else []
    if indicator and effects and not understood:
        raise Incomplete([_new_meaning(effects)])
    record("save_indicator", target=row, by=by, changes=changes, effects=effects)
    return row


@transaction.atomic
def retire_row(*, row: Row, by: User) -> Row:
    """Offer a row of the catalogue no more; what was logged and reported with it stays.

    Refuses with NotAllowed, and with Incomplete where others in use rest on it.
    """
    _refuse_others(by)
    if issues := before_retiring(row):
        raise Incomplete(issues)
    return _marked(row, "retire_row", by, is_retired=True)


@transaction.atomic
def restore_row(*, row: Row, by: User) -> Row:
    """Offer a retired row again. Refuses with NotAllowed."""
    _refuse_others(by)
    return _marked(row, "restore_row", by, is_retired=False)


@transaction.atomic
def move_row(*, row: Row, by: User, up: bool) -> Row:
    """Change places with the row before it, or after it. Refuses with NotAllowed."""
    _refuse_others(by)
    every = type(row).objects.select_for_update(no_key=True).order_by("position", "code")
    keys = list(every.values_list("pk", flat=True))
    at = keys.index(row.pk)
    to = min(max(at - 1 if up else at + 1, 0), len(keys) - 1)
    keys.insert(to, keys.pop(at))
    for position, pk in enumerate(keys):
        type(row).objects.filter(pk=pk).exclude(position=position).update(position=position)
    record("move_row", target=row, by=by, name=str(row), position=to)
    row.position = to
    return row


def _columns(facts: IndicatorFacts, indicator: Indicator | None) -> dict[str, object]:
    values: dict[str, object] = asdict(facts)
    values["code"] = indicator.code if indicator else facts.code
    del values["kinds"]
    values["measure_id"] = values.pop("measure") or None
    for name in ("numerator", "denominator", "part_of"):
        code = values.pop(name)
        values[name] = Indicator.objects.get(code=code) if code else None
    return values


def _only_what_it_needs(facts: IndicatorFacts) -> IndicatorFacts:
    """Without what another way of adding up would ask for."""
    bare: dict[str, Any] = {}
    if facts.aggregation in DERIVED:
        bare = {"kinds": (), "measure": None, "divisor": 1, "language": ""}
    if facts.aggregation != Aggregation.RATIO:
        bare |= {"numerator": None, "denominator": None, "per": 1}
    if facts.aggregation != Aggregation.FORMULA:
        bare["formula"] = ""
    return replace(facts, **bare)


def _refuse_others(by: User) -> None:
    if not rules.may_edit_catalogue(by):
        raise NotAllowed("Chỉ người quản trị của cơ quan cao nhất ở đây mới được sửa danh mục.")


def _told(facts: Told, row: Row | None, by: User) -> Told:
    _refuse_others(by)
    words: dict[str, Any] = {
        name: one_line(value)
        for name in ("code", "name", "unit_name", "group", "example", "formula")
        if isinstance(value := getattr(facts, name, None), str)
    }
    return replace(facts, **words | ({"code": row.code} if row else {}))


def _locked(model: type[Thing], row: Thing | None) -> Thing | None:
    return model.objects.select_for_update(no_key=True).get(pk=row.pk) if row else None


def _checked(row: Row | None, facts: Facts) -> Facts | None:
    if issues := before_saving(row, facts):
        raise Incomplete(issues)
    before = facts_of(row) if row else None
    if before == facts:
        raise Incomplete([Issue("nothing_changed", "Chưa có gì thay đổi so với bản đã lưu.")])
    return before


def _saved(model: type[Thing], row: Thing | None, values: dict[str, object]) -> Thing:
    if row is None:
        last = model.objects.aggregate(last=Max("position"))["last"]
        return model.objects.create(**values, position=(-1 if last is None else last) + 1)
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    return row


def _marked(row: Row, event: str, by: User, *, is_retired: bool) -> Row:
    row.is_retired = is_retired
    row.save(update_fields=["is_retired"])
    record(event, target=row, by=by, name=str(row))
    return row


def _new_code(model: type[Measure] | type[Kind], name: str) -> str:
    stem = re.sub(r"[^a-z0-9]+", "-", bare(name).lower()).strip("-")[:40] or "muc"
    taken = set(model.objects.values_list("code", flat=True))
    codes = (stem if n == 1 else f"{stem}-{n}" for n in range(1, len(taken) + 2))
    return next(code for code in codes if code not in taken)


def _said(indicator: Indicator) -> dict[int, str]:
    """What the log says of each year, in words; nothing of a year in which nothing was done."""
    totals = totals_by_year(indicator).items()
    return {year: f"{total.normalize():f} {indicator.unit_name}" for year, total in totals if total}


def _effects(old: dict[int, str], new: dict[int, str]) -> list[list[str]]:
    years = sorted(old.keys() | new.keys())
    pairs = [(year, old.get(year, "0"), new.get(year, "0")) for year in years]
    return [[str(year), before, after] for year, before, after in pairs if before != after]


def _new_meaning(effects: list[list[str]]) -> Issue:
    told = "; ".join(f"năm {year}: {old} → {new}" for year, old, new in effects)
    return Issue(
        "new_meaning",
        f"Số từ nhật ký sẽ đổi, {told}. Số đã gửi, đã chốt không đổi, nên hai bên không còn so "
        "được với nhau. Muốn giữ số cũ thì thôi dùng chỉ tiêu này và thêm chỉ tiêu mới; vẫn đổi "
        "thì đánh dấu “Tôi hiểu” rồi lưu lại.",
        "understood",
    )
