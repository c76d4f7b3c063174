"""What stories might be written: for the days to come, and for tasks that ask for them."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from haidang import clock
from haidang.newsroom import planning_rules as rules
from haidang.newsroom.queries.ideas import asking_tasks, coming_days
from haidang.newsroom.queries.writers import newsrooms_of
from haidang.web.request import Request


@require_safe
def story_ideas(request: Request) -> HttpResponse:
    rooms, today = newsrooms_of(request.user), clock.today()
    coming = coming_days(rooms[0], today) if rooms else []
    context = {
        "unit": rooms[0] if rooms else None,
        "coming": [(one, one.presses(today)) for one in coming],
        "tasks": asking_tasks(rooms[0], today.year) if rooms else [],
        "may_plan": bool(rooms) and rules.may_plan(request.user, rooms[0]),
        "today": today,
    }
    return render(request, "desk/ideas.html", context)
