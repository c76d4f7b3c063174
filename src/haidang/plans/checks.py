"""What is still missing before a task is accepted and before a plan is adopted."""

import datetime as dt
from collections.abc import Iterable

from haidang.documents.stamps import about_words
from haidang.errors import Issue
from haidang.plans.enums import Bucket, TaskKind, TaskStatus
from haidang.plans.models import Plan, Task


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


def before_adopting(plan: Plan) -> list[Issue]:
    tasks = list(plan.tasks.all())
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
