"""The rows of what units lack: to tick, with words to copy, and who was reminded when."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Page
from django.urls import reverse

from haidang.chasing import words
from haidang.chasing.lack import Lack, telephone_in
from haidang.chasing.models import Reminder
from haidang.chasing.queries import (
    Lacking,
    Scope,
    lacking_in,
)
from haidang.orgs.models import User
from haidang.web.forms.chasing import Ticked
from haidang.web.request import Request


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
