"""One page for the leader (S19): three sentences, four numbers, who is late, what to decide."""

from dataclasses import dataclass

from haidang import clock
from haidang.activities.queries.orphans import keys_of_plans, orphans_of
from haidang.documents.enums import StepStatus
from haidang.documents.models import Slip, Step
from haidang.documents.queries.slips import keys_waiting_for, waiting_at
from haidang.orgs.enums import Role
from haidang.orgs.models import User
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Report
from haidang.reporting.queries.flashes import waiting_flashes
from haidang.reporting.queries.standing import answered_by_reports
from haidang.web import wording
from haidang.web.forms.slips import AnswerForm
from haidang.web.kept import as_it_stands
from haidang.web.views.work.glance import Glance, Progress, Window, glance_of
from haidang.web.views.work.office import Season, season_of
from haidang.web.views.work.papers import waiting
from haidang.web.views.work.rows import link

MOST_UNITS, MOST_DECISIONS = 15, 5
LOOSE = (
    ("directions", "phương hướng chưa có đơn vị"),
    ("targets", "chỉ tiêu chưa có đơn vị"),
    ("unmeasured", "nhiệm vụ chưa nói cách đo"),
    ("idle", "chỉ tiêu không nhiệm vụ nào dùng"),
)
BESIDE = ("revision__edition__document", "opened_by__unit")
READERS = (Role.LEADER, Role.DRAFTER, Role.CLERK, Role.ADMINISTRATOR, Role.AUDITOR)


@dataclass(frozen=True, slots=True)
class LateUnit:
    """A unit that something is missing from, and what."""

    name: str
    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Decision:
    """A draft that waits for a word; with the step and a form where it is this person's turn."""

    slip: Slip
    title: str
    why: str
    url: str
    step: Step | None = None
    form: AnswerForm | None = None


def leader_page(user: User) -> dict[str, object]:
    """All that stands on the one page."""
    season = season_of(user)
    window = window_of(season)
    glance = glance_of(user, window)
    loose = loose_ends(user)
    decisions = decisions_of(user)
    late = late_units(season, glance.progress)
    return {
        "season": season,
        "flashes": waiting_flashes(user)[:MOST_DECISIONS],
        "since": window[0],
        "until": window[1],
        "glance": glance,
        "sentences": sentences_of(season, glance, loose, len(decisions)),
        "late": late[:MOST_UNITS],
        "late_more": max(0, len(late) - MOST_UNITS),
        "decisions": decisions[:MOST_DECISIONS],
        "decisions_more": max(0, len(decisions) - MOST_DECISIONS),
        "loose": [(loose[key], words, key) for key, words in LOOSE],
        "loose_total": sum(loose.values()),
        "may_assign": user.has_role(Role.LEADER),
        "deadline": season.deadline if season else None,
    }


def window_of(season: Season | None) -> Window:
    """The days that the page counts: those of the open round up to today, else this year's."""
    today = clock.today()
    if season is None:
        return today.replace(month=1, day=1), today
    return season.round.data_from, min(season.round.data_to, today)


def loose_ends(user: User) -> dict[str, int]:
    """How much nobody carries or measures in the plans of this year of the person's authority."""
    plans = keys_of_plans(user, clock.today().year)
    return as_it_stands(user, "loose", lambda: orphans_of(plans, answered_by_reports()).counts())


def decisions_of(user: User) -> list[Decision]:
    """The drafts that wait: for this person's word, or, for the office, for a leader's."""
    if user.has_role(Role.LEADER):
        mine = keys_waiting_for(user)
        return [_to_answer(slip) for slip in waiting(mine)] if mine else []
    with_leaders = waiting_at(Role.LEADER, Slip.objects.visible_to(user)).order_by("opened_at")
    return [_decision(slip) for slip in with_leaders.select_related(*BESIDE)]


def _to_answer(slip: Slip) -> Decision:
    shown = _decision(slip)
    waiting = [step for step in slip.steps.all() if step.status == StepStatus.WAITING]
    step = min(waiting, key=lambda one: one.ordinal)
    form = AnswerForm(auto_id=f"id_{slip.pk}_%s")
    return Decision(slip, shown.title, shown.why, shown.url, step, form)


def _decision(slip: Slip) -> Decision:
    edition = slip.revision.edition
    unit = slip.opened_by.unit
    by = f"{slip.opened_by.post}, {unit.short_name}" if unit else slip.opened_by.post
    why = f"{by} trình ngày {wording.day_short(slip.opened_at)}"
    return Decision(slip, str(edition.document), why, link("document-slip", edition.document_id))


def sentences_of(
    season: Season | None, glance: Glance, loose: dict[str, int], slips: int
) -> list[str]:
    """The three sentences that a leader remembers."""
    number, progress = wording.number, glance.progress
    share = f"{number(progress.done)}/{number(progress.given)}"
    first = f"{progress.percent}% phần việc được giao đã có kết quả ({share})."
    if not progress.given:
        first = "Chưa có phần việc nào được giao cho đơn vị trong năm nay."
    return [first, _about_reports(season), _about_decisions(loose, slips)]


def _about_reports(season: Season | None) -> str:
    if season is None:
        return "Không có kỳ báo cáo nào đang mở."
    missing, all_units = season.counts["open"], season.counts["all"]
    said = f"{missing}/{all_units} đơn vị chưa gửi" if missing else "Tất cả đơn vị đã gửi"
    due = wording.day(season.round.due_on)
    by_when = "số liệu đã chốt" if season.is_finished else f"chậm nhất 24 giờ ngày {due}"
    return f"{said} {season.title.lower()}; {by_when}."


def _about_decisions(loose: dict[str, int], slips: int) -> str:
    waiting = [
        f"{verb} {count} {what}"
        for verb, count, what in (
            ("cho ý kiến", slips, "văn bản"),
            ("giao", loose["directions"], "phương hướng chưa có đơn vị"),
            ("giao", loose["targets"], "chỉ tiêu chưa có đơn vị"),
        )
        if count
    ]
    return f"Cần quyết định: {', '.join(waiting)}." if waiting else "Không có việc chờ quyết định."


def late_units(season: Season | None, progress: Progress) -> list[LateUnit]:
    """The units whose report is not in, and how many of their tasks are overdue."""
    reports = [report for report in season.reports if report.is_editable] if season else []
    return [
        LateUnit(
            report.unit.area or report.unit.short_name,
            _standing(report, progress.late_by_unit.get(report.unit_id, 0)),
            link("report", report.pk),
        )
        for report in reports
    ]


def _standing(report: Report, late: int) -> str:
    overdue = f" · {late} việc quá hạn" if late else ""
    if report.status == ReportStatus.NOT_STARTED:
        return f"báo cáo chưa có mục nào{overdue}"
    if report.is_returned and report.mend_by:
        by = wording.day_short(report.mend_by)
        return f"đang sửa báo cáo theo góp ý, chậm nhất {by}{overdue}"
    return f"báo cáo đã xong {report.done}/{report.asked} mục{overdue}"  # type: ignore[attr-defined]
