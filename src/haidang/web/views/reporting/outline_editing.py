"""The outline of a regime, section by section and line by line; all of it without a script."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from haidang.activities.commands import TypedIndicator, add_typed_indicators
from haidang.errors import Incomplete
from haidang.orgs.models import User
from haidang.reporting import commands
from haidang.reporting.enums import SectionKind
from haidang.reporting.models import Line, Section
from haidang.web.forms.outline import LineForm, SectionForm, SectionWordsForm, TypedIndicatorForm
from haidang.web.forms.plans import show_refusal
from haidang.web.posting import posts_from
from haidang.web.request import Request
from haidang.web.views.reporting.regime_editing import settable
from haidang.web.views.reporting.regimes import regime_page


@posts_from("../")
def add_section(request: Request, pk: int) -> HttpResponse:
    found = settable(request.user, pk)
    form = SectionForm(request.POST)
    if form.is_valid():
        try:
            made = commands.add_section(regime=found, **form.cleaned_data, by=request.user)
        except Incomplete as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, f"Đã thêm mục {made}.")
            if made.kind == SectionKind.FIGURES:
                return redirect("regime-section", made.pk)
            return redirect("regime", found.pk)
    page = regime_page(found, request.user) | {"section_form": form}
    return render(request, "regimes/regime.html", page, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
def edit_section(request: Request, pk: int) -> HttpResponse:
    """One section: its words, its lines, and what may be added."""
    section = _section(request.user, pk)
    words = {name: getattr(section, name) for name in ("title", "hint", "opening")}
    form = SectionWordsForm(request.POST or None, initial=words)
    if form.is_valid():
        try:
            commands.edit_section(section=section, **form.cleaned_data, by=request.user)
        except Incomplete as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, "Đã lưu mục.")
            return redirect("regime", section.regime_id)
    return _page(request, section, form=form)


@posts_from("../")
def add_line(request: Request, pk: int) -> HttpResponse:
    section = _section(request.user, pk)
    form = LineForm(request.POST, regime_pk=section.regime_id)
    if form.is_valid():
        try:
            commands.add_line(section=section, **form.cleaned_data, by=request.user)
            return redirect("regime-section", section.pk)
        except Incomplete as refusal:
            show_refusal(form, refusal)
    return _page(request, section, line_form=form)


@posts_from("../")
def add_typed_line(request: Request, pk: int) -> HttpResponse:
    """Ask for something that no log counts: a new indicator, typed with its source."""
    section = _section(request.user, pk)
    form = TypedIndicatorForm(request.POST)
    if form.is_valid():
        one = TypedIndicator(code="", group=section.title[:60], **form.cleaned_data)
        try:
            (made,) = add_typed_indicators(indicators=[one], by=request.user)
            commands.add_line(section=section, indicator=made, by=request.user)
            return redirect("regime-section", section.pk)
        except Incomplete as refusal:
            show_refusal(form, refusal)
    return _page(request, section, typed_form=form)


@posts_from("../")
def edit_line(request: Request, pk: int) -> HttpResponse:
    line = _line(request.user, pk)
    try:
        commands.edit_line(line=line, words=request.POST.get("words", ""), by=request.user)
    except Incomplete as refusal:
        messages.error(request, f"{line}: {refusal.message}")
    return redirect("regime-section", line.section_id)


@posts_from("../")
def change_section(request: Request, pk: int, act: str) -> HttpResponse:
    """Move a section up or down, or take it out."""
    section = _section(request.user, pk)
    _act(act, commands.move_section, commands.drop_section, section=section, by=request.user)
    return redirect("regime", section.regime_id)


@posts_from("../")
def change_line(request: Request, pk: int, act: str) -> HttpResponse:
    """Move a line up or down, or take it out."""
    line = _line(request.user, pk)
    _act(act, commands.move_line, commands.drop_line, line=line, by=request.user)
    return redirect("regime-section", line.section_id)


def _act(act: str, move: Callable[..., Any], drop: Callable[..., Any], **what: Any) -> None:
    if act == "bo":
        drop(**what)
    elif act in {"len", "xuong"}:
        move(**what, up=act == "len")
    else:
        raise Http404


def _section(user: User, pk: int) -> Section:
    section = get_object_or_404(Section, pk=pk)
    section.regime = settable(user, section.regime_id)
    return section


def _line(user: User, pk: int) -> Line:
    line = get_object_or_404(Line.objects.select_related("section", "indicator"), pk=pk)
    line.section.regime = settable(user, line.section.regime_id)
    return line


def _page(request: Request, section: Section, **forms: Any) -> HttpResponse:
    words = {name: getattr(section, name) for name in ("title", "hint", "opening")}
    usual = {
        "form": SectionWordsForm(initial=words),
        "line_form": LineForm(regime_pk=section.regime_id),
        "typed_form": TypedIndicatorForm(),
    }
    context = usual | forms
    lines = section.lines.select_related("indicator").prefetch_related("indicator__kinds")
    is_wrong = any(form.errors for form in context.values())
    context |= {"section": section, "regime": section.regime, "lines": list(lines)}
    return render(request, "regimes/section.html", context, status=422 if is_wrong else 200)
