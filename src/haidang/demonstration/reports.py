"""The yearly reports of the fifteen communes, each brought as far as it has come."""

from collections.abc import Callable, Iterator, Mapping

from haidang import clock
from haidang.demonstration.season import COURSES, OPENED, Moment, moment
from haidang.demonstration.story import Story
from haidang.demonstration.units import District
from haidang.orgs.models import User
from haidang.plans.models import Plan
from haidang.plans.queries import report_task
from haidang.reporting import commands
from haidang.reporting.models import Round

Step = tuple[Moment, Callable[[], object]]


def tell(district: District, persons: Mapping[str, User], plan: Plan) -> None:
    """Open the round that the plan asks for; let each commune and the office do their part."""
    drafter = persons["chuyenvien"]
    regime = commands.load_regime(
        receiver=district.authority,
        reporters=district.group,
        through=district.office,
        upper=[district.department, district.province],
        by=None,
    )
    with clock.as_if(moment(OPENED)):
        opened = commands.open_round(
            regime=regime, year=plan.year, by=drafter, task=report_task(plan)
        )
    for when, act in sorted(_steps(opened, district, persons), key=lambda step: step[0]):
        with clock.as_if(moment(when)):
            act()


def _steps(opened: Round, district: District, persons: Mapping[str, User]) -> Iterator[Step]:
    reports = {report.unit_id: report for report in opened.reports.all()}
    for number, (account, course) in enumerate(COURSES.items()):
        story = Story(
            number=number,
            report=reports[district.communes[account].pk],
            reporter=persons[account],
            drafter=persons["chuyenvien"],
        )
        yield course.started, story.start
        yield from story.steps(account, course)
