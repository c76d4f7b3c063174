"""What a translation takes from its original: words to be put into another language, and facts."""

import hashlib
import json
from collections.abc import Iterator

from haidang.newsroom.models import Story
from haidang.newsroom.models.story import WORDS

# Facts that are the same in every language and follow the original.
FACTS = (
    "kind",
    "content",
    "byline",
    "task_id",
    "occasion_id",
    "is_shared",
    "starts_on",
    "ends_on",
    "video",
    "claim_at",
    "finding",
)
# Words of what stands beside the text: relation, and its fields.
BESIDE = {"pictures": ("alt", "caption"), "files": ("name", "words"), "sources": ("words",)}
# What else of them a reader gets, the same in every language.
SHOWN = {
    "pictures": ("picture_id", "rights", "focus"),
    "files": ("file_id",),
    "sources": ("link",),
}


def beside(story: Story) -> Iterator[tuple[str, str]]:
    """The words of pictures, files and sources, each with its path: `pictures.0.alt`."""
    for relation, fields in BESIDE.items():
        for place, row in enumerate(getattr(story, relation).all()):
            for field in fields:
                yield f"{relation}.{place}.{field}", getattr(row, field)


def words_mark(story: Story) -> str:
    """SHA-256 of all that translations of this story follow: another one means they are stale."""
    taken: list[object] = [getattr(story, field) for field in (*WORDS, *FACTS)]
    taken += beside(story)
    for relation, fields in SHOWN.items():
        rows = getattr(story, relation).all()
        taken += [(relation, *(getattr(row, field) for field in fields)) for row in rows]
    written = json.dumps(taken, ensure_ascii=False, default=str)
    return hashlib.sha256(written.encode()).hexdigest()
