"""What the outbox sends, and the words it is answered with: JSON both ways, never a bare code."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django import forms
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.urls import reverse
from django.utils.timezone import localtime

from haidang.activities.models import Activity
from haidang.errors import Incomplete, Issue, Refused
from haidang.web.keeping import PERSON
from haidang.web.request import Request

View = Callable[..., HttpResponse]
SIGNED_OUT = "Phiên làm việc đã hết hạn. Đăng nhập lại để gửi; nội dung vẫn còn trên máy này."
ANOTHER = "Mục này do người khác ghi trên máy này. Chỉ gửi được khi chính người ấy đăng nhập."
UNREADABLE = "Không đọc được nội dung gửi lên. Mở mục này, xem lại rồi gửi."
TOO_LARGE = "Nội dung gửi lên quá lớn. Rút ngắn phần chữ, hoặc chọn tệp nhỏ hơn."


@dataclass(frozen=True, slots=True)
class Sending:
    """One entry as it comes from a device: for which unit, and what was typed into the form."""

    unit: str
    fields: QueryDict


def in_words(view: View) -> View:
    """Let a view answer scripts: whoever is not signed in, or is another, and every refusal."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return said("signed-out", SIGNED_OUT, status=401)
        if request.headers.get(PERSON, "") not in {"", str(request.user.pk)}:
            return said("another", ANOTHER, status=409)
        try:
            return view(request, *args, **named)
        except Incomplete as refusal:
            return said("refused", refusal.message, issues=refusal.issues, status=422)
        except Refused as refusal:
            return said("refused", refusal.message, status=refusal.status)
        except RequestDataTooBig:
            return said("refused", TOO_LARGE, status=413)

    return answered


def sent_by_script(request: Request) -> Sending:
    """Read an entry from the body. Refuses with Incomplete what is not one."""
    fields = QueryDict(mutable=True)
    try:
        given = json.loads(request.body)
        for name, value in given["fields"]:
            fields.appendlist(_whole(name), _whole(value))
        return Sending(str(given["unit"]), fields)
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise Incomplete([Issue("unreadable", UNREADABLE)]) from error


def issues_of(form: forms.Form) -> list[Issue]:
    """What a form found wrong, field by field."""
    found = form.errors.get_json_data().items()
    return [
        Issue(str(error["code"] or "wrong"), str(error["message"]), name.replace("__all__", ""))
        for name, errors in found
        for error in errors
    ]


def said(
    state: str,
    words: str,
    activity: Activity | None = None,
    issues: tuple[Issue, ...] = (),
    status: int = 200,
) -> JsonResponse:
    """An answer: how it ended, in words, and the receipt where there is one."""
    answer: dict[str, object] = {"state": state, "words": words}
    if issues:
        answer["issues"] = [{"field": issue.field, "words": issue.message} for issue in issues]
    if activity is not None:
        answer["code"] = activity.receipt
        answer["at"] = localtime(activity.logged_at).isoformat()
        answer["url"] = reverse("activity", args=[activity.pk])
    return JsonResponse(answer, status=status)


def _whole(given: object) -> str:
    # JSON can carry half a letter, which no database can.
    return str(given).encode("utf-8", "replace").decode()
