"""What a reviewer does with a report: holds, returns, accepts and marks it; opinions on it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from haidang.errors import Incomplete, Issue, WrongState
from haidang.reporting import checks, commands, judged, rules
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Report
from haidang.reporting.queries.filling import steps_of
from haidang.reporting.queries.review import neighbours_of
from haidang.web.forms.remark_places import places_of, remarks_at
from haidang.web.forms.review import OpinionForm, QualityForm, ReturnForm
from haidang.web.request import Request, number_asked
from haidang.web.views.reporting.review import review_page, seen_report


def version_seen(request: Request) -> int | None:
    return number_asked(str(request.POST.get("seen", "")))


def held(request: Request, found: Report) -> Report:
    """The report under review: who decides on one that waits takes it up by that."""
    if found.status != ReportStatus.SUBMITTED:
        return found
    return commands.begin_review(report=found, by=request.user, seen=version_seen(request))


def refuse_wrong(request: Request, found: Report, issues: list[Issue]) -> None:
    """Refuse before the report is taken up, so that its unit may still take it back."""
    if issues and rules.may_review(request.user, found):
        raise Incomplete(issues)


def anew(request: Request, pk: int, form: ReturnForm, issues: tuple[Issue, ...]) -> HttpResponse:
    """The page as it stands now, with what was typed and with what kept it from being done."""
    page = review_page(request, seen_report(request, pk), form, issues)
    return render(request, "reporting/review.html", page)


def onward(request: Request, found: Report, said: str) -> HttpResponse:
    """Words on what was done, and the next report that waits; after the last one the round."""
    following = neighbours_of(found).after
    if following is None:
        messages.success(request, f"{said} Không còn báo cáo nào chờ xem xét.")
        return redirect("round", found.round_id)
    messages.success(request, f"{said} Tiếp theo: {following.unit}.")
    return redirect("review-report", following.pk)


@require_POST
def begin_review(request: Request, pk: int) -> HttpResponse:
    found = seen_report(request, pk)
    commands.begin_review(report=found, by=request.user, seen=version_seen(request))
    messages.success(request, f"{found.unit} không thu hồi được báo cáo trong khi xem xét.")
    return redirect("review-report", pk)


@require_POST
def return_report(request: Request, pk: int) -> HttpResponse:
    found, form = seen_report(request, pk), ReturnForm(request.POST)
    places = [place for step in steps_of(found) for place in places_of(step, request.POST)]
    remarks = remarks_at(places)
    mend_by = form.cleaned_data["mend_by"] if form.is_valid() else None
    try:
        refuse_wrong(request, found, checks.before_returning(remarks, mend_by))
        taken = held(request, found)
        seen = taken.version if taken is not found else version_seen(request)
        commands.return_report(
            report=taken, remarks=remarks, mend_by=mend_by, by=request.user, seen=seen
        )
    except Incomplete as refusal:
        # The form says itself what is wrong with the day.
        issues = tuple(one for one in refusal.issues if one.field not in form.errors)
        return anew(request, pk, form, issues)
    except WrongState as refusal:
        return anew(request, pk, form, (Issue("overtaken", refusal.message),))
    words = f"Đã trả lại báo cáo của {found.unit} với {len(remarks)} góp ý."
    return onward(request, found, words)


@require_POST
def accept_report(request: Request, pk: int) -> HttpResponse:
    found, form = seen_report(request, pk), ReturnForm(initial=None)
    quality = QualityForm(request.POST)
    reason = request.POST.get("without_opinion", "")
    try:
        refuse_wrong(
            request, found, [*judged.before_accepting(found, reason), *about_mark(quality)]
        )
        taken = held(request, found)
        seen = taken.version if taken is not found else version_seen(request)
        commands.accept_report(report=taken, by=request.user, seen=seen, without_opinion=reason)
    except Incomplete as refusal:
        return anew(request, pk, form, refusal.issues)
    except WrongState as refusal:
        return anew(request, pk, form, (Issue("overtaken", refusal.message),))
    marked(request, found, quality)
    return onward(request, found, f"Đã tiếp nhận báo cáo của {found.unit}.")


def about_mark(form: QualityForm) -> list[Issue]:
    """What is wrong in a mark, said before the report is accepted."""
    if not form.is_valid():
        said = [str(words) for row in form.errors.values() for words in row]
        return [Issue("quality", words, "quality") for words in said]
    given = form.cleaned_data
    return judged.before_marking(int(given["mark"]), given["quality"]) if given["mark"] else []


def marked(request: Request, found: Report, form: QualityForm) -> None:
    """Keep the mark, where one was given."""
    if form.is_valid() and form.cleaned_data["mark"]:
        commands.mark_quality(
            report=found,
            mark=int(form.cleaned_data["mark"]),
            words=form.cleaned_data["quality"],
            by=request.user,
        )


@require_POST
def mark_quality(request: Request, pk: int) -> HttpResponse:
    found = seen_report(request, pk)
    marked(request, found, QualityForm(request.POST))
    messages.success(request, f"Đã ghi điểm chất lượng báo cáo của {found.unit}.")
    return redirect("review-report", pk)


@require_POST
def give_opinion(request: Request, pk: int) -> HttpResponse:
    found, form = seen_report(request, pk), OpinionForm(request.POST)
    issues: tuple[Issue, ...] = ()
    if form.is_valid():
        agrees = form.cleaned_data["agrees"] == "yes"
        words, seen = form.cleaned_data["words"], version_seen(request)
        try:
            commands.give_opinion(
                report=found, agrees=agrees, words=words, by=request.user, seen=seen
            )
        except Incomplete as refusal:
            issues = refusal.issues
        else:
            messages.success(request, "Đã gửi ý kiến cho cơ quan nhận báo cáo.")
            return redirect("review-report", pk)
    page = review_page(request, found, ReturnForm(), issues) | {"opinion_form": form}
    return render(request, "reporting/review.html", page)
