"""Pages that every portal has: contacts, listening again, accessibility, sources and rights."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from haidang.newsroom.around import Around
from haidang.newsroom.contacts import offices_of
from haidang.newsroom.queries.accounts import accounts_of
from haidang.web.views.portal.to_hear import to_hear

PAGES = {
    "lien-he": "newsroom/contacts.html",
    "nghe-lai": "newsroom/listen.html",
    "kha-nang-tiep-can": "newsroom/accessibility.html",
    "nguon-tin": "newsroom/rights.html",
}


def standing(request: HttpRequest, around: Around, name: str) -> HttpResponse:
    """One of the pages of `PAGES`."""
    more = MORE[name](around) if name in MORE else {}
    return render(request, PAGES[name], {"around": around, **more})


def _contacts(around: Around) -> dict[str, object]:
    units = around.answering
    return {
        "offices": [office for unit in units for office in offices_of(unit)],
        "accounts": [account for unit in units for account in accounts_of(unit)],
    }


MORE: dict[str, Callable[[Around], dict[str, object]]] = {
    "lien-he": _contacts,
    "nghe-lai": to_hear,
}
