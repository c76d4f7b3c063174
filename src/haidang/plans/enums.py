"""Choices of the plans room, and the moves between states."""

from django.db import models


class PlanStatus(models.TextChoices):
    """Where a plan stands."""

    IN_REVIEW = "in_review", "đang rà soát"
    ADOPTED = "adopted", "đã đưa vào thực hiện"
    WITHDRAWN = "withdrawn", "đã rút"
    REPLACED = "replaced", "đã thay thế"


class TaskKind(models.TextChoices):
    """Whether a text names who is to do it."""

    DUTY = "duty", "nhiệm vụ"
    DIRECTION = "direction", "phương hướng"


class TaskStatus(models.TextChoices):
    """What the reviewer decided of a proposed task."""

    PROPOSED = "proposed", "chờ xem"
    ACCEPTED = "accepted", "đã nhận"
    REFUSED = "refused", "đã bỏ"
    REPLACED = "replaced", "đã sửa đổi hoặc bãi bỏ"


class Certainty(models.TextChoices):
    """How sure we are of a task: of what the reader read, and of the unit that it names."""

    HIGH = "high", "cao"
    MIDDLE = "middle", "vừa"
    LOW = "low", "thấp"


class Part(models.TextChoices):
    """What a unit does in a task."""

    LEAD = "lead", "chủ trì"
    DOES = "does", "thực hiện"
    COORDINATE = "coordinate", "phối hợp"


class DetailedStatus(models.TextChoices):
    """Where the detailed plan of a unit stands."""

    DRAFTING = "drafting", "đang soạn"
    ISSUED = "issued", "đã ban hành"
    TAKEN_OVER = "taken_over", "đơn vị kế thừa làm tiếp"


class How(models.TextChoices):
    """What a unit does with an item of the plan above; an item without an answer is silent."""

    TAKEN_UP = "taken_up", "nhận"
    ADAPTED = "adapted", "điều chỉnh"
    WAIVED = "waived", "không triển khai"


class Amended(models.TextChoices):
    """What became of an item when its plan was amended."""

    SAME = "same", "giữ nguyên"
    CHANGED = "changed", "sửa đổi"
    ADDED = "added", "bổ sung"
    REMOVED = "removed", "bãi bỏ"


class Bucket(models.TextChoices):
    """What a sentence of a plan is for; the values are those of haidang.text.blocks.Bucket."""

    BASIS = "basis", "căn cứ"
    PURPOSE = "purpose", "mục đích"
    REQUIREMENT = "requirement", "yêu cầu"
    DIRECTION = "direction", "phương hướng"
    TASK = "task", "nhiệm vụ"
    TARGET = "target", "chỉ tiêu"
    FORMALITY = "formality", "thủ tục"
    UNRESOLVED = "unresolved", "chưa rõ"


PLAN_MOVES: dict[PlanStatus, frozenset[PlanStatus]] = {
    PlanStatus.IN_REVIEW: frozenset({PlanStatus.ADOPTED, PlanStatus.WITHDRAWN}),
    # Another plan takes its place as a whole (promise N5); it stays as it was.
    PlanStatus.ADOPTED: frozenset({PlanStatus.REPLACED}),
    PlanStatus.WITHDRAWN: frozenset(),
    PlanStatus.REPLACED: frozenset(),
}
TASK_MOVES: dict[TaskStatus, frozenset[TaskStatus]] = {
    TaskStatus.PROPOSED: frozenset({TaskStatus.ACCEPTED, TaskStatus.REFUSED}),
    TaskStatus.ACCEPTED: frozenset({TaskStatus.ACCEPTED, TaskStatus.REFUSED, TaskStatus.REPLACED}),
    TaskStatus.REFUSED: frozenset({TaskStatus.ACCEPTED, TaskStatus.REFUSED}),
    TaskStatus.REPLACED: frozenset(),
}
DETAILED_MOVES: dict[DetailedStatus, frozenset[DetailedStatus]] = {
    DetailedStatus.DRAFTING: frozenset({DetailedStatus.ISSUED, DetailedStatus.TAKEN_OVER}),
    DetailedStatus.ISSUED: frozenset(),
    DetailedStatus.TAKEN_OVER: frozenset(),
}
