"""What a person says of a story, as it is typed, and how it is put into the page."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypedDict

from haidang.activities.facts import CONTROL, one_line
from haidang.newsroom.marks import to_html, to_marks
from haidang.newsroom.models import Story, StoryPicture, StorySource
from haidang.occasions.models import Occasion
from haidang.plans.models import Task

ABOUT_A_CLAIM = ("claim", "claim_where", "answered_by")
LINES = ("title", "byline", "where", "contact", "video", *ABOUT_A_CLAIM)
MOMENTS = ("starts_on", "ends_on", "claim_at")
CHOICES = ("content", "finding", "task", "occasion", "is_shared", *MOMENTS)


class Source(NamedTuple):
    """Where facts come from, in words, and an address where there is one."""

    words: str
    link: str = ""


class Changes(TypedDict, total=False):
    """The facts that are to be changed; what is not named stays. `body` is typed with marks."""

    title: str
    standfirst: str
    body: str
    section: str
    content: str
    byline: str
    task: Task | None
    occasion: Occasion | None
    is_shared: bool
    where: str
    starts_on: dt.date | None
    ends_on: dt.date | None
    contact: str
    video: str
    claim: str
    claim_where: str
    claim_at: dt.datetime | None
    finding: str
    answered_by: str
    sources: Sequence[Source]
    pictures: Sequence[StoryPicture]


@dataclass(frozen=True, slots=True)
class Words:
    """What a fact is called, and what it says now, for whoever compares two versions."""

    name: str
    said: str


def put(story: Story, given: Changes) -> None:
    """Write facts into a page, which is not saved yet."""
    facts: dict[str, Any] = dict(given)
    for name in set(LINES) & set(facts):
        setattr(story, name, one_line(facts[name]))
    for name in set(CHOICES) & set(facts):
        setattr(story, name, facts[name])
    if "standfirst" in facts:
        story.standfirst = one_line(facts["standfirst"])
    if "body" in facts:
        story.body = to_html(CONTROL.sub("", facts["body"]))
    if "sources" in facts:
        rows = [Source(one_line(row[0]), row[1].strip()) for row in facts["sources"]]
        story.sources = [StorySource(words=row.words, link=row.link) for row in rows if row.words]
    if "pictures" in facts:
        story.pictures = [_line_by_line(row) for row in facts["pictures"]]


def typed_in(given: Changes) -> Iterator[tuple[str, str]]:
    """Every word that was typed, with the field it was typed into, before lines are joined."""
    facts: dict[str, Any] = dict(given)
    for name in (*LINES, "standfirst", "body"):
        yield name, facts.get(name) or ""
    for row in facts.get("sources", ()):
        yield "sources", "\n".join(row)
    for shown in facts.get("pictures", ()):
        yield "pictures", f"{shown.alt}\n{shown.caption}"


def told(story: Story) -> dict[str, Words]:
    """What a story says, fact by fact, in words that people can compare."""
    said = {name: str(getattr(story, name) or "") for name in (*LINES, "standfirst")}
    said |= {"task": str(story.task or ""), "occasion": str(story.occasion or "")}
    said |= {"content": story.get_content_display(), "finding": story.get_finding_display()}
    said |= {name: _day(getattr(story, name)) for name in ("starts_on", "ends_on")}
    said["claim_at"] = f"{story.claim_at:%d/%m/%Y %H:%M}" if story.claim_at else ""
    said["is_shared"] = "có" if story.is_shared else ""
    said["body"] = to_marks(story.body)
    said["sources"] = "\n".join(f"{row.words} {row.link}".strip() for row in story.sources.all())
    said["pictures"] = "\n".join(_shown(row) for row in story.pictures.all())
    said["files"] = "\n".join(f"{row.name} {row.words}".strip() for row in story.files.all())
    return {name: Words(NAMES[name], words) for name, words in said.items()}


def _line_by_line(row: StoryPicture) -> StoryPicture:
    row.alt, row.caption = one_line(row.alt), one_line(row.caption)
    return row


def _shown(row: StoryPicture) -> str:
    return f"{row.picture.title}: {row.alt or 'chưa có mô tả'}; {row.caption}".rstrip("; ")


def _day(day: dt.date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


NAMES = {
    "title": "tên bài",
    "standfirst": "sapo",
    "body": "nội dung",
    "section": "chuyên mục",
    "content": "nội dung đối ngoại",
    "byline": "ghi tên",
    "task": "nhiệm vụ",
    "occasion": "dịp",
    "is_shared": "cho cổng cấp dưới hiện cùng",
    "where": "ở đâu",
    "starts_on": "từ ngày",
    "ends_on": "đến hết ngày",
    "contact": "liên hệ",
    "video": "video",
    "claim": "thông tin đang lan truyền",
    "claim_where": "xuất hiện ở đâu",
    "claim_at": "biết lúc",
    "finding": "kết luận",
    "answered_by": "nơi trả lời",
    "sources": "nguồn",
    "pictures": "ảnh",
    "files": "tệp kèm",
}
