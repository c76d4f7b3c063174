"""What is still missing before a task is accepted and before a plan is adopted."""

import datetime as dt
from collections.abc import Collection, Iterable

from haidang.documents.stamps import about_words
from haidang.errors import Issue
from haidang.plans.enums import Bucket, How, TaskKind, TaskStatus
from haidang.plans.models import Detailed, Plan, Task
from haidang.plans.said import Said

LONGEST_TITLE, LONGEST_WORDS, LONGEST_REASON, LONGEST_OWNER = 300, 5_000, 1_000, 300


def before_accepting(task: Task) -> list[Issue]:
    if task.kind == TaskKind.DUTY and not task.has_owner:
        return [
            Issue(
                "no-unit", f"Chọn đơn vị thực hiện cho nhiệm vụ {task.label} rồi mới nhận.", "unit"
            )
        ]
    return []


def before_refusing(reason: str) -> list[Issue]:
    if not reason.strip():
        return [Issue("no-reason", "Nêu lý do bỏ, để người xem sau hiểu.", "reason")]
    return about_words(reason, "reason")


def before_confirming(plan: Plan, due_on: dt.date | None) -> list[Issue]:
    # What a plan asks for at once is due before its year begins: "xây dựng kế hoạch trước 15/10".
    issued_on = plan.revision.edition.issued_on
    earliest = min(dt.date(plan.year, 1, 1), issued_on or dt.date(plan.year, 1, 1))
    if due_on is None or (earliest <= due_on and due_on.year <= plan.year + 1):
        return []
    words = (
        f"Hạn phải ở trong năm {plan.year} của kế hoạch hoặc năm sau đó, hoặc sớm hơn mà không"
        " trước ngày ban hành."
    )
    return [Issue("day-outside-plan", words, "due_on")]


def before_adopting(plan: Plan, unchanged: Collection[int] = ()) -> list[Issue]:
    # What an amendment leaves unchanged was decided, and its day confirmed, in the plan before it.
    tasks = [task for task in plan.tasks.all() if task.pk not in unchanged]
    accepted = [task for task in tasks if task.status == TaskStatus.ACCEPTED]
    unresolved = plan.items.filter(is_sentence=True, bucket=Bucket.UNRESOLVED)
    found = [
        _about(
            [task for task in tasks if task.status == TaskStatus.PROPOSED], "waiting", "chờ xem"
        ),
        _about([task for task in accepted if before_accepting(task)], "no-unit", "chưa có đơn vị"),
        _about(
            [task for task in accepted if _waits_for_a_name(task)],
            "no-name",
            "có hạn chưa ai xác nhận",
        ),
    ]
    if count := unresolved.count():
        found.append(Issue("unresolved", f"{count} câu chưa rõ thuộc loại nào; hãy xếp loại."))
    if tasks and not accepted and not any(found):
        found.append(Issue("nothing", "Chưa nhận nhiệm vụ nào."))
    return [issue for issue in found if issue]


def _waits_for_a_name(task: Task) -> bool:
    return task.due_on is not None and task.due_confirmed_at is None


def _about(tasks: Iterable[Task], name: str, what: str) -> Issue | None:
    labels = [task.label for task in tasks]
    if not labels:
        return None
    shown = ", ".join(labels[:6]) + (", …" if len(labels) > 6 else "")
    first = next(iter(tasks))
    return Issue(name, f"{len(labels)} nhiệm vụ {what}: {shown}.", str(first.pk))


def before_answering(task: Task, said: Said) -> list[Issue]:
    found = [*_lacking(said), *_too_long(said), *_about_day(task, said.due_on)]
    for field in ("words", "reason", "owner"):
        found += about_words(getattr(said, field), field)
    return found


def before_adding(item: Said, title: str, detailed: Detailed) -> list[Issue]:
    found = [] if title.strip() else [Issue("no-title", "Viết tên việc.", "title")]
    if len(title.strip()) > LONGEST_TITLE:
        words = f"Tên việc dài quá {LONGEST_TITLE} ký tự; viết phần còn lại ở nội dung."
        found.append(Issue("too-long", words, "title"))
    found += [*_too_long(item), *before_confirming(detailed.plan, item.due_on)]
    for field, text in (("title", title), ("words", item.words), ("owner", item.owner)):
        found += about_words(text, field)
    return found


def _lacking(said: Said) -> list[Issue]:
    words, reason = said.words.strip(), said.reason.strip()
    if said.how == How.ADAPTED:
        lacking = [] if words else [Issue("no-words", "Viết nội dung đã điều chỉnh.", "words")]
        why = "Nêu điều chỉnh ở đâu, vì sao, để cấp trên theo dõi."
        return lacking if reason else [*lacking, Issue("no-reason", why, "reason")]
    if said.how == How.WAIVED:
        if not reason:
            return [Issue("no-reason", "Nêu lý do không triển khai, để cấp trên biết.", "reason")]
        if words or said.owner.strip() or said.due_on:
            surplus = "Mục không triển khai thì không ghi nội dung, người làm và hạn."
            return [Issue("surplus", surplus, "words")]
    elif words or reason:
        return [Issue("surplus", "Đã viết nội dung riêng: chọn “Điều chỉnh”.", "words")]
    return []


def _too_long(said: Said) -> list[Issue]:
    lengths = {"words": LONGEST_WORDS, "reason": LONGEST_REASON, "owner": LONGEST_OWNER}
    return [
        Issue("too-long", f"Dài quá {most:,} ký tự; hãy viết gọn lại.".replace(",", "."), field)
        for field, most in lengths.items()
        if len(getattr(said, field).strip()) > most
    ]


def _about_day(task: Task, due_on: dt.date | None) -> list[Issue]:
    if due_on and task.due_on and due_on > task.due_on:
        words = f"Cấp trên giao xong chậm nhất ngày {task.due_on:%d/%m/%Y}; hạn không được sau đó."
        return [Issue("day-too-late", words, "due_on")]
    return before_confirming(task.plan, due_on)
