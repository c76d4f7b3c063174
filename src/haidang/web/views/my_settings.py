"""One's own settings; an administrator sees there how background work stands."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from haidang.errors import Incomplete
from haidang.jobs.models import Mail, Row
from haidang.jobs.queries import failed_jobs, queue_now
from haidang.orgs import commands, rules
from haidang.orgs.models import User
from haidang.web.forms.my_settings import MySettingsForm
from haidang.web.forms.plans import show_refusal
from haidang.web.request import Request

MOST_FAILED = 20
WORDS = {
    "haidang.chasing.jobs.send_digests": "Chuẩn bị thư nhắc việc trong ngày",
    "haidang.chasing.jobs.write_digests": "Viết thư nhắc việc",
    "haidang.chasing.jobs.send_digest": "Gửi thư nhắc việc",
    "haidang.chasing.notices.mail_reminded": "Viết thư đôn đốc",
    "haidang.jobs.mailing.send_mail": "Gửi thư",
    "haidang.plans.jobs.hand_on_to_heirs": "Chuyển việc cho đơn vị kế thừa",
    "haidang.jobs.jobs.clear_away": "Dọn việc nền đã xong",
}
MAILED = {"haidang.chasing.jobs.send_digest", "haidang.jobs.mailing.send_mail"}


@dataclass(frozen=True, slots=True)
class Failed:
    """A job that was given up: what it was, for whom, and why."""

    pk: UUID
    words: str
    to: str
    why: str
    at: dt.datetime | None


@require_http_methods(["GET", "HEAD", "POST"])
def my_settings(request: Request) -> HttpResponse:
    user = request.user
    stands = {"email": user.email, "wants_digest": user.wants_digest}
    form = MySettingsForm(request.POST or None, initial=stands)
    if request.method == "POST" and form.is_valid():
        try:
            commands.set_mail(person=user, by=user, **form.cleaned_data)
        except Incomplete as error:
            show_refusal(form, error)
        else:
            messages.success(request, "Đã lưu.")
            return redirect("my-settings")
    context = {"form": form, "mail_is_on": settings.MAIL_IS_ON, **_background(user)}
    status = 422 if form.errors else 200
    return render(request, "orgs/my_settings.html", context, status=status)


@require_POST
def run_job_again(request: Request, job: UUID) -> HttpResponse:
    commands.run_job_again(job=job, by=request.user)
    messages.success(request, "Đã xếp lại vào hàng chờ.")
    return redirect("my-settings")


def _background(user: User) -> dict[str, object]:
    if not rules.may_mind_background(user):
        return {}
    return {
        "queue": queue_now(),
        "failed": _shown(failed_jobs()[:MOST_FAILED]),
        "mail_server": settings.EMAIL_HOST if settings.MAIL_IS_ON else "",
    }


def _shown(rows: Iterable[Row]) -> list[Failed]:
    rows = list(rows)
    mails = {row.pk: row.args_kwargs["args"][0] for row in rows if row.task_path in MAILED}
    to = Mail.objects.filter(pk__in=mails.values()).select_related("to__unit").in_bulk()
    return [
        Failed(
            pk=row.pk,
            words=WORDS.get(row.task_path, row.task_path),
            to=str(to[mails[row.pk]].to) if mails.get(row.pk) in to else "",
            why=_why(row),
            at=row.finished_at,
        )
        for row in rows
    ]


def _why(row: Row) -> str:
    said = row.traceback.strip().rpartition("\n")[2].partition(": ")[2]
    is_ours = row.exception_class_path.startswith("haidang.")
    return said if is_ours and said else f"Lỗi của chương trình: {row.exception_class_path}"
