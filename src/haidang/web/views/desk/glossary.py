"""The glossary: names and contested words in each language, with who answers for them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from haidang.documents.folding import folded
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.newsroom import translation_rules as rules
from haidang.newsroom.commands import terms as commands
from haidang.newsroom.models import Term
from haidang.newsroom.queries.terms import terms_for
from haidang.plans.overtaking import Overtaken
from haidang.web.forms.desk.terms import TermForm
from haidang.web.forms.plans import show_refusal
from haidang.web.posting import posts_from
from haidang.web.request import Request


@require_safe
def glossary(request: Request) -> HttpResponse:
    asked = request.GET.get("tim", "")
    found = list(terms_for(request.user.seat)) if request.user.unit_id else []
    words = folded(asked)
    context = {
        "terms": [one for one in found if words in folded(one.vi, one.en, one.km, one.note)],
        "asked": asked,
        "may_add": bool(found or request.user.unit_id)
        and rules.may_keep_terms(request.user, request.user.seat),
    }
    return render(request, "desk/glossary.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def keep_term(request: Request) -> HttpResponse:
    if not rules.may_keep_terms(request.user, request.user.seat):
        raise NotAllowed("Chỉ biên tập viên, chuyên viên, lãnh đạo đơn vị mới thêm được từ.")
    form = TermForm(request.POST or None, unit=request.user.seat, by=request.user)
    return _kept(request, form, None)


@require_http_methods(["GET", "HEAD", "POST"])
def term(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(terms_for(request.user.seat), pk=pk)
    form = TermForm(request.POST or None, unit=found.unit, by=request.user, term=found)
    return _kept(request, form, found)


def _kept(request: Request, form: TermForm, found: Term | None) -> HttpResponse:
    if request.method == "POST" and form.is_valid() and _done(request, form, found):
        messages.success(request, f"Đã ghi từ “{form.cleaned_data['vi']}”.")
        return redirect("glossary")
    context = {
        "form": form,
        "term": found,
        "may_change": found is None or rules.may_change_term(request.user, found),
    }
    return render(request, "desk/term.html", context, status=422 if form.errors else 200)


def _done(request: Request, form: TermForm, found: Term | None) -> bool:
    try:
        commands.keep_term(
            unit=found.unit if found else request.user.seat,
            wording=form.wording(),
            owner=form.cleaned_data["owner"],
            by=request.user,
            term=found,
            seen=form.cleaned_data["seen"] or 0,
        )
    except Overtaken as error:
        form.seen_now(error)
    except Incomplete as error:
        show_refusal(form, error)
    except WrongState as error:
        form.add_error("vi", error.message)
    return not form.errors


@posts_from("../")
def retire_term(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(terms_for(request.user.seat), pk=pk)
    seen = request.POST.get("seen", "")
    commands.retire_term(term=found, seen=int(seen) if seen.isdecimal() else 0, by=request.user)
    messages.success(request, f"Không dùng từ “{found.vi}” nữa.")
    return redirect("glossary")
