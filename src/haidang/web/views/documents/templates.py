"""The templates of a unit: types with the one in use, a starting point, and changed ones."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from haidang.documents import commands, rules
from haidang.documents.content_types import WORD
from haidang.documents.models import Template
from haidang.documents.queries.templates import templates_of, units_with_templates
from haidang.errors import Incomplete
from haidang.orgs.models import Unit, User
from haidang.orgs.naming import bare
from haidang.text.checking.apart import Quoted
from haidang.text.layout.kinds import KINDS, Kind
from haidang.text.templates import FIELDS, needed_fields, starting_template
from haidang.text.templates.apart import finding_from
from haidang.web import turns
from haidang.web.forms.plans import show_refusal
from haidang.web.forms.templates import TemplateForm
from haidang.web.posting import posts_from
from haidang.web.request import Request, number_asked
from haidang.web.views.documents.checking import by_place
from haidang.web.views.documents.checklist import Numbered, numbered
from haidang.web.views.documents.files import attachment

PATIENCE = 10.0  # seconds of waiting for a place to read at
BUSY = "Máy đang đọc các văn bản khác. Tệp của bạn chưa được nhận; hãy gửi lại sau ít phút."
KINDS_BY_SLUG = {bare(kind.name).replace(" ", "-").lower(): kind for kind in KINDS}


@dataclass(frozen=True, slots=True)
class TypeRow:
    """One type in the list: its template in use, and how many versions were put in."""

    slug: str
    kind: Kind
    current: Template | None
    versions: int


@require_safe
def templates(request: Request) -> HttpResponse:
    unit = unit_asked(request)
    rows = type_rows(unit)
    own = sum(row.current is not None for row in rows)
    context = {"rows": rows, "own": own, "here": "document-templates", **_around(request, unit)}
    return render(request, "documents/templates.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def template_type(request: Request, slug: str) -> HttpResponse:
    """Show the templates of a type, or take a changed one in."""
    unit, kind = unit_asked(request), kind_at(slug)
    is_sent = request.method == "POST"
    form = TemplateForm(request.POST, request.FILES) if is_sent else TemplateForm()
    if is_sent and form.is_valid():
        template = _taken(request.user, unit, kind, form)
        if template:
            return redirect("document-template", template.pk)
    status = 422 if form.errors else 200
    context = _page(request, unit, slug, form)
    return render(request, "documents/template_type.html", context, status=status)


@require_safe
def starting_file(request: Request, slug: str) -> HttpResponse:
    """Give the template that a type starts from."""
    return attachment(starting_template(kind_at(slug)), WORD, f"mau-{slug}.docx")


@require_safe
def template(request: Request, pk: int) -> HttpResponse:
    """Show one version: what the check found, and where it stands."""
    row = template_at(request.user, pk)
    found = found_in(row)
    context = {
        "template": row,
        "slug": slug_of(row),
        "places": by_place(found),
        "faults": sum(one.is_fault for one in found),
        "advice": sum(not one.is_fault for one in found),
        "may_keep": rules.may_keep_templates(request.user, row.unit),
    }
    return render(request, "documents/template.html", context)


@require_safe
def template_file(request: Request, pk: int) -> HttpResponse:
    """Give a version back, byte for byte as it came."""
    row = template_at(request.user, pk)
    return attachment(row.file.read(), WORD, row.file_name or f"mau-{slug_of(row)}.docx")


@posts_from()
def use_template(request: Request, pk: int) -> HttpResponse:
    row = commands.use_template(template=template_at(request.user, pk), by=request.user)
    messages.success(request, f"Từ nay {row.document_type} của {row.unit} làm theo mẫu này.")
    return redirect("document-template", pk)


@posts_from()
def withdraw_template(request: Request, pk: int) -> HttpResponse:
    row = commands.withdraw_template(template=template_at(request.user, pk), by=request.user)
    messages.success(request, f"Từ nay {row.document_type} theo bố cục của nghị định.")
    return redirect("document-template", pk)


def unit_asked(request: Request) -> Unit:
    """The unit that the address asks for among the person's own, else the authority."""
    units = units_with_templates(request.user)
    if not units:
        raise Http404
    asked = number_asked(request.GET.get("co-quan", ""))
    return next((unit for unit in units if unit.pk == asked), units[0])


def kind_at(slug: str) -> Kind:
    """The type with that name in an address, else 404."""
    if slug not in KINDS_BY_SLUG:
        raise Http404
    return KINDS_BY_SLUG[slug]


def slug_of(row: Template) -> str:
    """The type of a template as addresses name it."""
    return bare(row.document_type).replace(" ", "-").lower()


def template_at(user: User, pk: int) -> Template:
    """A version of one of the person's own units, else 404."""
    rows = Template.objects.select_related("unit", "file", "created_by__unit")
    if user.sees_everything():
        return get_object_or_404(rows, pk=pk)
    return get_object_or_404(rows, pk=pk, unit__in=units_with_templates(user))


def type_rows(unit: Unit) -> list[TypeRow]:
    """Every type that the decree knows, with what the unit has of it, those first; one query."""
    versions: dict[str, list[Template]] = {}
    for row in templates_of(unit).defer("findings"):
        versions.setdefault(row.document_type, []).append(row)
    rows = [_row(slug, kind, versions.get(kind.name, [])) for slug, kind in KINDS_BY_SLUG.items()]
    return sorted(rows, key=lambda row: not row.versions)


def _row(slug: str, kind: Kind, versions: list[Template]) -> TypeRow:
    current = next((row for row in versions if row.is_current), None)
    return TypeRow(slug, kind, current, len(versions))


def found_in(row: Template) -> list[Numbered]:
    """What the check found, as the pages show it."""
    return numbered(tuple(Quoted(finding_from(kept)) for kept in row.findings))


def _taken(user: User, unit: Unit, kind: Kind, form: TemplateForm) -> Template | None:
    file = form.cleaned_data["file"]
    try:
        with turns.turn_at("reading", PATIENCE):
            return commands.put_template(
                unit=unit,
                document_type=kind.name,
                content=file.read(),
                file_name=file.name,
                by=user,
            )
    except turns.Busy:
        form.add_error(None, BUSY)
    except Incomplete as refusal:
        show_refusal(form, refusal)
    return None


def _page(request: Request, unit: Unit, slug: str, form: TemplateForm) -> dict[str, Any]:
    kind = kind_at(slug)
    versions = list(templates_of(unit).filter(document_type=kind.name))
    needed = set(needed_fields(kind))
    return {
        "slug": slug,
        "kind": kind,
        "form": form,
        "versions": versions,
        "current": next((row for row in versions if row.is_current), None),
        "fields": [(field, field.name in needed) for field in FIELDS.values()],
        **_around(request, unit),
    }


def _around(request: Request, unit: Unit) -> dict[str, Any]:
    return {
        "unit": unit,
        "units": units_with_templates(request.user),
        "may_keep": rules.may_keep_templates(request.user, unit),
    }
