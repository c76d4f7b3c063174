"""Two communes answer the founding plan: one issued its detailed plan, one is half-way.

The others have not begun, which is what the coverage is there to show. All of it is simulated.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import partial

from haidang import clock
from haidang.demonstration.documents import SIMULATED
from haidang.demonstration.season import Step
from haidang.documents.commands import (
    Wish,
    agree_step,
    begin_series,
    issue_document,
    submit_for_signature,
)
from haidang.documents.models import Edition
from haidang.documents.queries import step_due
from haidang.orgs.models import User
from haidang.plans import commands
from haidang.plans.enums import How
from haidang.plans.models import Detailed, Plan
from haidang.plans.queries import detailed_of
from haidang.plans.said import Said

ISSUED, HALF = "mylongbac", "kimhoa"
LEADER, CLERK = "lanhdaomylongbac", "vanthumylongbac"
OFFICER = "Công chức Văn hóa – Xã hội"
PLANS_ON_PAPER = 41  # of 2023, before the first that is numbered here
TAKEN_UP = Said(How.TAKEN_UP, owner=OFFICER)
ANSWERS = {
    "II.3": Said(
        How.ADAPTED,
        words="Phát thanh nội dung về biển, đảo trên Trạm Truyền thanh xã mỗi tuần hai buổi, có "
        "một buổi bằng tiếng Khmer",
        owner="Trạm Truyền thanh xã",
        reason="Xã không có trang thông tin điện tử riêng; trạm có lịch phát cố định.",
    ),
    "II.5": Said(
        How.WAIVED, reason="Việc thu hút nhà đầu tư nước ngoài do huyện làm, xã cung cấp số liệu."
    ),
    "III.4.c": Said(How.TAKEN_UP, owner=OFFICER, due_on=dt.date(2024, 11, 20)),
}
FIRST_HALF = ("II.1", "II.2", "III.4.a", "III.4.b")


def steps(persons: Mapping[str, User], plan: Plan) -> Iterator[Step]:
    """Yield what the two communes did, each step with its moment."""
    story = _Story(persons, plan)
    yield _at(11, 6, 14), lambda: story.answer(ISSUED, [task.label for task in story.items])
    yield _at(11, 7, 8), story.add_own
    yield _at(11, 8, 9), lambda: story.answer(HALF, FIRST_HALF)
    yield _at(11, 20, 9), story.submit
    for hour, account in ((10, LEADER), (14, CLERK), (15, LEADER)):
        yield _at(11, 20, hour), partial(story.agree, account)
    yield _at(11, 21, 8), story.issue
    yield _at(11, 21, 14), story.carry_out


class _Story:
    def __init__(self, persons: Mapping[str, User], plan: Plan) -> None:
        self.persons, self.plan = persons, plan
        self.items = list(plan.tasks.filter(label__regex=r"^(II\.|III\.4)"))

    def answer(self, account: str, labels: list[str] | tuple[str, ...]) -> None:
        """The officer begins and answers some items."""
        by = self.persons[account]
        detailed = commands.start_detailed_plan(unit=by.seat, plan=self.plan, by=by)
        for task in self.items:
            if task.label in labels:
                said = ANSWERS.get(task.label, TAKEN_UP)
                commands.answer_item(detailed=detailed, task=task, said=said, by=by)

    def add_own(self) -> None:
        """What the commune adds itself."""
        title = "Nói chuyện chuyên đề biển, đảo cho ngư dân trước mùa đánh bắt"
        said = Said(How.TAKEN_UP, owner="Công chức Tư pháp – Hộ tịch", due_on=dt.date(2024, 3, 31))
        by = self.persons[ISSUED]
        commands.add_own_item(detailed=self._detailed(), title=title, said=said, by=by)

    def submit(self) -> None:
        """The officer writes the document and sends it for signature."""
        by = self.persons[ISSUED]
        revision = commands.write_detailed_plan(
            detailed=self._detailed(), by=by, signer_name="Người Ký Mẫu"
        )
        submit_for_signature(edition=revision.edition, by=by)

    def agree(self, account: str) -> None:
        """One post of the route agrees."""
        slip = self._edition().revisions.latest("ordinal").slips.latest("pk")
        if step := step_due(slip):
            agree_step(step=step, by=self.persons[account])

    def issue(self) -> None:
        """The records office of the commune gives the number."""
        clerk = self.persons[CLERK]
        begin_series(unit=clerk.seat, document_type="Kế hoạch", after=PLANS_ON_PAPER, by=clerk)
        issue_document(edition=self._edition(), by=clerk, wish=Wish(copies=6, note=SIMULATED))

    def carry_out(self) -> None:
        """The issued document becomes the plan of the commune."""
        commands.adopt_detailed_plan(detailed=self._detailed(), by=self.persons[ISSUED])

    def _detailed(self) -> Detailed:
        found = detailed_of(self.persons[ISSUED].seat, self.plan)
        assert found is not None
        return found

    def _edition(self) -> Edition:
        edition = self._detailed().edition
        assert edition is not None
        return edition


def _at(month: int, day: int, hour: int) -> dt.datetime:
    return clock.at(dt.date(2023, month, day), hour)
