"""The words of units put together, section by section, before the report is written."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from haidang.errors import Incomplete
from haidang.reporting import commands, rules
from haidang.reporting.enums import SectionKind
from haidang.reporting.models import Round, Section
from haidang.reporting.official.narrative import Gathered, called, gathered, names_of
from haidang.reporting.queries.official import chosen_in, gathering_of
from haidang.reporting.sheet import Sheet
from haidang.web.request import Request, number_asked
from haidang.web.views.reporting.sums import received_round

OF_A_PAGE = 40


def narrative(request: Request, pk: int) -> HttpResponse:
    """What the units wrote for one section, as it will stand in the report."""
    found = received_round(request, pk)
    sections = list(found.regime.sections.filter(kind=SectionKind.PROSE))
    if not sections:
        return render(request, "reporting/no_narrative.html", {"round": found})
    section = _asked(request, sections)
    sheet = gathering_of(found)
    page = _page(sheet, section, request.GET.get("trang", "1"))
    page |= {
        "round": found,
        "sections": sections,
        "may_choose": rules.may_consolidate(request.user, found),
        "is_changed": _is_changed(found),
        "sheet": sheet,
    }
    return render(request, "reporting/narrative.html", page)


def _asked(request: Request, sections: list[Section]) -> Section:
    number = number_asked(request.GET.get("muc", ""))
    return next((one for one in sections if one.ordinal == number), sections[0])


def _page(sheet: Sheet, section: Section, number: str) -> dict[str, Any]:
    found = gathered(sheet, section.ordinal)
    pages = Paginator(found.passages, OF_A_PAGE)
    page = pages.get_page(number)
    return {
        "section": section,
        "found": found,
        "page": page,
        "rows": _rows(found, page.start_index()),
        "left_out": [(called(names_of(one)), one, why) for one, why in found.left_out],
    }


def _rows(found: Gathered, first: int) -> list[dict[str, Any]]:
    """The passages of a page, each with who said so, where, and what it may be merged into."""
    rows, before = [], found.passages[first - 2] if first > 1 else None
    for passage in found.passages[max(first - 1, 0) : max(first - 1, 0) + OF_A_PAGE]:
        into = before if passage.near and before and len(passage.keys) == 1 else None
        rows.append(
            {
                "passage": passage,
                "who": called(names_of(passage.statements[0])),
                "keys": ",".join(passage.keys),
                "into": into.keys[0] if into else "",
                "places": sum(len(one.sources) + len(one.merged) for one in passage.statements),
                "sources": [one for row in passage.statements for one in row.sources],
                "merged": [one for row in passage.statements for one in row.merged],
            }
        )
        before = before if passage.near else passage
    return rows


def _is_changed(found: Round) -> bool:
    """Whether people chose otherwise since the round was frozen."""
    frozen = found.consolidations.first()
    return frozen is not None and frozen.kept.get("chosen", {}) != chosen_in(found)


@require_POST
def choose_words(request: Request, pk: int, ordinal: int) -> HttpResponse:
    """One choice about words of units: leave out, put back, merge, move up or down."""
    found = received_round(request, pk)
    section = get_object_or_404(found.regime.sections, ordinal=ordinal)
    try:
        said = _chosen(request, found, section)
    except Incomplete as refused:
        messages.error(request, " ".join(issue.message for issue in refused.issues))
    else:
        messages.success(request, said)
    page = number_asked(request.POST.get("trang", "")) or 1
    return redirect(f"{reverse('narrative', args=[pk])}?muc={ordinal}&trang={page}#loi-van")


def _chosen(request: Request, found: Round, section: Section) -> str:
    keys = [key for key in request.POST.get("keys", "").split(",") if key]
    about: dict[str, Any] = {"round": found, "section": section, "by": request.user}
    match request.POST.get("act", ""):
        case "leave_out":
            commands.leave_out(keys=keys, reason=request.POST.get("reason", ""), **about)
            return "Đã để ngoài dự thảo. Câu vẫn được kê ở cuối mục, kèm lý do."
        case "put_back":
            commands.put_back(keys=keys, **about)
            return "Đã đưa lại vào dự thảo."
        case "merge":
            commands.merge_words(key="".join(keys), into=request.POST.get("into", ""), **about)
            return "Đã gộp vào đoạn trên; lời gốc và đơn vị vẫn được kê."
        case "up" | "down" as way:
            commands.move_words(key="".join(keys[:1]), up=way == "up", **about)
            return "Đã đổi thứ tự."
    raise Http404
