"""What an authority chooses of its calendar: hidden or shown, how long before, which years."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from haidang.errors import Incomplete, Issue
from haidang.occasions import commands
from haidang.occasions.enums import Step
from haidang.web.forms.occasions import LeadForm
from haidang.web.posting import posts_from
from haidang.web.request import Request, number_asked
from haidang.web.views.occasions.asked import occasion_asked, year_asked


@posts_from("../")
def hide_occasion(request: Request, pk: int) -> HttpResponse:
    found = occasion_asked(request.user, pk)
    commands.hide_occasion(occasion=found, by=request.user)
    messages.success(request, f"Đã ẩn {found.name}. Mở lại ở cuối trang Lịch.")
    return _to_the_year(request)


@posts_from("../")
def show_occasion(request: Request, pk: int) -> HttpResponse:
    found = occasion_asked(request.user, pk)
    commands.show_occasion(occasion=found, by=request.user)
    messages.success(request, f"Đã đưa {found.name} trở lại lịch.")
    return _to_the_year(request)


@posts_from("../")
def set_lead(request: Request, pk: int) -> HttpResponse:
    found = occasion_asked(request.user, pk)
    form = LeadForm(request.POST)
    if not form.is_valid():
        raise Incomplete([Issue("lead", str(form.errors["lead_days"][0]), "lead_days")])
    commands.set_lead(occasion=found, days=form.cleaned_data["lead_days"], by=request.user)
    messages.success(request, f"Chuẩn bị {found.name} trước {form.cleaned_data['lead_days']} ngày.")
    return redirect(f"{reverse('occasion', args=[pk])}?nam={year_asked(request)}")


@posts_from("../")
def retire_occasion(request: Request, pk: int) -> HttpResponse:
    found = occasion_asked(request.user, pk)
    commands.retire_occasion(occasion=found, by=request.user)
    messages.success(request, f"Đã bỏ {found.name} khỏi lịch.")
    return _to_the_year(request)


@posts_from("../")
def set_threshold(request: Request) -> HttpResponse:
    step = number_asked(request.POST.get("step", ""))
    if step not in Step.values:
        raise Incomplete([Issue("step", "Chọn năm được nêu trong danh sách.", "step")])
    commands.set_threshold(step=Step(step), by=request.user)
    messages.success(request, "Đã lưu cách nêu năm kỷ niệm quan hệ ngoại giao.")
    return _to_the_year(request)


def _to_the_year(request: Request) -> HttpResponse:
    return redirect(f"{reverse('occasions')}?nam={year_asked(request)}")
