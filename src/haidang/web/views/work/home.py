"""The first page after sign-in: what is to be done now, by what the person is there for."""

import datetime as dt
from dataclasses import replace
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from haidang import clock
from haidang.activities import rules
from haidang.activities.models import Activity
from haidang.errors import NotAllowed
from haidang.orgs.enums import Role
from haidang.orgs.models import User
from haidang.prepared import prepared
from haidang.web.request import Request
from haidang.web.views.work import leader, office, own
from haidang.web.views.work.asked import answers_asked, detailed_by
from haidang.web.views.work.beside import beside, to_remind
from haidang.web.views.work.broadcasts import ticks_of
from haidang.web.views.work.clearing import clearances_of
from haidang.web.views.work.papers import arrivals_of, papers_of, sent_back_to, slips_of
from haidang.web.views.work.rows import Group, monday
from haidang.web.views.work.stories import clarifications_of, sent_back_stories_of, stories_of
from haidang.web.views.work.timeline import lately
from haidang.web.wording import weekday


def work(request: Request) -> HttpResponse:
    """Show what is to be done now; one group whole where it was asked for."""
    user = request.user
    if user.has_role(Role.LEADER):
        return render(request, "work/leader.html", week() | leader.leader_page(user))
    is_office = user.has_role(Role.DRAFTER, Role.CLERK, Role.ADMINISTRATOR, Role.AUDITOR)
    page = week() | beside(user) | (office_page(user) if is_office else unit_page(user))
    if asked := request.GET.get("nhom"):
        groups = [replace(one, is_whole=True) for one in page["groups"] if one.name == asked]
        return render(request, "work/whole.html", page | {"groups": groups})
    return render(request, "work/office.html" if is_office else "work/unit.html", page)


def week() -> dict[str, Any]:
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


def unit_page(user: User) -> dict[str, Any]:
    """For a commune, the centre, the border post: its own tasks, report and log."""
    if user.unit is None:
        return {"groups": [], "is_quiet": True}
    reports = own.open_reports(user.unit)
    *pressing, later, steady, done = own.groups_of(user.unit, reports, answers_asked(user))
    groups = [
        *pressing,
        ticks_of(user),
        clarifications_of(user),
        sent_back_stories_of(user),
        clearances_of(user),
        stories_of(user),
        arrivals_of(user),
        later,
        steady,
        done,
    ]
    return {
        "groups": _filled(groups),
        "is_quiet": not any(group.rows for group in groups if group.is_pressing),
        "deadline": own.deadline_of(reports),
        "detailed_plan": detailed_by(user),
        "may_log": rules.may_log(user, user.unit),
        "logged": _logged(user.unit.pk),
        "year": own.year_of(user.unit),
    }


@prepared
def _logged(unit: int) -> QuerySet[Activity]:
    last = Activity.objects.standing().filter(unit=unit).order_by("-logged_at")[:5]
    return last.select_related("kind").only("title", "on", "is_simulated", "kind__name")


def office_page(user: User) -> dict[str, Any]:
    """For the office that drafts and consolidates, and for who looks on."""
    season = office.season_of(user)
    asked = answers_asked(user)
    answers = Group("Chờ trả lời cấp trên", [*asked.late, *asked.week, *asked.later])
    may_log = user.unit is not None and rules.may_log(user, user.unit)
    papers = [
        ticks_of(user),
        clarifications_of(user),
        sent_back_stories_of(user),
        slips_of(user),
        sent_back_to(user),
        papers_of(user),
        *([arrivals_of(user)] if user.unit else []),
    ]
    return {
        "season": season,
        "groups": _filled([*papers, answers, *office.groups_of(user, season)]),
        "to_remind": to_remind(user),
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
