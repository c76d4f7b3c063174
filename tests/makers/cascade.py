"""Detailed plans of units for tests, always through the real commands."""

import datetime as dt
from dataclasses import dataclass

from haidang import clock
from haidang.documents.commands import agree_step, issue_document, submit_for_signature
from haidang.documents.models import Edition
from haidang.documents.queries import step_due
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, User
from haidang.plans import commands
from haidang.plans.cascade import silent_items
from haidang.plans.enums import How
from haidang.plans.models import Detailed, Plan
from haidang.plans.said import Said
from tests.kept import kept
from tests.makers.orgs import Authority, make_authority, make_user
from tests.makers.plans import make_adopted

IN_2024 = clock.at(dt.date(2024, 1, 8), 9)
TAKEN_UP = Said(How.TAKEN_UP)
ADAPTED = Said(
    How.ADAPTED, words="Phát thanh mỗi tuần hai buổi tại các ấp", reason="Xã có bảy cụm loa"
)
WAIVED = Said(How.WAIVED, reason="Xã không có biển")


@dataclass
class Cascade:
    """An authority with an adopted plan, one of its communes and who works there."""

    authority: Authority
    plan: Plan
    commune: Unit
    officer: User
    chair: User
    clerk: User

    def task(self, label):
        """The item of the plan above with a label."""
        return self.plan.tasks.get(label=label)

    def start(self):
        """Begin the detailed plan of the commune."""
        return commands.start_detailed_plan(unit=self.commune, plan=self.plan, by=self.officer)

    def answer(self, detailed, label, said=TAKEN_UP, **how):
        """Answer an item."""
        by = how.pop("by", self.officer)
        return commands.answer_item(
            detailed=detailed, task=self.task(label), said=said, by=by, **how
        )


@kept
def make_cascade(communes=3, **options):
    """Make an adopted plan with five items for each commune: two directions, three duties."""
    authority = make_authority(communes=communes)
    plan = make_adopted(authority, **options)
    commune = authority.communes[0]
    return Cascade(
        authority,
        plan,
        commune,
        authority.reporters[0],
        make_user(Role.LEADER, unit=commune, post="Phó Chủ tịch"),
        make_user(Role.CLERK, unit=commune, post="Văn thư"),
    )


def answer_all(cascade, detailed):
    """Answer each item: the first duty is adapted, the first direction waived."""
    said = {"II.1": WAIVED, "III.2.a": ADAPTED}
    for task in silent_items(detailed):
        cascade.answer(detailed, task.label, said.get(task.label, TAKEN_UP))


def agree(cascade, edition):
    """Bring a draft of the commune through its slip."""
    slip = submit_for_signature(edition=edition, by=cascade.officer)
    for person in (cascade.chair, cascade.clerk, cascade.chair):
        agree_step(step=step_due(slip), by=person)
    return Edition.objects.get(pk=edition.pk)


def make_issued_detailed(cascade):
    """A detailed plan with its document issued, not carried out yet."""
    detailed = cascade.start()
    answer_all(cascade, detailed)
    revision = commands.write_detailed_plan(
        detailed=detailed, by=cascade.officer, signer_name="Người Ký Mẫu"
    )
    issue_document(edition=agree(cascade, revision.edition), by=cascade.clerk)
    return Detailed.objects.get(pk=detailed.pk)
