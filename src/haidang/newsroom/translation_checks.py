"""What a translation lacks before it is put before those who clear it."""

from haidang.errors import Issue
from haidang.newsroom.models import Story
from haidang.newsroom.queries.memory import left_of, memory_of
from haidang.newsroom.queries.terms import contested_against
from haidang.newsroom.queries.translations import is_stale, newest, original_of
from haidang.newsroom.scripts import NAMES, wrong_language
from haidang.newsroom.segments import Segment, is_prose, is_summary, segments_of

STALE = "Bài gốc đã đổi sau khi dịch. Cập nhật bản dịch, hoặc xác nhận vẫn gửi bản này."


def about_translation(story: Story, *, stale_said: bool = False) -> list[Issue]:
    """What keeps a translation from being submitted; nothing of what is no translation.

    A stale one only where that is said (N16); else every segment has to be there, in the right
    language, with contested words as their owner decided, and a named reviewer where a machine
    wrote or where the language is Khmer.
    """
    original = original_of(story)
    if original is None:
        return []
    issues = _about_reviewer(newest(story))
    if is_stale(story):
        return issues if stale_said else [Issue("stale_translation", STALE, "stale_said"), *issues]
    return [*_about_words(newest(original), story), *issues]


def _about_reviewer(page: Story) -> list[Issue]:
    if page.reviewed_by_id is not None:
        return []
    if page.is_machine_made:
        message = "Có câu máy dịch: cần một người đọc được ngôn ngữ này soát và ký tên."
    elif page.language == "km":
        message = "Lời tiếng Khmer cần một người đọc bản ngữ soát và ký tên trước khi gửi duyệt."
    else:
        return []
    return [Issue("no_reviewer", message, "review")]


def _about_words(original: Story, story: Story) -> list[Issue]:
    issues = []
    short = is_summary(newest(story), original)
    if left := left_of(original, story.locale, without_body=short):
        needs = ": bản tóm tắt vẫn cần tên bài, sapo và lời của ảnh" if short else ""
        words = f"Còn {len(left)} câu chưa dịch{needs}."
        issues.append(Issue("not_translated", words, "segments"))
    said = memory_of(original, segments_of(original), story.locale).said()
    issues += [row for segment, words in said.items() for row in _about(segment, words, story)]
    broken = contested_against(story.unit, said, story.language)
    for term in broken:
        words = f"Từ ngữ nhạy cảm “{term.vi}” phải dịch là “{getattr(term, story.language)}”."
        issues.append(Issue("contested_term", words, "segments"))
    return issues


def _about(segment: Segment, words: str, story: Story) -> list[Issue]:
    found = wrong_language(words, story.language) if is_prose(segment.path) else None
    if found is None:
        return []
    message = f"Bản {NAMES[story.language]} còn câu {found}: “{words[:60]}”."
    return [Issue("wrong_language", message, segment.key)]
