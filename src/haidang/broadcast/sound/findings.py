"""What a person should hear again before a piece of sound is aired."""

from haidang.broadcast.sound.measuring import LONG_SILENCE, QUIET, Measured

Finding = tuple[str, float, str]
"""A stable name, the second at which it is, and a sentence."""

SOFT, LOUD = -35.0, -9.0  # LUFS as it came: beyond these the noise or the crackling is raised too


def findings_of(heard: Measured) -> list[Finding]:
    """What was found by listening, in the order of the sound."""
    found: list[Finding] = []
    for at, lasts in heard.silences:
        words = f"Im lặng {_count(lasts)} giây, từ {moment(at)}. Cắt bớt nếu không cố ý."
        found.append(("silence", round(at, 1), words))
    for place in heard.clipped:
        words = f"Tiếng bị vỡ ở {moment(place)}: ghi quá to. Nghe lại, ghi lại nếu khó nghe."
        found.append(("clipping", place, words))
    if heard.loudness < SOFT:
        found.append(("soft", 0.0, "Ghi rất nhỏ nên đã nâng lên nhiều: tiếng nền có thể to."))
    if heard.loudness > LOUD:
        found.append(("loud", 0.0, "Ghi rất to nên đã hạ xuống: nghe lại xem có rè không."))
    if heard.is_broken:
        found.append(("broken", 0.0, "Tệp có chỗ hỏng: nghe lại xem có mất câu nào không."))
    return sorted(found, key=lambda one: one[1])


def about_length(seconds: float, expected: float) -> list[Finding]:
    """Whether a recording has the length that the words should take."""
    if expected <= 0 or 0.6 * expected <= seconds <= 1.6 * expected:
        return []
    than = "ngắn" if seconds < expected else "dài"
    words = (
        f"Bản thu dài {moment(seconds)}, lời đọc cần chừng {moment(expected)}:"
        f" {than} hơn nhiều. Kiểm tra có đúng bản thu không."
    )
    return [("length", 0.0, words)]


def moment(seconds: float) -> str:
    """A length or a place as people say it: 2 phút 05 giây."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} phút {rest:02d} giây" if minutes else f"{rest} giây"


def _count(seconds: float) -> str:
    return f"{seconds:.0f}"


__all__ = ["LONG_SILENCE", "QUIET", "Finding", "about_length", "findings_of", "moment"]
