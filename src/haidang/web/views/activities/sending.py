"""The door of the outbox: takes entries and files by script, and answers always in words.

An entry comes under the identifier that the device made, so the same one again gets the same
receipt; a file is known by its content. The token against forgery is asked for and sent like that
of any form: a page of another site can neither read it nor send the header that carries it.
"""

import datetime as dt
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.http import require_http_methods, require_POST

from haidang import clock
from haidang.activities import commands
from haidang.activities.facts import changes_between, facts_of, tidied
from haidang.activities.models import Activity, Closing
from haidang.errors import Incomplete, Issue
from haidang.orgs.models import User
from haidang.web.forms.activities import LogForm
from haidang.web.request import Request
from haidang.web.views.activities.attaching import attach_one
from haidang.web.views.activities.filling import catalogue_of, log_from, tell_the_rest
from haidang.web.views.activities.log import unit_to_log_for
from haidang.web.views.activities.words import in_words, issues_of, said, sent_by_script
from haidang.web.views.radio.as_run import send_tick

UNDONE = "Hoàn tác ngay sau khi lưu."
UNDOABLE = dt.timedelta(minutes=10)
TOO_LATE = "Mục này không hoàn tác được nữa. Mở hoạt động, bấm Rút lại và ghi lý do."


@login_not_required
@require_http_methods(["GET", "POST"])
@in_words
def send_activity(request: Request) -> HttpResponse:
    if request.method == "GET":
        return JsonResponse({"person": str(request.user.pk), "csrf": get_token(request)})
    if "phat-thanh" in request.GET:
        return send_tick(request)
    sending = sent_by_script(request)
    unit = unit_to_log_for(request)
    if unit is None or str(unit.pk) != sending.unit:
        where = f"ghi cho {unit}" if unit else "chọn đơn vị"
        words = f"Đơn vị của mục này đã thay đổi. Bấm Sửa, xem lại rồi gửi để {where}."
        raise Incomplete([Issue("other_unit", words)])
    form = LogForm(sending.fields, **catalogue_of(unit))
    if not form.is_valid():
        tell_the_rest(form, unit)
        raise Incomplete(issues_of(form))
    activity = log_from(form, unit, request.user)
    if changes_between(facts_of(activity), tidied(form.facts())):
        words = (
            f"Mục này đã được nhận trước đó với nội dung khác (mã {activity.receipt}). "
            "Mở bản đã nhận để sửa."
        )
        return said("differs", words, activity, status=409)
    return said("received", f"Đã nhận. Mã biên nhận {activity.receipt}.", activity)


@login_not_required
@require_POST
@in_words
def send_file(request: Request, pk: UUID) -> HttpResponse:
    activity = _entry(request, pk)
    file = request.FILES.get("file")
    if activity is None or file is None:
        words = "Không thấy mục hoặc tệp này trên máy chủ. Gửi lại cả mục."
        return said("refused", words, status=404)
    attach_one(activity, file, request.user)
    return said("received", f"Đã nhận {file.name}.", activity)


@login_not_required
@require_POST
@in_words
def undo_activity(request: Request, pk: UUID) -> HttpResponse:
    activity = _entry(request, pk)
    if activity is None:
        return said("refused", "Không thấy mục này trên máy chủ.", status=404)
    if activity.withdrawn_at is None:  # else the answer was lost, and this is the same asking
        if not _is_fresh(activity, request.user):
            return said("refused", TOO_LATE, status=409)
        commands.withdraw_activity(activity=activity, reason=UNDONE, by=request.user)
    return said("undone", "Đã rút lại mục vừa lưu.", activity)


def _is_fresh(activity: Activity, user: User) -> bool:
    """Whether nobody but the person knows the entry yet: anything else is taken back by reason."""
    is_own = activity.logged_by_id == user.pk and activity.version == 0
    is_new = clock.now() - activity.logged_at <= UNDOABLE
    return is_own and is_new and not Closing.objects.over([activity.unit], activity.on).exists()


def _entry(request: Request, pk: UUID) -> Activity | None:
    seen = Activity.objects.visible_to(request.user)
    return seen.select_related("unit", "kind").filter(pk=pk).first()
