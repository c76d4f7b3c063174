"""Every copy of a story and how it stands, for the page of copies (promise N15)."""

from collections.abc import Iterator

from haidang.newsroom.addresses import address_of
from haidang.newsroom.copying import CopyLine, kept_elsewhere
from haidang.newsroom.enums import Act, CopyState
from haidang.newsroom.models import Copy, Publication, Story
from haidang.newsroom.queries.translations import is_behind

LANGUAGES = {"vi": "tiếng Việt", "en": "tiếng Anh", "km": "tiếng Khmer"}
FOLLOWING = "Trang đầu, chuyên mục, tìm kiếm, RSS, sơ đồ trang, ảnh chia sẻ"
TAKEN = "Bản mà bạn đọc, báo chí đã tải, in, chụp lại, chuyển tiếp hoặc nhận qua thư"
MEND = "Sửa hoặc gỡ bài đăng đó, rồi bấm “Đã sửa, đã gỡ”."
TELL = "Không ai thu về được. Thông báo ở đầu trang nói rõ; nơi nào đã nhận bài thì báo cho nơi đó."
TRANSLATE = "Cập nhật bản dịch rồi gửi duyệt. Trong lúc chờ, trang nói rõ là bài gốc đã đính chính."


def copies_of(story: Story) -> list[CopyLine]:
    """Where a story is to be found, what shows the newest words first."""
    publications = list(Publication.objects.filter(story=story).select_related("activity"))
    if not publications:
        return []
    newest = publications[0]
    return [
        CopyLine(_page(story, newest), CopyState.CURRENT, address=newest.address),
        *_translations(story),
        CopyLine(FOLLOWING, CopyState.CURRENT, "Lấy thẳng từ bản đang đăng, không cần làm gì."),
        *_entry(newest),
        *kept_elsewhere(story),
        *_posts(story),
        *([] if newest.act == Act.PUBLISHED else [CopyLine(TAKEN, CopyState.CANNOT_RECALL, TELL)]),
    ]


def left_to_do(story: Story) -> int:
    """How many copies a person has to do something about."""
    return sum(1 for line in copies_of(story) if line.is_behind and line.where != TAKEN)


def _page(story: Story, newest: Publication) -> str:
    words = {Act.WITHDRAWN: "thông báo rút bài"}.get(Act(newest.act), "bản mới nhất")
    return f"Cổng thông tin, {LANGUAGES[story.language]}: {words}"


def _translations(story: Story) -> Iterator[CopyLine]:
    others = Story.objects.filter(translation_key=story.translation_key, live=True)
    for other in others.exclude(pk=story.pk).select_related("locale"):
        behind = bool(other.written_from) and is_behind(other)
        yield CopyLine(
            f"Cổng thông tin, {LANGUAGES[other.language]}",
            CopyState.STALE if behind else CopyState.CURRENT,
            TRANSLATE if behind else "",
            address_of(other),
        )


def _entry(newest: Publication) -> Iterator[CopyLine]:
    if newest.activity is None:
        return
    words = "đã rút lại" if newest.activity.is_withdrawn else "đã ghi theo bản mới nhất"
    yield CopyLine(
        f"Nhật ký hoạt động và số liệu báo cáo: {words}",
        CopyState.CURRENT,
        "Số liệu đã chốt không đổi: chênh lệch nằm ở phần đính chính của kỳ báo cáo.",
        f"/n/{newest.activity_id}",
    )


def _posts(story: Story) -> Iterator[CopyLine]:
    for copy in Copy.objects.filter(story=story).order_by("pk"):
        doing = "" if copy.state == CopyState.CURRENT else MEND
        yield CopyLine(copy.name, CopyState(copy.state), doing, copy.address, copy)
