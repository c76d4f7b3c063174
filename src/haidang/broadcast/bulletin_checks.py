"""What a bulletin must have before it is put before those who clear it."""

from haidang.broadcast.models import Bulletin
from haidang.broadcast.queries.bulletins import is_behind, parts_of
from haidang.errors import Issue


def before_clearing(bulletin: Bulletin) -> list[Issue]:
    """What is missing of a bulletin's words, sound and stories."""
    issues = []
    if not bulletin.spoken.strip():
        issues.append(Issue("words", "Bản tin chưa có lời đọc.", "words"))
    if bulletin.recording is None or bulletin.recording.is_retired:
        words = "Bản tin chưa có bản thu. Ghi âm hoặc tải tệp lên."
        issues.append(Issue("recording", words, "recording"))
    for part in parts_of(bulletin):
        if is_behind(part):
            words = f"“{part.story.title}” đã sửa hoặc rút sau khi đưa vào bản tin. Lấy lại lời."
            issues.append(Issue("behind", words, "stories"))
    return issues
