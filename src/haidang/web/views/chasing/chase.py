"""The page of what units lack: rows to tick, words to copy, who was reminded when."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from haidang import clock
from haidang.chasing import rules, words
from haidang.chasing.enums import Channel
from haidang.chasing.lack import Lack, telephone_in
from haidang.chasing.models import Reminder
from haidang.chasing.queries import (
    EVERYTHING,
    Lacking,
    Reach,
    Scope,
    lacking_in,
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

ON_A_PAGE = 25


@dataclass(frozen=True, slots=True)
class Row:
    """A unit as the page shows it."""

    lacking: Lacking
    is_ticked: bool
    text: str

    @property
    def telephone(self) -> str:
        return telephone_in(self.lacking.unit.contact)

    @property
    def history(self) -> list[tuple[Lack, Sequence[Reminder]]]:
        return [(one, one.reminders) for one in self.lacking.lacks if one.reminders]


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


def rows_of(request: Request, scope: Scope, page: Page[int], marks: Ticked) -> list[Row]:
    units = scope.units.in_bulk(list(page.object_list))
    shown = [units[pk] for pk in page.object_list]
    contact = contact_of(request.user)
    return [
        Row(row, is_ticked(row, marks), unit_text(request, row, contact))
        for row in lacking_in(scope, shown, marks.wish.kind)
    ]


def is_ticked(row: Lacking, marks: Ticked) -> bool:
    if marks.is_marked or marks.alone:
        return marks.every or row.unit.pk in marks.units
    return row.is_to_remind


def unit_text(request: Request, row: Lacking, contact: str) -> str:
    url = row.to_say[0].url if len(row.to_say) == 1 else reverse("work")
    return words.reminder_text(row, url=request.build_absolute_uri(url), contact=contact)


def group_text(request: Request, rows: Sequence[Lacking]) -> str:
    if not rows:
        return ""
    contact = contact_of(request.user)
    if len(rows) == 1:
        return unit_text(request, rows[0], contact)
    url = request.build_absolute_uri(reverse("work"))
    return words.group_text(rows, url=url, contact=contact)


def contact_of(user: User) -> str:
    return words.contact_of(user.unit) if user.unit else ""


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
