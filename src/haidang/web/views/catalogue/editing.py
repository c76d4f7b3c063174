"""One row of the catalogue: added or changed, with what was done to it before."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from haidang.activities import commands, rules
from haidang.activities.catalogue_facts import Row
from haidang.activities.models import Indicator, Kind, Measure
from haidang.errors import Incomplete, NotAllowed
from haidang.ledger.queries import history_of
from haidang.orgs.models import User
from haidang.web.forms.catalogue import IndicatorForm, KindForm, MeasureForm, RowForm
from haidang.web.request import Request
from haidang.web.views.activities.filling import tell
from haidang.web.views.catalogue.lists import part_at, row_at

WORDS = {
    "name": "tên",
    "unit_name": "đơn vị tính",
    "example": "ví dụ",
    "icon": "hình",
    "form": "hình thức",
    "measures": "số lượng phải ghi",
    "asks_language": "hỏi ngôn ngữ",
    "asks_link": "mở sẵn ô đường dẫn",
    "code": "mã số",
    "group": "nhóm",
    "kinds": "loại được tính",
    "measure": "số lượng được cộng",
    "divisor": "chia cho",
    "language": "chỉ tính tiếng",
    "aggregation": "cách tính",
    "numerator": "tử số",
    "denominator": "mẫu số",
    "per": "nhân với",
    "formula": "công thức",
    "part_of": "là một phần của",
}
ACTS = {
    "save_measure": "Lưu",
    "save_kind": "Lưu",
    "save_indicator": "Lưu",
    "retire_row": "Thôi dùng",
    "restore_row": "Dùng lại",
    "move_row": "Đổi thứ tự",
    "load_catalogue": "Nạp danh mục ban đầu",
}


@require_http_methods(["GET", "HEAD", "POST"])
def save_row(request: Request, part: str, pk: str = "") -> HttpResponse:
    if not rules.may_edit_catalogue(request.user):
        raise NotAllowed("Chỉ người quản trị của cơ quan cao nhất ở đây mới được sửa danh mục.")
    found = part_at(part)
    row = row_at(part, pk) if pk else None
    form = _form(request, found.model, row)
    if request.method == "POST" and form.is_valid():
        try:
            saved = _saved(form, request.user)
            messages.success(request, f"Đã lưu “{saved}”.")
            return redirect("catalogue-part", part)
        except Incomplete as refusal:
            tell(form, refusal)
    context = {"form": form, "part": found, "row": row, "acts": _acts(row) if row else []}
    status = 422 if form.errors else 200
    return render(request, "catalogue/row.html", context, status=status)


def _form(request: Request, model: type[Any], row: Row | None) -> RowForm:
    forms: dict[type[Any], type[RowForm]]
    forms = {Measure: MeasureForm, Kind: KindForm, Indicator: IndicatorForm}
    return forms[model](request.POST if request.method == "POST" else None, row=row)


def _saved(form: RowForm, by: User) -> Row:
    row = form.row
    if isinstance(form, MeasureForm):
        measure = row if isinstance(row, Measure) else None
        return commands.save_measure(facts=form.facts(), measure=measure, by=by)
    if isinstance(form, KindForm):
        kind = row if isinstance(row, Kind) else None
        return commands.save_kind(facts=form.facts(), kind=kind, by=by)
    assert isinstance(form, IndicatorForm)
    return commands.save_indicator(
        facts=form.facts(),
        indicator=row if isinstance(row, Indicator) else None,
        understood=form.cleaned_data["understood"],
        by=by,
    )


def _acts(row: Row) -> list[dict[str, Any]]:
    acts = []
    for entry in history_of(row).select_related("by__unit"):
        details = entry.get_details()
        changes = details.get("changes", {}).items()
        acts.append(
            {
                "words": ACTS.get(entry.event, entry.event),
                "by": entry.by or "hệ thống",
                "at": entry.at,
                "changes": [(WORDS.get(n, n), _said(o), _said(w)) for n, (o, w) in changes],
                "effects": details.get("effects", []),
            }
        )
    return acts


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    return str(value) if value != "" else "chưa có"
