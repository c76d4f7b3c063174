"""The steps of the journey that nobody needs to see in a browser, done by the real commands."""

import datetime as dt
import uuid

from haidang.activities.commands import log_activity
from haidang.activities.models import Kind
from haidang.demonstration.story import Story
from haidang.plans.models import Task
from haidang.reporting import commands as reporting
from haidang.reporting.models import Report


def given_a_year_of_work(office, *, but=()):
    """Every commune talked to people and aired bulletins, each a little more."""
    task = Task.objects.get(label="III.4.b")
    kinds = {kind.code: kind for kind in Kind.objects.all()}
    for number, (account, unit) in enumerate(office.district.communes.items(), start=1):
        if account in but:
            continue
        for kind, quantities in {
            "talk": {"sessions": 1, "attendances": 40 + number},
            "radio": {"sessions": 2, "minutes": 60},
            "article": {"items": 1, "files": 2},
        }.items():
            log_activity(
                id=uuid.uuid4(),
                unit=unit,
                kind=kinds[kind],
                title="Luật Biên phòng Việt Nam",
                on=dt.date(2024, 3, 1),
                by=office.persons[account],
                quantities=quantities,
                task=task,
            )


def given_a_regime(office):
    """The yearly report that the district asks of its communes."""
    district = office.district
    return reporting.load_regime(
        receiver=district.authority,
        reporters=district.group,
        through=district.office,
        upper=[district.department, district.province],
        by=None,
    )


def when_the_others_report(office, *, but=()):
    """The other communes fill and send their reports, and the office accepts them."""
    for number, account in enumerate(office.district.communes):
        if account in but:
            continue
        story = Story(
            number=number,
            reporter=office.persons[account],
            drafter=office.persons["chuyenvien"],
        )
        story.start()
        story.send({})
        story.take_up()
        story.accept()


def report_of(office, account):
    """The report of one commune."""
    return Report.objects.get(unit=office.district.communes[account])
