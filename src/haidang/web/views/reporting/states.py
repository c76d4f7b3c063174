"""How the state of a report shows: sign, word, tint."""

from dataclasses import dataclass

from haidang import clock
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Report
from haidang.reporting.queries.filling import Step
from haidang.web import wording


@dataclass(frozen=True, slots=True)
class Shown:
    """A tag of the kit."""

    kind: str
    word: str
    sign: str = ""


STATES = {
    ReportStatus.NOT_STARTED: Shown("none", "Chưa mở", "circle"),
    ReportStatus.DRAFT: Shown("none", "Đang soạn", "pencil"),
    ReportStatus.SUBMITTED: Shown("run", "Đã gửi", "send"),
    ReportStatus.IN_REVIEW: Shown("run", "Đang xem xét", "lock"),
    ReportStatus.RETURNED: Shown("back", "Trả lại để bổ sung"),
    ReportStatus.ACCEPTED: Shown("ok", "Tiếp nhận"),
    ReportStatus.HANDED_OVER: Shown("plain", "Đơn vị kế thừa báo cáo"),
}
STEPS = {
    "done": Shown("done", "Xong"),
    "nothing": Shown("plain", "Không phát sinh"),
    "look": Shown("soon", "Xem lại", "triangle-alert"),
    "suggested": Shown("run", "Bản gợi ý", "pencil"),
    "part": Shown("none", "Còn thiếu", "circle"),
    "todo": Shown("none", "Chưa làm", "circle"),
}
# The strip of a round: which states stand together, under which word.
GROUPS = (
    ("ok", "check-check", "Tiếp nhận", (ReportStatus.ACCEPTED,)),
    ("run", "send", "Chờ xem xét", (ReportStatus.SUBMITTED, ReportStatus.IN_REVIEW)),
    ("none", "pencil", "Đang soạn", (ReportStatus.DRAFT,)),
    ("back", "corner-up-left", "Trả lại", (ReportStatus.RETURNED,)),
    ("none", "circle", "Chưa mở", (ReportStatus.NOT_STARTED,)),
)


def shown(report: Report) -> Shown:
    """The tag of a report; once its day is over, one that was never opened is late."""
    if report.status == ReportStatus.NOT_STARTED and days_late(report):
        return Shown("late", f"Quá hạn {days_late(report)} ngày")
    return STATES[ReportStatus(report.status)]


def shown_step(step: Step, *, is_returned: bool) -> Shown:
    """The tag of a section; in a returned report only what was remarked needs a hand."""
    if is_returned and not step.is_mended:
        return Shown("back", f"{len(step.remarks)} góp ý")
    tag = STEPS[step.state]
    if step.state == "look":
        return Shown(tag.kind, f"Xem lại {step.to_look_at}", tag.sign)
    if step.state == "part":
        return Shown(tag.kind, f"Còn thiếu {step.asked - step.done}", tag.sign)
    return tag


def days_late(report: Report) -> int:
    """How many days after the deadline it is, for a report that was never sent; else 0."""
    if report.attempt:
        return 0
    return max(0, (clock.today() - report.round.due_on).days)


def words_of(report: Report) -> str:
    """A few small words under a unit in the strip: how far it is, or since when it waits."""
    if report.status in {ReportStatus.DRAFT, ReportStatus.RETURNED}:
        return f"{getattr(report, 'done', 0)}/{getattr(report, 'asked', 0)} mục"
    if report.status == ReportStatus.IN_REVIEW:
        return "đang xem xét"
    if report.status == ReportStatus.SUBMITTED and report.submitted_at:
        return wording.moment(report.submitted_at, clock.today())
    return f"quá {days} ngày" if (days := days_late(report)) else ""
