"""What is still missing of an emergency before it can be sent."""

from collections.abc import Iterator

from haidang.broadcast.alert_facts import AlertFacts
from haidang.broadcast.cap_words import AlertStatus, Category, Certainty, Severity, Urgency
from haidang.broadcast.enums import Source
from haidang.broadcast.models import Recording
from haidang.errors import Issue

LONGEST = {"headline": 160, "event": 60, "description": 2000, "instruction": 500}
CHOICES = {
    "status": AlertStatus,
    "category": Category,
    "urgency": Urgency,
    "severity": Severity,
    "certainty": Certainty,
}
NAMES = {
    "headline": "Tiêu đề",
    "event": "Việc xảy ra",
    "description": "Nội dung",
    "instruction": "Việc cần làm",
}
SHORTEST, LONGEST_MINUTES, MOST_REPEATS = 5, 24 * 60, 10
LONGEST_SOUND = 600  # seconds


def before_sending(
    facts: AlertFacts, recording: Recording | None, *, is_machine_said: bool
) -> list[Issue]:
    """Say what has to be put right in the words, the times or the sound."""
    return [*_about_words(facts), *_about_times(facts), *_about_sound(recording, is_machine_said)]


def about_words(facts: AlertFacts) -> list[Issue]:
    """The same without the sound, which is taken once the words are good."""
    return [*_about_words(facts), *_about_times(facts)]


def _about_words(facts: AlertFacts) -> Iterator[Issue]:
    for field, most in LONGEST.items():
        words = getattr(facts, field)
        if len(words) > most:
            told = f"{NAMES[field]} dài {len(words)} chữ: rút xuống {most} chữ."
            yield Issue("alert_too_long", told, field)
    for field in ("headline", "event"):
        if not getattr(facts, field):
            told = f"{NAMES[field]}: hãy viết, ví dụ “Bão số 12 đổ bộ tối nay”."
            yield Issue("alert_needs_words", told, field)
    for field, choices in CHOICES.items():
        if getattr(facts, field) not in choices.values:
            yield Issue("alert_choice", "Hãy chọn một mục trong danh sách.", field)


def _about_times(facts: AlertFacts) -> Iterator[Issue]:
    if not SHORTEST <= facts.minutes <= LONGEST_MINUTES:
        yield Issue("alert_minutes", "Tin có hiệu lực từ 5 phút đến 24 giờ.", "minutes")
    if not 1 <= facts.repeats <= MOST_REPEATS:
        yield Issue("alert_repeats", "Số lần phát từ 1 đến 10.", "repeats")


def _about_sound(recording: Recording | None, is_machine_said: bool) -> Iterator[Issue]:
    if recording is None or recording.is_retired:
        yield Issue("alert_sound", "Hãy ghi âm, tải tệp lên, hoặc chọn giọng máy.", "sound")
    elif not 0 < recording.seconds <= LONGEST_SOUND:
        yield Issue("alert_sound_long", "Tiếng của tin khẩn dài tối đa 10 phút.", "sound")
    elif recording.source == Source.SPOKEN_BY_MACHINE and not is_machine_said:
        words = "Đây là giọng máy: hãy nghe, rồi đánh dấu là đồng ý phát bằng giọng máy."
        yield Issue("alert_machine_voice", words, "machine_said")
