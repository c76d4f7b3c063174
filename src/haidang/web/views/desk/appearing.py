"""Showing a story now or at a time, after one look at what that does."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from haidang import clock
from haidang.newsroom import publishing_rules as rules
from haidang.newsroom.commands import emergencies, publishing, scheduling
from haidang.newsroom.models import Schedule
from haidang.newsroom.queries.translations import is_stale
from haidang.web.forms.publishing import PublishForm, ScheduleForm
from haidang.web.posting import posts_from
from haidang.web.request import Request
from haidang.web.views.desk.before_public import Asked, asked, refuse_others, story_of, typed

NOW = Asked(
    "Đăng ngay",
    "Bạn đọc thấy bài ngay khi bấm. Trang đã hiện, giờ đăng và địa chỉ được lưu làm minh chứng, "
    "và bài tự vào nhật ký hoạt động.",
    "Đăng ngay",
)
LATER = Asked(
    "Hẹn giờ đăng",
    "Đến giờ, bài tự lên cổng nếu khi đó vẫn đúng bản đã duyệt. Sửa bài sau khi hẹn thì giờ hẹn "
    "không còn.",
    "Hẹn giờ",
)
URGENT = Asked(
    "Đăng khẩn",
    "Bài lên cổng trước khi duyệt, theo lệnh của lãnh đạo. Trong 24 giờ phải được biên tập và kiểm "
    "tra bảo mật cho đăng; không thì hệ thống tự rút bài.",
    "Đăng khẩn",
    is_grave=True,
)


@require_http_methods(["GET", "HEAD", "POST"])
def publish_story(request: Request, pk: int) -> HttpResponse:
    story = story_of(request, pk)
    refuse_others(rules.may_publish(request.user, story))
    form = PublishForm(typed(request), is_stale=is_stale(story))
    return asked(
        request,
        story,
        form,
        NOW,
        lambda: publishing.publish_story(story=story, by=request.user, **form.given()),
        "Đã đăng. Minh chứng và nhật ký đã tự ghi.",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def schedule_story(request: Request, pk: int) -> HttpResponse:
    story = story_of(request, pk)
    refuse_others(rules.may_publish(request.user, story))
    set_before = Schedule.objects.filter(story=story).first()
    form = ScheduleForm(typed(request), is_stale=is_stale(story), initial=_when(set_before))
    return asked(
        request,
        story,
        form,
        LATER,
        lambda: scheduling.schedule_story(story=story, by=request.user, **form.given()),
        "Đã hẹn giờ đăng.",
    )


@posts_from("../")
def unschedule_story(request: Request, pk: int) -> HttpResponse:
    scheduling.unschedule_story(story=story_of(request, pk), by=request.user)
    messages.success(request, "Đã bỏ giờ hẹn.")
    return redirect("story", pk)


@require_http_methods(["GET", "HEAD", "POST"])
def publish_in_emergency(request: Request, pk: int) -> HttpResponse:
    story = story_of(request, pk)
    refuse_others(rules.may_order_emergency(request.user, story))
    form = PublishForm(typed(request), is_stale=is_stale(story))
    return asked(
        request,
        story,
        form,
        URGENT,
        lambda: emergencies.publish_in_emergency(story=story, by=request.user, **form.given()),
        "Đã đăng khẩn. Bài phải được duyệt xong trong 24 giờ.",
    )


def _when(schedule: Schedule | None) -> dict[str, object]:
    """What the form shows first: the time that was set, else seven in the morning tomorrow."""
    if schedule is None:
        return {"hour": "7:00"}
    at = schedule.at.astimezone(clock.now().tzinfo)
    return {"day": at.date(), "hour": f"{at:%H:%M}", "is_embargo": schedule.is_embargo}
