"""Regimes: the list, and one with its fields as the decree names them, its outline and rounds."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from haidang import clock
from haidang.ledger.queries import history_of
from haidang.orgs.enums import Frequency
from haidang.orgs.models import User
from haidang.reporting import rules
from haidang.reporting.due import DueRule
from haidang.reporting.enums import Preset
from haidang.reporting.models import Regime
from haidang.reporting.queries.burden import burden_of_regime
from haidang.reporting.queries.rounds import lineage_of
from haidang.reporting.ready import READY
from haidang.web.forms.outline import SectionForm
from haidang.web.request import Request

DAYS: dict[str, str] = {
    Frequency.MONTH: "từ ngày 15 tháng trước đến hết ngày 14 của tháng",
    Frequency.QUARTER: "từ ngày 15 của tháng trước quý đến hết ngày 14 của tháng cuối quý",
    Frequency.HALF: "từ 15/12 năm trước đến hết 14/6, và từ 15/6 đến hết 14/12",
}
ACTS = {
    "load_regime": "Lập từ bản sẵn có",
    "make_regime": "Lập",
    "edit_regime": "Sửa",
    "revise_regime": "Lập phiên bản mới",
    "retire_regime": "Thôi dùng",
    "add_section": "Thêm mục",
    "edit_section": "Sửa mục",
    "drop_section": "Bỏ mục",
    "move_section": "Đổi thứ tự mục",
    "add_line": "Thêm chỉ tiêu",
    "edit_line": "Sửa lời văn của chỉ tiêu",
    "drop_line": "Bỏ chỉ tiêu",
    "move_line": "Đổi thứ tự chỉ tiêu",
    "read_form": "Lấy đề cương từ biểu mẫu",
}


@require_safe
def regimes(request: Request) -> HttpResponse:
    user = request.user
    rows = Regime.objects.visible_to(user).select_related("receiver", "reporters", "replaced_by")
    in_use = [row for row in rows if is_in_use(row)]
    names = {(row.name, row.receiver_id) for row in in_use}
    seat = user.seat if user.unit_id else None
    may_set = seat is not None and rules.may_set_regime(user, seat.pk)
    context = {
        "rows": [(row, due_words(row)) for row in in_use],
        "out_of_use": [row for row in rows if not is_in_use(row)],
        "may_set": may_set,
        "ready": [
            (slug, one)
            for slug, one in READY.items()
            if may_set and seat and (one.name, seat.pk) not in names
        ],
        "groups": list(seat.groups.all()) if may_set and seat else [],
    }
    return render(request, "regimes/regimes.html", context)


@require_safe
def regime(request: Request, pk: int) -> HttpResponse:
    found = visible(request.user, pk)
    return render(request, "regimes/regime.html", regime_page(found, request.user))


@require_safe
def regime_preview(request: Request, pk: int) -> HttpResponse:
    """Show the form that units will see, empty."""
    found = visible(request.user, pk)
    context = {"regime": found, "sections": sections_of(found), "has_estimate": found.preset == "A"}
    return render(request, "regimes/preview.html", context)


def visible(user: User, pk: int) -> Regime:
    rows = Regime.objects.filter(pk__in=Regime.objects.visible_to(user).values("pk"))
    related = ("receiver", "reporters__parent", "through", "reviewer", "fed_by", "replaces")
    return get_object_or_404(rows.select_related(*related, "replaced_by"), pk=pk)


def regime_page(found: Regime, user: User) -> dict[str, Any]:
    rounds = list(found.rounds.select_related("period").order_by("-data_to", "-number")[:13])
    may_set = rules.may_set_regime(user, found.receiver_id)
    return {
        "regime": found,
        "due": due_words(found),
        "days": days_words(found),
        "burden": burden_of_regime(found),
        "members": list(found.reporters.members(clock.today())),
        "sections": sections_of(found),
        "rounds": rounds,
        "earlier": Regime.objects.filter(pk__in=lineage_of(found)[1:]).order_by("-pk"),
        "is_in_use": is_in_use(found),
        "may_set": may_set,
        "may_outline": may_set and is_in_use(found) and not rounds,
        "may_open": is_in_use(found) and rules.may_open_round(user, found),
        "acts": acts_of(found),
        "section_form": SectionForm(initial={"kind": "figures"}),
    }


def sections_of(found: Regime) -> list[Any]:
    return list(found.sections.prefetch_related("lines__indicator"))


def is_in_use(row: Regime) -> bool:
    return not row.is_retired and getattr(row, "replaced_by", None) is None


def due_words(row: Regime) -> str:
    rule = DueRule.read(row.due_rule)
    words = rule.words(row.frequency)
    by_plan = "theo kế hoạch năm" if rule.by_plan else ""
    return "; không có thì ".join(part for part in (by_plan, words) if part)


def days_words(row: Regime) -> str:
    """The days that a regime counts, in words (NĐ 09/2019, Điều 12)."""
    if row.frequency != Frequency.YEAR:
        return DAYS.get(row.frequency, "ghi khi mở kỳ")
    first, last = (f"{day[3:]}/{day[:2]}" for day in (row.data_from, row.data_to))
    before = " năm trước" if row.data_from > row.data_to else ""
    words = f"từ {first}{before} đến hết {last}"
    if row.preset == Preset.DECREE:
        return words
    cut = f"hết {row.cut_off[3:]}/{row.cut_off[:2]}" if row.cut_off else "ngày lập báo cáo"
    return f"{words}; số thực hiện tính đến {cut}, phần còn lại là ước cả năm"


def acts_of(row: Regime) -> list[dict[str, Any]]:
    """What was done to a regime, the newest first."""
    return [
        {
            "words": ACTS.get(entry.event, entry.event),
            "title": entry.get_details().get("title") or entry.get_details().get("indicator", ""),
            "reason": entry.get_details().get("reason", ""),
            "by": entry.by or "hệ thống",
            "at": entry.at,
        }
        for entry in history_of(row).select_related("by__unit")
    ]
