"""What keeps typed words of a translation from being kept."""

from collections.abc import Mapping

from django.db.models import Model
from wagtail_localize.strings import StringValue

from haidang.documents.stamps import about_words
from haidang.errors import Incomplete, Issue
from haidang.newsroom.models import Story, StoryFile, StoryPicture, StorySource
from haidang.newsroom.scripts import NAMES, looks_like
from haidang.newsroom.segments import Segment, is_prose
from haidang.newsroom.typed_words import segment_typed

BESIDE: dict[str, type[Model]] = {
    "pictures": StoryPicture,
    "files": StoryFile,
    "sources": StorySource,
}


def refuse_typed(typed: Mapping[Segment, str], language: str) -> None:
    """Refuse with Incomplete a secrecy stamp, too many words, and words in another script."""
    issues = []
    for segment, words in typed.items():
        issues += about_words(words, segment.key)
        issues += _about_script(segment, words, language)
        issues += _about_length(segment, words)
    if issues:
        raise Incomplete(issues)


def _about_script(segment: Segment, words: str, language: str) -> list[Issue]:
    found = looks_like(words) if is_prose(segment.path) else None
    if found is None or found == language or "km" not in {found, language}:
        return []
    message = (
        f"Đây là bản {NAMES[language]}, chữ vừa gõ là {NAMES[found]}. "
        f"Mở đúng bản {NAMES[found]} rồi dán vào đó."
    )
    return [Issue("wrong_language", message, segment.key)]


def _about_length(segment: Segment, words: str) -> list[Issue]:
    first, _, rest = segment.path.partition(".")
    model = BESIDE.get(first, Story)
    field = model._meta.get_field(rest.rpartition(".")[2] or first)
    most: int | None = getattr(field, "max_length", None)
    length = len(StringValue(segment_typed(words, segment.data)).render_text())
    if most is None or length <= most:
        return []
    message = f"Câu này dài {length} ký tự; rút còn không quá {most} ký tự."
    return [Issue("too_long", message, segment.key)]
