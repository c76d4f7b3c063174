"""What keeps the facts of a story from being stored; what keeps it from being sent is elsewhere."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.db.models import CharField

from haidang.documents.stamps import about_words
from haidang.errors import Issue
from haidang.newsroom.models import Story, StoryPicture, StorySource
from haidang.newsroom.queries.writers import tasks_for
from haidang.newsroom.story_facts import NAMES, Changes, typed_in

MOST_LETTERS = 60_000  # of a body: forty pages
MOST_SOURCES, MOST_PICTURES = 20, 40


def about_typed(given: Changes) -> list[Issue]:
    """Secrecy stamps in what was typed, before lines are joined (promise N19)."""
    return [issue for field, words in typed_in(given) for issue in about_words(words, field)][:1]


def about_story(story: Story, given: Changes) -> list[Issue]:
    """Everything that is wrong in the facts that were put into a story."""
    return [*_words(story), *_times(story), *_addresses(story), *_beside(story, given)]


def _words(story: Story) -> Iterator[Issue]:
    if not story.title:
        yield Issue("no_title", "Ghi tên bài.", "title")
    for name in NAMES:
        field = next((row for row in story._meta.local_fields if row.name == name), None)
        words = getattr(story, name, "")
        if isinstance(field, CharField) and not field.choices:
            most = field.max_length or 0
            if len(words) > most:
                yield _too_long(NAMES[name], most, name)
    if len(story.title) > 200:
        yield _too_long("tên bài", 200, "title")
    if len(story.body) > MOST_LETTERS:
        yield _too_long("nội dung", MOST_LETTERS, "body")
    for name in ("content", "finding"):
        field = story._meta.get_field(name)
        value = getattr(story, name)
        if value not in dict(field.choices) and not (field.blank and value == ""):
            yield Issue(f"no_{name}", "Chọn một mục trong danh sách.", name)


def _times(story: Story) -> Iterator[Issue]:
    if story.starts_on and story.ends_on and story.ends_on < story.starts_on:
        yield Issue("ends_before", "Ngày kết thúc ở trước ngày bắt đầu.", "ends_on")


def _addresses(story: Story) -> Iterator[Issue]:
    if story.video and not _leads_out(story.video):
        yield Issue("no_address", "Đường dẫn video phải bắt đầu bằng https://.", "video")
    for row in story.sources.all():
        if row.link and not _leads_out(row.link):
            yield Issue("no_address", f"Đường dẫn nguồn “{row.link[:60]}” chưa đúng.", "sources")


def _leads_out(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and "." in parts.netloc and len(address) <= 300


def _beside(story: Story, given: Changes) -> Iterator[Issue]:
    sources: list[StorySource] = list(story.sources.all())
    if any(len(row.words) > 300 for row in sources) or len(sources) > MOST_SOURCES:
        yield Issue("long_source", f"Tối đa {MOST_SOURCES} nguồn, mỗi nguồn 300 ký tự.", "sources")
    shown: list[StoryPicture] = list(story.pictures.all())
    if any(len(row.alt) > 300 or len(row.caption) > 300 for row in shown):
        yield _too_long("mô tả, chú thích ảnh", 300, "pictures")
    if len(shown) > MOST_PICTURES:
        yield Issue("many_pictures", f"Mỗi bài tối đa {MOST_PICTURES} ảnh.", "pictures")
    task = given.get("task")
    if task and not tasks_for(story.unit).filter(pk=task.pk).exists():
        yield Issue("other_task", "Nhiệm vụ này không giao cho đơn vị.", "task")


def _too_long(name: str, most: int, field: str) -> Issue:
    return Issue("too_long", f"{name.capitalize()} không quá {most} ký tự.", field)
