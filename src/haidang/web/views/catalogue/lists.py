"""The catalogue as three lists, and its rows moved, retired and offered again."""

from dataclasses import dataclass

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from haidang.activities import commands, rules
from haidang.activities.catalogue_facts import Row
from haidang.activities.models import Indicator, Kind, Measure
from haidang.errors import Incomplete
from haidang.web.request import Request


@dataclass(frozen=True, slots=True)
class Part:
    """One of the three lists."""

    slug: str
    name: str
    one: str
    model: type[Row]


PARTS = {
    part.slug: part
    for part in (
        Part("loai", "Loại hoạt động", "loại hoạt động", Kind),
        Part("so-luong", "Số lượng", "số lượng", Measure),
        Part("chi-tieu", "Chỉ tiêu", "chỉ tiêu", Indicator),
    )
}


@require_safe
def catalogue(request: Request, part: str = "loai") -> HttpResponse:
    found = part_at(part)
    context = {
        "parts": PARTS.values(),
        "part": found,
        "rows": _with_words(found),
        "may_edit": rules.may_edit_catalogue(request.user),
    }
    return render(request, "catalogue/catalogue.html", context)


@require_POST
def move_row(request: Request, part: str, pk: str) -> HttpResponse:
    row, up = row_at(part, pk), request.POST.get("to") == "up"
    commands.move_row(row=row, by=request.user, up=up)
    return redirect("catalogue-part", part)


@require_POST
def retire_row(request: Request, part: str, pk: str) -> HttpResponse:
    try:
        row = commands.retire_row(row=row_at(part, pk), by=request.user)
        messages.success(request, f"Đã thôi dùng “{row}”. Số liệu cũ vẫn giữ nguyên.")
    except Incomplete as refusal:
        messages.error(request, refusal.message)
    return redirect("catalogue-part", part)


@require_POST
def restore_row(request: Request, part: str, pk: str) -> HttpResponse:
    row = commands.restore_row(row=row_at(part, pk), by=request.user)
    messages.success(request, f"Đã dùng lại “{row}”.")
    return redirect("catalogue-part", part)


def part_at(slug: str) -> Part:
    """One of the three lists by its name in addresses."""
    if slug not in PARTS:
        raise Http404
    return PARTS[slug]


def row_at(slug: str, pk: str) -> Row:
    """A row of one of the lists."""
    model = part_at(slug).model
    if model is Indicator:
        return get_object_or_404(Indicator.objects.all(), code=pk)
    if model is Kind:
        return get_object_or_404(Kind.objects.all(), pk=pk)
    return get_object_or_404(Measure.objects.all(), pk=pk)


def _with_words(part: Part) -> "QuerySet[Kind] | QuerySet[Measure] | QuerySet[Indicator]":
    order = ("is_retired", "position", "code")
    if part.model is Kind:
        kinds = Kind.objects.order_by(*order)
        return kinds.prefetch_related("measures", "indicator_set")
    if part.model is Measure:
        return Measure.objects.order_by(*order).prefetch_related("kind_set")
    indicators = Indicator.objects.order_by(*order).select_related(
        "measure", "numerator", "denominator", "part_of"
    )
    return indicators.prefetch_related("kinds")
