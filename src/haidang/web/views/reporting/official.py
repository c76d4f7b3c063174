"""How the official report of a regime is written: its outline, tried on made-up figures."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from haidang.errors import Incomplete, Issue
from haidang.reporting import commands, rules
from haidang.reporting.document import document_of
from haidang.reporting.models import Regime
from haidang.reporting.official import laying_out
from haidang.reporting.official.parts import completed
from haidang.reporting.queries.official import outline_content, outline_of
from haidang.reporting.queries.trial import trial_of
from haidang.text.blocks import Document, Heading, Paragraph
from haidang.text.merge.marked import taken_apart
from haidang.web.forms.official import OutlineForm
from haidang.web.request import Request


def official_outline(request: Request, pk: int) -> HttpResponse:
    """The outline that serves, to be changed by the administrator of the receiver."""
    regime = _seen(request, pk)
    form = _form(regime, request.POST if request.method == "POST" else None)
    issues: list[Issue] = []
    if request.method == "POST" and form.is_valid():
        try:
            commands.set_outline(regime=regime, by=request.user, **form.asked())
        except Incomplete as refused:
            issues = list(refused.issues)
        else:
            messages.success(request, "Đã lưu. Báo cáo lập từ lần chốt sau theo đề cương này.")
            return redirect("official-outline", pk)
    page = {
        "regime": regime,
        "form": form,
        "issues": issues,
        "outline": outline_of(regime),
        "may_change": rules.may_lay_out(request.user, regime),
        **_preview(regime, form),
    }
    return render(request, "reporting/official_outline.html", page)


@require_POST
def preview_outline(request: Request, pk: int) -> HttpResponse:
    """What a report would read like by what is typed; nothing is kept."""
    regime = _seen(request, pk)
    form = _form(regime, request.POST)
    return render(request, "reporting/outline_preview.html", _preview(regime, form))


def _seen(request: Request, pk: int) -> Regime:
    rows = Regime.objects.visible_to(request.user)
    regime = get_object_or_404(rows.select_related("receiver", "through", "reporters"), pk=pk)
    if not (request.user.sees_everything() or regime.receiver_id == request.user.seat.pk):
        raise Http404
    return regime


def _form(regime: Regime, data: Any) -> OutlineForm:
    sections = list(regime.sections.all())
    rows = [{"ordinal": s.ordinal, "title": s.title, "kind": s.kind} for s in sections]
    outline = outline_of(regime)
    served = outline_content(outline, rows)
    served |= {
        "authority": outline.authority if outline else [],
        "signer": outline.signer if outline else "",
    }
    return OutlineForm(data, sections=sections, served=served)


def _preview(regime: Regime, form: OutlineForm) -> dict[str, Any]:
    """The body of a report by the form, or what keeps it from being one."""
    trial = trial_of(regime)
    sections = trial["sections"]
    if not form.is_bound:
        return {"preview": _lines(document_of(trial | _served(regime, sections)))}
    if not form.is_valid():
        return {"faults": [Issue("form", "Có ô chưa điền đúng.")]}
    asked = form.asked()
    said = laying_out.Asked(
        tuple(asked["parts"]),
        asked["patterns"],
        tuple(asked["annexes"]),
        tuple(asked["authority"]),
        asked["signer"],
    )
    if faults := laying_out.faults_of(said, sections):
        return {"faults": faults}
    outline = {
        "parts": completed(asked["parts"], sections),
        "patterns": laying_out.changed(asked["patterns"]),
        "annexes": asked["annexes"],
    }
    signed = {"authority": asked["authority"], "title": asked["signer"]}
    round = trial["round"] | {"signature": signed}
    return {"preview": _lines(document_of(trial | {"outline": outline, "round": round}))}


def _served(regime: Regime, sections: list[dict[str, Any]]) -> dict[str, Any]:
    return {"outline": outline_content(outline_of(regime), sections)}


def _lines(document: Document) -> list[tuple[str, str]]:
    """Each line of the body with what it is; of figures only the words are shown."""
    lines = []
    for block in document.blocks:
        if isinstance(block, Heading):
            lines.append((f"h{block.level + 2}", f"{block.label}. {block.title}"))
        elif isinstance(block, Paragraph):
            lines.append(("p", ("- " if block.bullet else "") + taken_apart(block.text).text))
    signed = [*document.signature.authority, document.signature.title or ""]
    annexes = [f"{one.label}: {one.title}" for one in document.appendices]
    return [*lines, ("p", " / ".join(signed)), *(("p", words) for words in annexes)]
