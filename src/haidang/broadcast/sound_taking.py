"""Sound on its way from a person to a row: told what it is, levelled, and kept under its hash."""

from dataclasses import dataclass

from haidang.broadcast.sound import CONTENT_TYPE, Levelled, NotSound, levelled
from haidang.documents.models import StoredFile
from haidang.documents.storage import keep
from haidang.errors import Incomplete, Issue

MOST_BYTES = 100 * 2**20
GIVEN = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Taken:
    """Sound that was levelled, beside what was given."""

    given: bytes
    made: Levelled

    def kept(self) -> tuple[StoredFile, StoredFile]:
        """The files, kept: what is aired, what was given."""
        return keep(self.made.content, CONTENT_TYPE), keep(self.given, GIVEN)


def taken(content: bytes) -> Taken:
    """Level sound. Refuses with Incomplete, in words, what is too large or is no sound."""
    if len(content) > MOST_BYTES:
        words = f"Tệp nặng quá {MOST_BYTES // 2**20} MB. Xuất thành MP3 rồi tải lên."
        raise Incomplete([Issue("too_large", words, "file")])
    try:
        return Taken(content, levelled(content))
    except NotSound as error:
        words = str(error)
        raise Incomplete([Issue("not_sound", words[:1].upper() + words[1:], "file")]) from error
