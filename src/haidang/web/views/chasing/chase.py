"""The page of what units lack: filtered, and who was reminded just now."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import render

from haidang import clock
from haidang.chasing import rules
from haidang.chasing.enums import Channel
from haidang.chasing.models import Reminder
from haidang.chasing.queries import (
    EVERYTHING,
    Reach,
    Scope,
    ordered,
    reach_of,
    scope_of,
    tally_in,
)
from haidang.errors import Issue, NotAllowed
from haidang.orgs.models import User
from haidang.web.forms.chasing import ChaseFilter, Ticked, batch_of, ticked
from haidang.web.lacking import reach_for
from haidang.web.request import Request
from haidang.web.views.chasing.rows import group_text, rows_of

ON_A_PAGE = 25


def chase(request: Request) -> HttpResponse:
    page = chase_page(request)
    if request.htmx:
        return render(request, "chasing/chase.html#words", page)
    return render(request, "chasing/chase.html", page)


def chase_page(request: Request, issues: Sequence[Issue] = ()) -> dict[str, Any]:
    user, asked = request.user, request.POST or request.GET
    if not rules.may_see(user):
        raise NotAllowed("Trang này dành cho chuyên viên và lãnh đạo của cơ quan giao việc.")
    marks, scope = ticked(asked), scope_of(user, clock.today())
    everything = reach_for(user)
    page = page_of(scope, marks, everything, asked.get("trang", ""))
    rows = rows_of(request, scope, page, marks)
    chosen = [row.lacking for row in rows if row.is_ticked]
    return {
        "filter": ChaseFilter(asked),
        "marks": marks,
        "page": page,
        "query": filter_query(asked),
        "rows": rows,
        "chosen": len(chosen),
        "text": group_text(request, chosen),
        "tally": tally_in(everything),
        "may_remind": rules.may_remind(user),
        "may_write_letter": rules.may_write_letter(user),
        "just_reminded": just_reminded(user, asked.get("vua-nhac", "")),
        "issues": issues,
    }


def page_of(scope: Scope, marks: Ticked, everything: Reach, number: str) -> Page[int]:
    is_all = marks.wish == EVERYTHING
    reach = everything if is_all else reach_of(scope, marks.wish, everything)
    keys = ordered(scope, reach)
    if marks.alone:
        keys = [pk for pk in keys if pk in marks.alone]
    return Paginator(keys, ON_A_PAGE).get_page(number)


def filter_query(asked: QueryDict) -> str:
    """The filter as an address has it, with the ticks left out."""
    query = QueryDict(mutable=True)
    for name in ChaseFilter.base_fields:
        query[name] = asked.get(name, "")
    return query.urlencode() if any(query.values()) else ""


def just_reminded(user: User, batch: str) -> Reminder | None:
    """What the person has copied a moment ago, to be undone."""
    asked = batch_of(batch)
    if asked is None:
        return None
    found = Reminder.objects.standing().filter(batch=asked, by=user, channel=Channel.COPIED)
    return found.first()
