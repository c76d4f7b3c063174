"""The first page after sign-in: what is to be done now, by what the person is there for."""

import datetime as dt

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from haidang import clock
from haidang.activities import rules
from haidang.activities.models import Activity
from haidang.errors import NotAllowed
from haidang.orgs.enums import Role
from haidang.orgs.models import User
from haidang.web.request import Request
from haidang.web.views.work import leader, office, own
from haidang.web.views.work.papers import arrivals_of, papers_of, sent_back_to, slips_of
from haidang.web.views.work.rows import Group, monday
from haidang.web.views.work.timeline import lately
from haidang.web.wording import weekday


def work(request: Request) -> HttpResponse:
    user = request.user
    if user.has_role(Role.LEADER):
        return render(request, "work/leader.html", week() | leader.leader_page(user))
    if user.has_role(Role.DRAFTER, Role.CLERK, Role.ADMINISTRATOR, Role.AUDITOR):
        return render(request, "work/office.html", week() | office_page(user))
    return render(request, "work/unit.html", week() | unit_page(user))


def week() -> dict[str, object]:
    """Which day and which week it is."""
    today, first = clock.today(), monday()
    name = weekday(today)
    return {
        "weekday": f"{name[0].upper()}{name[1:]}",
        "today": today,
        "week_number": today.isocalendar().week,
        "first_day": first,
        "last_day": first + dt.timedelta(days=6),
    }


def unit_page(user: User) -> dict[str, object]:
    """For a commune, the centre, the border post: its own tasks, report and log."""
    if user.unit is None:
        return {"groups": [], "is_quiet": True}
    reports = own.open_reports(user.unit)
    groups = [*own.groups_of(user.unit, reports), arrivals_of(user)]
    logged = Activity.objects.filter(unit=user.unit).select_related("kind")
    return {
        "groups": _filled(groups),
        "is_quiet": not any(group.rows for group in groups[:3]),
        "deadline": own.deadline_of(reports),
        "may_log": rules.may_log(user, user.unit),
        "logged": logged.order_by("-logged_at")[:5],
        "year": own.year_of(user.unit),
    }


def office_page(user: User) -> dict[str, object]:
    """For the office that drafts and consolidates, and for who looks on."""
    season = office.season_of(user)
    may_log = user.unit is not None and rules.may_log(user, user.unit)
    papers = [
        slips_of(user),
        sent_back_to(user),
        papers_of(user),
        *([arrivals_of(user)] if user.unit else []),
    ]
    return {
        "season": season,
        "groups": _filled([*papers, *office.groups_of(user, season)]),
        "deadline": season.deadline if season else None,
        "acts": lately(user),
        "may_log": may_log,
    }


@require_safe
def one_page(request: Request) -> HttpResponse:
    """The leader's page, for the office to print for him; refused to who may not read it."""
    if not request.user.has_role(*leader.READERS):
        raise NotAllowed("Một trang này dành cho lãnh đạo và chuyên viên của cơ quan.")
    return render(request, "work/leader.html", week() | leader.leader_page(request.user))


def _filled(groups: list[Group]) -> list[Group]:
    return [group for group in groups if group.rows]
