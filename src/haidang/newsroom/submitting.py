"""What a story must have before it is put before those who clear it."""

from haidang.errors import Issue
from haidang.newsroom.enums import Consent, StoryKind
from haidang.newsroom.models import Story, StoryPicture
from haidang.newsroom.translation_checks import about_translation

EMPTY_BODY = {StoryKind.VIDEO, StoryKind.PHOTOS, StoryKind.DOCUMENT}


def before_submitting(story: Story, *, stale_said: bool = False) -> list[Issue]:
    """What is still missing of the words, sources and pictures of a story's newest revision."""
    return [
        *_of_words(story),
        *_of_pictures(story),
        *_of_files(story),
        *_of_sources(story),
        *about_translation(story, stale_said=stale_said),
    ]


def _of_words(story: Story) -> list[Issue]:
    issues = []
    if not story.title.strip():
        issues.append(Issue("title", "Ghi tên bài.", "title"))
    # In another language a summary is enough: the portal leads on to the whole.
    may_lack_body = story.kind in EMPTY_BODY or (story.written_from and story.standfirst)
    if not story.body.strip() and not may_lack_body:
        issues.append(Issue("body", "Bài chưa có nội dung.", "body"))
    return issues


def _of_pictures(story: Story) -> list[Issue]:
    rows = list(story.pictures.all())
    issues = [issue for n, row in enumerate(rows, start=1) for issue in _of_picture(n, row)]
    if story.kind == StoryKind.PHOTOS and not rows:
        issues.append(Issue("pictures", "Phóng sự ảnh chưa có ảnh nào.", "pictures"))
    return issues


def _of_picture(number: int, row: StoryPicture) -> list[Issue]:
    issues = []
    if not row.alt.strip():
        words = f"Ảnh {number}: ghi mô tả cho người không nhìn thấy ảnh."
        issues.append(Issue("alt_text", words, "pictures"))
    if not row.rights.strip():
        words = f"Ảnh {number}: ghi tác giả, quyền sử dụng."
        issues.append(Issue("rights", words, "pictures"))
    if row.picture.consent == Consent.UNKNOWN:
        words = f"Ảnh {number}: ghi rõ người trong ảnh đã đồng ý chưa, trong kho ảnh."
        issues.append(Issue("consent", words, "pictures"))
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
