"""What a story must have before it is put before those who clear it."""

from haidang.errors import Issue
from haidang.newsroom.enums import StoryKind
from haidang.newsroom.models import Story

EMPTY_BODY = {StoryKind.VIDEO, StoryKind.PHOTOS, StoryKind.DOCUMENT}


def before_submitting(story: Story) -> list[Issue]:
    """What is still missing of the words, sources and pictures of a story's newest revision."""
    return [*_of_words(story), *_of_pictures(story), *_of_files(story), *_of_sources(story)]


def _of_words(story: Story) -> list[Issue]:
    issues = []
    if not story.title.strip():
        issues.append(Issue("title", "Ghi tên bài.", "title"))
    if not story.body.strip() and story.kind not in EMPTY_BODY:
        issues.append(Issue("body", "Bài chưa có nội dung.", "body"))
    return issues


def _of_pictures(story: Story) -> list[Issue]:
    rows = list(story.pictures.all())
    issues = [
        Issue("alt_text", f"Ảnh {n}: ghi mô tả cho người không nhìn thấy ảnh.", "pictures")
        for n, row in enumerate(rows, start=1)
        if not row.alt.strip()
    ]
    if story.kind == StoryKind.PHOTOS and not rows:
        issues.append(Issue("pictures", "Phóng sự ảnh chưa có ảnh nào.", "pictures"))
    return issues


def _of_files(story: Story) -> list[Issue]:
    if story.kind == StoryKind.VIDEO and not (story.video or story.files.all()):
        return [Issue("video", "Thêm đường dẫn hoặc tệp video.", "video")]
    if story.kind == StoryKind.DOCUMENT and not story.files.all():
        return [Issue("file", "Đính kèm tệp văn bản.", "files")]
    return []


def _of_sources(story: Story) -> list[Issue]:
    if story.kind == StoryKind.CLARIFICATION and not story.sources.all():
        return [Issue("sources", "Ghi nguồn của dữ kiện: ít nhất một nguồn.", "sources")]
    return []
