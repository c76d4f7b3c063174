"""What reminders are about, for the letter: the plans behind them, and the units as one group."""

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_

from django.db.models import Q

from haidang.chasing.enums import LackKind
from haidang.chasing.lack import Lack
from haidang.documents.models import Edition
from haidang.orgs.models import Unit, UnitGroup
from haidang.reporting.models import Round

REPORTS = {LackKind.REPORT, LackKind.RETURNED}


def refs_of(lacks: Iterable[Lack], *kinds: LackKind) -> set[int]:
    """The things of some kinds among lacks."""
    return {one.ref for one in lacks if one.kind in kinds}


def subject_of(lacks: Sequence[Lack]) -> str:
    """The subject of a letter about some lacks: of one round its title, else of the year's work."""
    rounds = Round.objects.filter(reports__in=refs_of(lacks, *REPORTS)).distinct()
    found = list(rounds.select_related("regime", "period")[:2])
    if len(found) == 1 and all(one.kind in REPORTS for one in lacks):
        title = found[0].regime.title
        return f"đôn đốc gửi báo cáo {title[:1].lower()}{title[1:]} {found[0].period}"
    year = max(one.on.year for one in lacks)
    return f"đôn đốc thực hiện công tác thông tin đối ngoại năm {year}"


def bases_of(lacks: Sequence[Lack]) -> list[Edition]:
    """The documents that asked for what is lacking, the oldest first, each once."""
    tasks = "revisions__plan__tasks"
    of_reports = {f"{tasks}__rounds__reports__in": refs_of(lacks, *REPORTS)}
    of_tasks = {f"{tasks}__in": refs_of(lacks, LackKind.TASK)}
    of_plans = {"revisions__plan__in": refs_of(lacks, LackKind.CASCADE, LackKind.AMENDMENT)}
    asked = [
        Q(pk__in=Edition.objects.filter(**one).values("pk"))
        for one in (of_reports, of_tasks, of_plans)
    ]
    found = Edition.objects.filter(reduce(or_, asked)).select_related("document__unit")
    return list(found.order_by("issued_on", "pk"))


def group_of(units: Sequence[Unit], authority: Unit, day: dt.date) -> str:
    """The name of the group that is just these units; blank where they are none."""
    chosen = {unit.pk for unit in units}
    groups = UnitGroup.objects.filter(parent=authority).prefetch_related("kinds")
    for group in groups if len(chosen) > 1 else ():
        if set(group.members(day).values_list("pk", flat=True)) == chosen:
            return group.name
    return ""
