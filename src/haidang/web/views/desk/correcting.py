"""Correcting and withdrawing what readers see, each with words for them."""

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from haidang.newsroom import publishing_rules as rules
from haidang.newsroom.commands import publishing, withdrawing
from haidang.newsroom.queries.translations import is_stale
from haidang.web.forms.publishing import NoticeForm
from haidang.web.request import Request
from haidang.web.views.desk.before_public import Asked, asked, refuse_others, story_of, typed

CORRECT = Asked(
    "Đính chính",
    "Bản mới nhất đã duyệt thay bản đang đăng. Thông báo này hiện ở đầu bài, ghi ngày giờ. Mọi nơi "
    "lấy từ cổng đổi theo; bài đăng ở mạng xã hội được liệt kê để sửa tay.",
    "Đăng đính chính",
)
WITHDRAW = Asked(
    "Rút bài khỏi cổng",
    "Bạn đọc mở địa chỉ này sẽ thấy thông báo thay cho bài. Hoạt động đã tự ghi được rút lại, kèm "
    "lý do. Muốn đăng lại phải gửi duyệt lại.",
    "Rút bài",
    is_grave=True,
)


@require_http_methods(["GET", "HEAD", "POST"])
def correct_story(request: Request, pk: int) -> HttpResponse:
    story = story_of(request, pk)
    refuse_others(rules.may_publish(request.user, story))
    form = NoticeForm(typed(request), is_stale=is_stale(story))
    return asked(
        request,
        story,
        form,
        CORRECT,
        lambda: publishing.correct_story(story=story, by=request.user, **form.given()),
        "Đã đăng bản đính chính. Xem “Các bản sao” để biết nơi nào còn phải sửa tay.",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_story(request: Request, pk: int) -> HttpResponse:
    story = story_of(request, pk)
    refuse_others(rules.may_withdraw(request.user, story))
    form = NoticeForm(typed(request), is_stale=False)
    return asked(
        request,
        story,
        form,
        WITHDRAW,
        lambda: withdrawing.withdraw_story(story=story, by=request.user, **form.given()),
        "Đã rút bài. Địa chỉ cũ hiện thông báo cho bạn đọc.",
    )
