"""The yearly reports of the fifteen communes, each brought as far as it has come."""

from collections.abc import Iterator, Mapping

from haidang.demonstration.season import COURSES, OPENED, Step, moment
from haidang.demonstration.story import Story
from haidang.demonstration.units import District
from haidang.orgs.models import User
from haidang.plans.models import Plan
from haidang.plans.queries import report_task
from haidang.reporting import commands


def steps(district: District, persons: Mapping[str, User], plan: Plan) -> Iterator[Step]:
    """Yield the opening of the round that the plan asks for, then what each unit does in it."""
    yield moment(OPENED), lambda: _open(district, persons["chuyenvien"], plan)
    for number, (account, course) in enumerate(COURSES.items()):
        story = Story(number=number, reporter=persons[account], drafter=persons["chuyenvien"])
        for when, act in story.steps(account, course):
            yield moment(when), act


def _open(district: District, drafter: User, plan: Plan) -> None:
    regime = commands.load_regime(
        receiver=district.authority,
        reporters=district.group,
        through=district.office,
        upper=[district.department, district.province],
        by=None,
    )
    commands.open_round(regime=regime, year=plan.year, by=drafter, task=report_task(plan))
