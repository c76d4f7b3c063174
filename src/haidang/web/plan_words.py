"""What the screens of a plan say: acts of its history, how a deadline was understood, amounts."""

import datetime as dt
import re
from decimal import Decimal

from haidang.plans.models import Target, Task
from haidang.plans.rates import period_of
from haidang.web import wording

EVENTS = {
    "read_in": "đọc văn bản vào",
    "accept_task": "nhận nhiệm vụ",
    "accept_tasks": "nhận các việc chắc chắn",
    "refuse_task": "bỏ nhiệm vụ",
    "change_task": "sửa nhiệm vụ",
    "confirm_deadline": "xác nhận hạn của",
    "classify_item": "xếp loại một câu",
    "adopt_plan": "đưa kế hoạch vào thực hiện",
    "assign_direction": "giao phương hướng",
    "withdraw_plan": "rút kế hoạch",
    "begin_amendment": "so sánh với kế hoạch được sửa đổi",
    "match_items": "ghép lại một mục của bản so sánh",
    "amend_by_sentence": "chọn câu sửa đổi cho một mục",
    "adopt_amendment": "áp dụng bản sửa đổi",
    "tell_of_amendment": "báo các đơn vị trả lời mục đã đổi",
    "answer_amendment": "trả lời mục bị sửa đổi",
    "carry_detailed_plan": "chuyển câu trả lời sang bản kế hoạch mới",
    "start_from_occasion": "giao việc theo dịp",
    "move_with_occasion": "đổi ngày theo dịp vừa xác nhận",
}
STATES = {"ok": "hoàn thành", "run": "đang thực hiện", "none": "chưa thực hiện", "late": "quá hạn"}
ANCHORS = {
    "plan-year": "Văn bản không ghi năm; lấy năm của kế hoạch ({year}).",
    "signing-year": "Văn bản không ghi năm; lấy năm ban hành ({year}).",
    "signing-day": "Đếm từ ngày ban hành, ngày đầu không tính.",
    "event": "Tính từ một việc mà văn bản không ghi ngày.",
}
BORROWED = {"plan": "plan-year", "signing": "signing-year"}
_DAY = re.compile(r"ngày\D{0,3}(?P<day>\d{1,2})|(?P<short>\d{1,2})\s*[/.-]\s*\d")
BOUNDS = {"at-least": "ít nhất", "at-most": "không quá", "above": "trên", "below": "dưới"}


def event(name: str) -> str:
    """What was done, as a history tells it."""
    return EVENTS.get(name, name)


def deadline_words(task: Task) -> list[str]:
    """How a deadline was understood: what "before" leaves out, what it counts from, its window."""
    return [
        words for words in (_before_words(task), _anchor_words(task), _window_words(task)) if words
    ]


def named_day(task: Task) -> dt.date | None:
    """The day that "trước ngày …" names: the last day in time, or the one after it."""
    written = _DAY.search(task.deadline_phrase)
    if task.due_on is None or written is None or not task.deadline_rule.startswith("before"):
        return None
    number = int(written["day"] or written["short"])
    around = (task.due_on, task.due_on + dt.timedelta(days=1))
    return next((day for day in around if day.day == number), None)


def _before_words(task: Task) -> str:
    named = named_day(task)
    if named is None:
        return ""
    if named != task.due_on:
        return f"“Trước ngày”: không kể ngày {named.day}/{named.month}."
    return "“Trước ngày”: kể cả ngày được nêu."


def _anchor_words(task: Task) -> str:
    anchor = task.counted_from or BORROWED.get(task.due_year_from, "")
    if anchor not in ANCHORS or task.due_confirmed_at:
        return ""
    return ANCHORS[anchor].format(year=task.due_on.year if task.due_on else task.plan.year)


def _window_words(task: Task) -> str:
    if task.due_on or not task.window_until:
        return ""
    begins = f"từ {wording.day(task.window_from)} " if task.window_from else ""
    return f"Thời gian nêu trong văn bản: {begins}đến hết {wording.day(task.window_until)}."


def amount(target: Target) -> str:
    """The quantity of a target, as people write it: ít nhất 60%, 3–5 mô hình, tăng 10%."""
    if target.quantity is None:
        return ""
    if target.bound == "change":
        return f"{'giảm' if target.quantity < 0 else 'tăng'} {_measured(target)}"
    return f"{BOUNDS.get(target.bound, '')} {_measured(target)}".strip()


def _measured(target: Target) -> str:
    ends = [end for end in (target.quantity, target.upper) if end is not None]
    number = "–".join(wording.number(abs(Decimal(end))) for end in ends)
    if target.measure == "%":
        return f"{number}%"
    period = period_of(target)
    each = "" if period == "năm" or period in target.measure else f" mỗi {period}"
    return f"{number} {target.measure}".strip() + each


def written_date(iso: str | None) -> str:
    """A date as it was read, which may lack its day or its month: 29/9/2023, 9/2023, 2023."""
    return "/".join(str(int(part)) for part in reversed((iso or "").split("-")) if part.isdigit())
