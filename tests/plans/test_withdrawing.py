"""A plan read in by mistake is taken out of review; nothing of it goes."""

import pytest

from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.queries import history_of
from haidang.plans import commands
from haidang.plans.enums import PlanStatus
from haidang.plans.models import Plan
from tests.makers import make_authority
from tests.makers.plans import make_adopted, make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def authority():
    return make_authority(communes=1)


def test_withdraw_plan_says_why_and_keeps_everything(authority):
    plan = make_plan(authority)

    plan = commands.withdraw_plan(plan=plan, reason=" nhầm tệp ", by=authority.drafter)

    assert (plan.status, plan.withdrawal_reason) == (PlanStatus.WITHDRAWN, "nhầm tệp")
    assert (plan.tasks.count(), plan.revision.file is None) == (6, False)
    assert history_of(plan).first().event == "withdraw_plan"


def test_the_same_file_may_be_read_in_again(authority):
    commands.withdraw_plan(plan=make_plan(authority), reason="nhầm", by=authority.drafter)

    again = make_plan(authority)

    assert not any("cùng số" in warning for warning in again.warnings)
    assert Plan.objects.count() == 2


def test_withdraw_plan_refuses_no_reason_strangers_and_what_is_adopted(authority):
    plan = make_plan(authority)
    with pytest.raises(Incomplete, match="Nêu lý do rút"):
        commands.withdraw_plan(plan=plan, reason=" ", by=authority.drafter)
    with pytest.raises(NotAllowed):
        commands.withdraw_plan(plan=plan, reason="nhầm", by=authority.leader)

    adopted = make_adopted(make_authority(communes=1))
    with pytest.raises(WrongState, match="đã đưa vào thực hiện"):
        commands.withdraw_plan(plan=adopted, reason="nhầm", by=authority.drafter)


def test_a_withdrawn_plan_is_reviewed_and_adopted_no_more(authority):
    plan = commands.withdraw_plan(plan=make_plan(authority), reason="nhầm", by=authority.drafter)

    with pytest.raises(WrongState, match="đã được rút"):
        commands.accept_task(task=plan.tasks.first(), by=authority.drafter)
    with pytest.raises(WrongState, match="đã rút"):
        commands.adopt_plan(plan=plan, by=authority.drafter)
