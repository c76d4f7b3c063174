"""Translating a story, segment beside segment; and who vouches for the words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from haidang.errors import Incomplete
from haidang.newsroom import translation_rules as rules
from haidang.newsroom.commands import reviewing_translation, translating
from haidang.newsroom.inline_marks import to_text
from haidang.newsroom.models import Story
from haidang.newsroom.queries.memory import memory_of, translators_of
from haidang.newsroom.queries.translations import is_stale, newest, original_of
from haidang.newsroom.queries.visible import visible_stories
from haidang.newsroom.scripts import NAMES
from haidang.newsroom.segments import is_summary, segments_of
from haidang.orgs.models import User
from haidang.plans.overtaking import Overtaken
from haidang.web.request import Request
from haidang.web.views.desk.segment_rows import rows_of
from haidang.web.views.desk.story import story_written

TYPED = "cau-"


@dataclass
class Attempt:
    """What a person typed and pressed, and what kept it from being kept."""

    typed: dict[str, str] = field(default_factory=dict)
    errors: dict[str, list[str]] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    seen: int | None = None


@require_http_methods(["GET", "HEAD", "POST"])
def translate_story(request: Request, pk: int, language: str) -> HttpResponse:
    story = story_written(request.user, pk)
    if language not in NAMES:
        raise Http404
    target = _in_language(request.user, story, language)
    if target is None and request.method == "POST":
        target = translating.start_translation(story=story, language=language, by=request.user)
        return redirect("translate-story", target.pk, language)
    if target is None:
        page = {"story": story, "language": language, "name": NAMES[language]}
        return render(request, "desk/start_translation.html", page)
    if (original := original_of(target)) is None:
        return redirect("story", target.pk)
    attempt = Attempt()
    if request.method == "POST" and _done(request, target, attempt):
        return redirect("translate-story", target.pk, language)
    page = _page(request.user, target, newest(original), attempt)
    failed = attempt.errors or attempt.said
    return render(request, "desk/translate_story.html", page, status=422 if failed else 200)


def _in_language(user: User, story: Story, language: str) -> Story | None:
    if story.language == language:
        return story
    rows = visible_stories(user).select_related("unit__acts_for", "locale", "latest_revision")
    found: Story | None = rows.filter(
        translation_key=story.translation_key, locale__language_code=language
    ).first()
    return found


def _done(request: Request, target: Story, attempt: Attempt) -> bool:
    """Whether what was pressed is done; if not, the attempt says why and keeps what was typed."""
    asked = request.POST
    attempt.typed = {
        key.removeprefix(TYPED): str(words) for key, words in asked.items() if key.startswith(TYPED)
    }
    try:
        done = (_review if "review" in asked else _save)(target, asked, attempt, request.user)
    except Overtaken as error:
        attempt.said, attempt.seen = [error.message], error.version
    except Incomplete as error:
        for issue in error.issues:
            attempt.errors.setdefault(issue.field, []).append(issue.message)
    else:
        messages.success(request, done)
        return True
    return False


def _review(target: Story, asked: QueryDict, attempt: Attempt, by: User) -> str:
    reviewing_translation.review_translation(
        story=target, seen=_seen_by(asked), reads_it="reads_it" in asked, by=by
    )
    return "Đã ghi anh/chị là người soát bản dịch."


def _save(target: Story, asked: QueryDict, attempt: Attempt, by: User) -> str:
    segments = attempt.typed | _taken(target, str(asked.get("use", "")))
    translating.save_translation(
        story=target,
        segments=segments,
        seen=_seen_by(asked),
        by=by,
        machine_made_ones=list(segments) if "machine" in asked else (),
        summary="summary" in asked,
    )
    return "Đã lưu bản dịch."


def _seen_by(asked: QueryDict) -> int:
    seen = str(asked.get("seen", ""))
    return int(seen) if seen.isdecimal() else 0


def _taken(target: Story, pressed: str) -> dict[str, str]:
    """The words of the memory that were chosen of those offered for a segment: `<segment>:<row>`.

    No others: the memory also holds words of stories that this person may not see.
    """
    original = original_of(target) if pressed else None
    if original is None:
        return {}
    page = newest(original)
    offered = memory_of(page, segments_of(page), target.locale).offered
    words = {f"{one.key}:{row.pk}": row.data for one, rows in offered.items() for row in rows}
    return {pressed.partition(":")[0]: to_text(words[pressed])} if pressed in words else {}


def _page(user: User, target: Story, original: Story, attempt: Attempt) -> dict[str, Any]:
    rows = rows_of(original, target, attempt.typed, attempt.errors)
    page = newest(target)
    short = is_summary(page, original)
    needed = [row for row in rows if row.state != "same" and not (short and row.is_body)]
    keys = {row.key for row in rows}
    wrong = sum(key in keys for key in attempt.errors)
    others = [f"Chưa lưu được: {wrong} câu cần sửa, chữ đã gõ còn nguyên."] if wrong else []
    others += [words for key, said in attempt.errors.items() if key not in keys for words in said]
    return {
        "story": target,
        "page": page,
        "original": original,
        "rows": rows,
        "done": sum(row.state != "left" for row in needed),
        "needed": len(needed),
        "seen": attempt.seen or target.latest_revision_id,
        "said": [*attempt.said, *others],
        "is_summary": short,
        "is_stale": is_stale(target),
        "name": NAMES[target.language],
        "from_name": NAMES[original.language],
        "may_translate": rules.may_translate(user, target),
        "review": review_of(user, target, page, original),
    }


def review_of(user: User, target: Story, page: Story, original: Story) -> Mapping[str, Any]:
    """Who vouches for a translation, whether somebody has to, and whether this person can."""
    wrote = translators_of(original, target)
    return {
        "by": page.reviewed_by,
        "is_asked": page.is_machine_made or page.language == "km",
        "may": rules.may_review_translation(user, target) and user.pk not in wrote,
    }
