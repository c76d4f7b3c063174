"""A notice to each unit that an amendment asks."""

import datetime as dt

import pytest

from haidang.chasing.commands import tell_of_amendment
from haidang.chasing.models import Notice
from haidang.errors import NotAllowed, WrongState
from haidang.plans import commands
from tests.makers import make_authority
from tests.makers.plans import make_adopted, make_amendment

pytestmark = pytest.mark.django_db


@pytest.mark.promise("N5")
def test_tell_of_amendment_leaves_one_notice_at_each_unit_that_owes_answers(settings):
    settings.AS_OF = dt.date(2024, 6, 10)
    town = make_authority(communes=2)
    old = make_adopted(town)
    waiting = make_amendment(town, old)
    for plan in (old, waiting):
        with pytest.raises(WrongState):
            tell_of_amendment(plan=plan, by=town.drafter)
    day = dt.date(2024, 6, 30)
    plan = commands.adopt_amendment(plan=waiting, answer_by=day, by=town.drafter)
    with pytest.raises(NotAllowed):
        tell_of_amendment(plan=plan, by=town.reporters[0])

    assert tell_of_amendment(plan=plan, by=town.drafter) == 2
    assert tell_of_amendment(plan=plan, by=town.drafter) == 0  # once is enough

    told = {(row.unit, row.url) for row in Notice.objects.all()}
    assert told == {(unit, f"/ke-hoach/{plan.pk}/sua-doi/") for unit in town.communes}
