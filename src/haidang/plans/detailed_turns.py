"""One person at a time at a detailed plan: locks it, and refuses who may not or comes too late."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from haidang import clock
from haidang.documents.enums import EditionStatus
from haidang.documents.models import Edition
from haidang.errors import NotAllowed, WrongState
from haidang.orgs.models import Succession, Unit, User
from haidang.plans import rules
from haidang.plans.changes import differences
from haidang.plans.enums import DetailedStatus
from haidang.plans.models import Answer, Detailed, Task
from haidang.plans.overtaking import Overtaken
from haidang.plans.queries.amendments import replaced_by
from haidang.plans.queries.history import history_of_answer
from haidang.plans.said import Said

SILENT = 0  # the version of an item without an answer
NOBODY_ELSE = "Chỉ người của {unit} mới được lập kế hoạch chi tiết của đơn vị."


@dataclass(slots=True)
class Turn:
    """A detailed plan that is locked, and what is done of its items, as the ledger keeps it."""

    detailed: Detailed
    by: User
    is_closed: bool
    touched: dict[int, dict[str, Any]]

    def changed(self, task: Task, before: Mapping[str, str], after: Mapping[str, str]) -> None:
        """Note what became of an item."""
        facts = differences(before, after)
        self.touched[task.pk] = {"version": self.detailed.version, "changes": facts}

    def say(self, task: Task, answer: Answer | None, said: Said) -> Answer:
        """Keep an answer to an item as it stands from now on."""
        before = words_of(answer)
        answer = answer or Answer(detailed=self.detailed, task=task)
        answer.how, answer.words, answer.reason = said.how, said.words.strip(), said.reason.strip()
        answer.owner, answer.due_on = said.owner.strip(), said.due_on
        answer.version, answer.at, answer.by = self.detailed.version, clock.now(), self.by
        answer.save()
        self.changed(task, before, words_of(answer))
        return answer

    def refuse_late(self, task: Task, answer: Answer | None, seen: int | None) -> None:
        """Refuse with Overtaken where somebody answered after the version that was seen."""
        version = answer.version if answer else SILENT
        if seen is None or seen == version:
            return
        told = history_of_answer(self.detailed, task)
        later = [one for one in told if one.version is not None and one.version > seen]
        raise Overtaken(later, version, self.by)


def take_turn(detailed: Detailed, by: User, *, late: bool = False, replaced: bool = False) -> Turn:
    """Lock a detailed plan and count the change that is to come.

    Refuses with NotAllowed, and with WrongState what was issued (but for `late` answers to items
    that were given afterwards), what a successor of the unit goes on with, and what belongs to a
    plan that was `replaced`, unless that is no matter.
    """
    edition = Edition.objects.select_for_update(no_key=True).filter(detailed_plan=detailed).first()
    locked = Detailed.objects.select_for_update(no_key=True, of=("self",))
    detailed = locked.select_related("plan__revision__edition", "unit").get(pk=detailed.pk)
    if not rules.may_detail(by, detailed.unit):
        raise NotAllowed(NOBODY_ELSE.format(unit=detailed.unit))
    refuse_ended(detailed.unit)
    if detailed.status == DetailedStatus.TAKEN_OVER:
        raise WrongState("Đơn vị kế thừa đã nhận làm tiếp kế hoạch chi tiết này.")
    if not replaced and (newer := replaced_by(detailed.plan)):
        raise WrongState(
            f"{detailed.plan} đã được thay thế bởi {newer}; hãy trả lời ở kế hoạch mới."
        )
    is_issued = edition is not None and edition.status == EditionStatus.ISSUED
    is_closed = is_issued or detailed.status == DetailedStatus.ISSUED
    if is_closed and not late:
        raise WrongState(f"Kế hoạch chi tiết đã ban hành, số {edition}; không đổi được nữa.")
    detailed.version += 1
    if not is_closed:
        detailed.save(update_fields=["version"])
    return Turn(detailed, by, is_closed, {})


def refuse_ended(unit: Unit) -> None:
    """Refuse with WrongState for a unit that came to an end, and say who goes on."""
    if unit.valid_to is None or unit.valid_to >= clock.today():
        return
    rows = Succession.objects.filter(predecessor=unit).select_related("successor")
    raise WrongState(ended_words(unit, [row.successor for row in rows]))


def ended_words(unit: Unit, heirs: Sequence[Unit]) -> str:
    """That a unit is no more, since when, and who goes on with its detailed plan."""
    until = f"{unit.valid_to:%d/%m/%Y}" if unit.valid_to else ""
    named = " và ".join(map(str, heirs)) or "đơn vị kế thừa"
    return (
        f"{unit} kết thúc ngày {until}; {named} làm tiếp kế hoạch chi tiết này. "
        "Nội dung đã trả lời vẫn còn."
    )


def words_of(answer: Answer | None) -> dict[str, str]:
    """What a person may say of an item, as it stands now."""
    if answer is None:
        return dict.fromkeys(("trả lời", "nội dung", "người thực hiện", "hạn", "lý do"), "")
    return {
        "trả lời": answer.get_how_display(),
        "nội dung": answer.words,
        "người thực hiện": answer.owner,
        "hạn": f"{answer.due_on:%d/%m/%Y}" if answer.due_on else "",
        "lý do": answer.reason,
    }
