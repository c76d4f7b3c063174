"""How an authority reads its own words: shown to and set by its administrator."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from haidang.errors import Incomplete
from haidang.plans import commands, queries, rules
from haidang.web.forms.habits import HabitsForm, habits_as_they_stand
from haidang.web.forms.plans import show_refusal
from haidang.web.request import Request


@require_http_methods(["GET", "HEAD", "POST"])
def set_habits(request: Request) -> HttpResponse:
    """Say how "trước ngày …" is meant from now on, and which days are off besides."""
    user = request.user
    is_offered = request.method == "POST" or rules.may_set_habits(user)
    if user.unit_id is None or not is_offered:  # who sends it is answered by the command
        raise Http404
    known = habits_as_they_stand(queries.habits_of(user.seat))
    form = HabitsForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid():
        try:
            commands.set_habits(unit=user.seat, by=user, **form.given())
        except Incomplete as error:
            show_refusal(form, error)
        else:
            messages.success(request, "Đã lưu. Áp dụng cho văn bản đọc vào từ bây giờ.")
            return redirect("set-habits")
    context = {"form": form, "seat": user.seat}
    return render(request, "plans/habits.html", context, status=422 if form.errors else 200)
