"""What a task is probably measured by: said by its words, its targets and what was logged for it.

Every suggestion comes with its reason, and none is taken without a person's word.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from haidang.activities.models import Indicator, Kind
from haidang.plans.models import Target, Task

# Words of plans beside those of the catalogue, whose name for a kind is always looked for.
ALSO_SAID = {
    "phát thanh": ("truyền thanh", "loa", "phát sóng"),
    "tin, bài": ("tin bài", "báo chí", "trang thông tin điện tử", "cổng thông tin", "đưa tin"),
    "tuyên truyền trực tiếp": ("tuyên truyền miệng", "nói chuyện", "tập huấn", "hội nghị"),
    "văn nghệ, hội thi": ("văn nghệ", "hội thi", "hội diễn", "cuộc thi", "lễ hội"),
    "cổ động trực quan": ("pa nô", "pano", "băng rôn", "khẩu hiệu", "tờ rơi", "cổ động"),
    "quảng bá địa phương": ("quảng bá", "xúc tiến", "giới thiệu hình ảnh"),
    "tiếp kiều bào": ("kiều bào", "người việt nam ở nước ngoài"),
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An indicator or a kind of activity, and why it may be what the task means."""

    thing: Indicator | Kind
    reason: str


def suggested_kinds(
    task: Task, kinds: Iterable[Kind], logged: Mapping[str, int]
) -> list[Suggestion]:
    """The kinds that show the task was done: those logged for it first, then those it names."""
    text = f"{task.title} {task.text}".lower()
    found = []
    for kind in kinds:
        if times := logged.get(kind.pk, 0):
            found.append((times, Suggestion(kind, f"đã ghi {times} hoạt động loại này")))
        elif said := _said(kind, text):
            found.append((0, Suggestion(kind, f"văn bản nói “{said}”")))
    return [row for _, row in sorted(found, key=lambda pair: -pair[0])]


def suggested_indicators(
    targets: Sequence[Target], kinds: Iterable[Suggestion], indicators: Iterable[Indicator]
) -> list[Suggestion]:
    """The indicators in whose unit of measure a target counts, else the first of each kind.

    Every indicator is to come with the kinds that it counts (`indicator.kinds`).
    """
    wanted = {row.thing.pk: row.reason for row in kinds}
    rows = [row for row in indicators if any(kind.pk in wanted for kind in row.kinds.all())]
    counted = [
        Suggestion(row, f"chỉ tiêu “{target.text[:60]}” tính bằng {target.measure}")
        for row in rows
        for target in targets
        if target.measure and _same_unit(target.measure, row.unit_name)
    ]
    if counted:
        return list({row.thing.pk: row for row in counted}.values())
    first: dict[str, Suggestion] = {}
    for row in rows:
        for kind in row.kinds.all():
            if kind.pk in wanted and not row.language:
                first.setdefault(kind.pk, Suggestion(row, wanted[kind.pk]))
    return list({row.thing.pk: row for row in first.values()}.values())


def _said(kind: Kind, text: str) -> str:
    name = kind.name.lower()
    return next((words for words in (name, *ALSO_SAID.get(name, ())) if words in text), "")


def _same_unit(some: str, other: str) -> bool:
    one, two = some.strip().lower(), other.strip().lower()
    return one == two or one.startswith(f"{two} ") or two.startswith(f"{one} ")
