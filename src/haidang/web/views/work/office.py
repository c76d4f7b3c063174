"""What the office that drafts and consolidates has to do: the round, unit by unit, and its own."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from haidang import clock
from haidang.orgs.enums import Role
from haidang.orgs.models import User
from haidang.orgs.somebody import eyes, somebody
from haidang.plans.enums import PlanStatus
from haidang.plans.models import Plan
from haidang.prepared import prepared
from haidang.reporting.enums import ReportStatus, RoundStatus
from haidang.reporting.models import Report, Round
from haidang.web import wording
from haidang.web.strip import StripUnit
from haidang.web.views.work.rows import (
    Deadline,
    Group,
    Row,
    due_words,
    in_this_week,
    link,
    overdue_words,
)

Status = ReportStatus
# The groups of the strip: kind, sign, word, and the states in each.
STRIP = (
    ("ok", "check-check", "Tiếp nhận", {Status.ACCEPTED}),
    ("run", "send", "Chờ xem xét", {Status.SUBMITTED, Status.IN_REVIEW}),
    ("none", "pencil", "Đang soạn", {Status.DRAFT}),
    ("back", "corner-up-left", "Trả lại", {Status.RETURNED}),
    ("soon", "circle", "Chưa mở", {Status.NOT_STARTED}),
)
WAITING = {
    Status.SUBMITTED: ("run", "Đã gửi", "send"),
    Status.IN_REVIEW: ("run", "Đang xem xét", "lock"),
}
OPEN_WORDS = {
    Status.NOT_STARTED: ("chưa mở {}", "soon", "Chưa mở", "circle"),
    Status.DRAFT: ("đang soạn {}", "none", "Đang soạn", "pencil"),
    Status.RETURNED: ("đang sửa {} theo góp ý", "back", "Trả lại", ""),
}


@dataclass(frozen=True, slots=True)
class Season:
    """A round that is open, with the report of each unit in it."""

    round: Round
    reports: Sequence[Report]

    @property
    def title(self) -> str:
        """Báo cáo năm 2024."""
        return self.round.title

    @property
    def counts(self) -> dict[str, int]:
        """How many are in, wait for review, and are still with their units."""
        states = Counter(Status(report.status) for report in self.reports)
        accepted = states[Status.ACCEPTED]
        waiting = sum(states[state] for state in WAITING)
        return {
            "accepted": accepted,
            "waiting": waiting,
            "open": len(self.reports) - accepted - waiting,
            "all": len(self.reports),
        }

    @property
    def strip(self) -> list[tuple[str, str, str, list[StripUnit]]]:
        """The units under the state of their report; states that nobody is in are left out."""
        is_late = self.round.due_on < clock.today()
        groups = []
        for kind, sign, word, states in STRIP:
            units = [_strip_unit(report) for report in self.reports if report.status in states]
            still_open = word in {"Đang soạn", "Chưa mở"}
            if units:
                groups.append(("late" if is_late and still_open else kind, sign, word, units))
        return groups

    @property
    def is_finished(self) -> bool:
        """Whether its figures are frozen and nobody's report is still to come."""
        is_frozen = self.round.status == RoundStatus.CONSOLIDATED
        return is_frozen and self.counts["accepted"] == self.counts["all"]

    @property
    def deadline(self) -> Deadline:
        """The round's deadline in both readings."""
        return Deadline(self.title, self.round.due_phrase, self.round.due_on)


def season_of(user: User) -> Season | None:
    """The round that this person's authority receives: the open one, the nearest due of several.

    A round that is finished stays until the year that it counts is over.
    """
    everything = user.sees_everything()
    if not everything and user.unit_id is None:
        return None
    path = "" if everything else user.seat.path
    found = _unfinished(path) or _counting(path, clock.today())
    if not found:
        return None
    reports = _reports(found[0].pk)
    for report in reports:
        report.round = found[0]
    return Season(found[0], reports)


@prepared
def _unfinished(path: str) -> QuerySet[Round]:
    # Asked round by round, not joined: an authority above may receive from thousands of units.
    to_come = Report.objects.standing().filter(round=OuterRef("pk")).exclude(status=Status.ACCEPTED)
    return _received(path).filter(Q(status=RoundStatus.OPEN) | Exists(to_come))[:1]


@prepared
def _counting(path: str, day: dt.date) -> QuerySet[Round]:
    return _received(path).filter(data_to__gte=day)[:1]


def _received(path: str) -> QuerySet[Round]:
    rounds = Round.objects.filter(regime__receiver__path__startswith=path)
    return rounds.order_by("due_on").select_related("period", "regime__reporters")


@prepared
def _reports(round: int) -> QuerySet[Report]:
    found = Report.objects.standing().filter(round=round).select_related("unit")
    return found.with_progress()


def groups_of(user: User, season: Season | None) -> list[Group]:
    """What waits for the office's decision, and what it waits for."""
    reports = season.reports if season else []
    year = season.title.lower() if season else ""
    waiting = [report for report in reports if report.status in WAITING]
    still_open = [report for report in reports if report.is_editable]
    to_read = [_plan_row(plan) for plan in plans_to_read(user)]
    is_late = season is not None and season.round.due_on < clock.today()
    units = Group(
        "Quá hạn" if is_late else "Đơn vị chưa gửi",
        [_open_row(report, year) for report in still_open],
        "late" if is_late else "",
    )
    mine = "Chờ tôi duyệt" if user.has_role(Role.DRAFTER) else "Chờ xem xét"
    to_approve = Group(mine, [*(_waiting_row(r, year) for r in waiting), *to_read])
    due = Group("Đến hạn tuần này", _consolidation_row(season) if season else [])
    return [units, to_approve, due] if is_late else [to_approve, due, units]


def plans_to_read(user: User) -> list[Plan]:
    """The plans that a person sees and that wait for their review."""
    if user.unit_id is None:
        plans = Plan.objects.visible_to(user).filter(status=PlanStatus.IN_REVIEW)
        return list(plans.select_related("revision__edition__document"))
    return _plans_to_read(*eyes(user), everything=user.sees_everything())


@prepared
def _plans_to_read(unit: int, seat: int, path: str, *, everything: bool) -> QuerySet[Plan]:
    plans = Plan.objects.visible_to(somebody(unit, seat, path, everything=everything))
    beside = plans.filter(status=PlanStatus.IN_REVIEW).select_related("revision__edition__document")
    return beside.defer("header", "warnings", "revision__text", "revision__source")


def _strip_unit(report: Report) -> StripUnit:
    words = {
        Status.SUBMITTED: _when(report.submitted_at),
        Status.IN_REVIEW: "đang xem xét",
        Status.DRAFT: _share(report),
        Status.RETURNED: _share(report),
    }
    said = words.get(Status(report.status), "")
    return StripUnit(report.unit.grid_name, said, link("report", report.pk))


def _when(at: dt.datetime | None) -> str:
    return f"{wording.day_short(at)}, {wording.clock_time(at)}" if at else ""


def _share(report: Report) -> str:
    return f"{report.done}/{report.asked} mục"  # type: ignore[attr-defined]


def _waiting_row(report: Report, year: str) -> Row:
    kind, word, sign = WAITING[Status(report.status)]
    assert report.submitted_at is not None
    said = [f"Gửi {wording.moment(report.submitted_at, clock.today())}", _share(report)]
    if report.attempt > 1:
        said.append(f"lần {report.attempt}")
    return Row(
        title=f"Xem xét {year}: {report.unit.area or report.unit}",
        why=" · ".join(said),
        url=link("review-report", report.pk),
        kind=kind,
        word=word,
        sign=sign,
    )


def _open_row(report: Report, year: str) -> Row:
    state, kind, word, sign = OPEN_WORDS[Status(report.status)]
    said = [_share(report)] if report.status != Status.NOT_STARTED else ["chưa có mục nào"]
    if report.mend_by and report.is_returned:
        said.append(f"sửa chậm nhất {wording.day_short(report.mend_by)}")
    due_on = report.round.due_on
    is_late = due_on < clock.today()
    name = report.unit.area or str(report.unit)
    return Row(
        title=f"{name[0].upper()}{name[1:]}: {state.format(year)}",
        why=" · ".join(said),
        url=link("report", report.pk),
        kind="late" if is_late else kind,
        word=overdue_words(due_on) if is_late else word,
        sign="" if is_late else sign,
        date=due_words(due_on),
        edge="late" if is_late else "",
    )


def _consolidation_row(season: Season) -> list[Row]:
    due_on, counts = season.round.due_on, season.counts
    if not in_this_week(due_on):
        return []
    return [
        Row(
            title=f"Tổng hợp {season.title.lower()}",
            why=f"{counts['accepted']}/{counts['all']} báo cáo đã tiếp nhận",
            url=link("consolidation", season.round.pk),
            kind="done" if season.is_finished else "soon",
            word="Đã chốt số liệu" if season.is_finished else "Sắp đến hạn",
            date=due_words(due_on),
        )
    ]


def _plan_row(plan: Plan) -> Row:
    name = str(plan)  # its number, or its title where it has none
    if not name.startswith("Kế hoạch"):
        name = f"Kế hoạch {name}"
    return Row(
        title=f"Rà soát {name[0].lower()}{name[1:]}",
        why=f"Năm {plan.year} · đọc xong, chờ người xem từng câu",
        url=link("plan", plan.pk),
        kind="run",
        word="Đang rà soát",
    )
