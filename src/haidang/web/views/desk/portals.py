"""Portals, for administrators: opening one on a host name, and the words that it greets with."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from haidang import clock
from haidang.errors import Incomplete, NotAllowed
from haidang.newsroom import rules
from haidang.newsroom.commands.portal_words import change_portal_words
from haidang.newsroom.commands.portals import open_portal
from haidang.newsroom.models import FrontPage, Portal, SectionPage
from haidang.web.forms.desk.portals import OpenPortalForm, PortalWordsForm
from haidang.web.forms.plans import show_refusal
from haidang.web.request import Request
from haidang.web.views.desk.before_public import typed


@require_http_methods(["GET", "HEAD", "POST"])
def portals(request: Request) -> HttpResponse:
    _refuse_others(request)
    form = OpenPortalForm(typed(request), today=clock.today())
    if request.method == "POST" and form.is_valid():
        try:
            open_portal(by=request.user, **form.cleaned_data)
        except Incomplete as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, "Cổng đã mở: ba ngôn ngữ, đủ chuyên mục, chưa có bài.")
            return redirect("portals")
    rows = [(portal, _hosts(portal), _pages(portal)) for portal in _all()]
    page = {"form": form, "rows": rows}
    return render(request, "desk/portals.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def portal_words(request: Request, pk: int) -> HttpResponse:
    _refuse_others(request)
    page = FrontPage.objects.filter(pk=pk).first() or SectionPage.objects.filter(pk=pk).first()
    if page is None:
        raise Http404
    standing = {"title": page.title, "standfirst": page.standfirst}
    form = PortalWordsForm(typed(request), initial=standing)
    if request.method == "POST" and form.is_valid():
        try:
            change_portal_words(page=page, by=request.user, **form.cleaned_data)
        except Incomplete as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, "Đã đổi lời; bạn đọc thấy ngay.")
            return redirect("portals")
    shown = {"page": page, "form": form, "language": page.locale.language_code}
    return render(request, "desk/portal_words.html", shown, status=422 if form.errors else 200)


def _refuse_others(request: Request) -> None:
    if not rules.may_open_portal(request.user):
        raise NotAllowed("Chỉ người quản trị mới mở cổng thông tin và đổi lời của cổng.")


def _all() -> list[Portal]:
    return list(Portal.objects.select_related("unit").order_by("path"))


def _hosts(portal: Portal) -> list[str]:
    sites = portal.sites_rooted_here.order_by("-is_default_site", "hostname")
    return ["địa chỉ chung" if site.is_default_site else site.hostname for site in sites]


def _pages(portal: Portal) -> list[FrontPage | SectionPage]:
    fronts = FrontPage.objects.descendant_of(portal).select_related("locale")
    sections = SectionPage.objects.descendant_of(portal).select_related("locale")
    return sorted([*fronts, *sections], key=lambda page: str(page.path))
