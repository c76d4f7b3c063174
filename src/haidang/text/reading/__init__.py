"""Reading: any file of an official document becomes text with places, then is understood."""

from pathlib import Path

from haidang.text.blocks import Reading, Source
from haidang.text.habits import USUAL, Habits
from haidang.text.reading.bounds import bytes_of
from haidang.text.reading.files import source_of
from haidang.text.reading.progress import Progress
from haidang.text.reading.unreadable import Unreadable
from haidang.text.understanding import secrecy_mark, understand
from haidang.text.understanding.secrecy.names import secrecy_mark_of_name

__all__ = ["Unreadable", "read", "read_source", "secrecy_mark_of", "secrecy_mark_of_name"]


def read(
    file: Path | str | bytes, *, progress: Progress | None = None, habits: Habits = USUAL
) -> Reading:
    r"""Read and understand a document: a path, or the bytes of a file.

    >>> read("KẾ HOẠCH\nThông tin năm 2024".encode()).header.document_type
    'Kế hoạch'

    `progress` is told of each page that had to be recognised in a picture; `habits` are the
    authority's reading of time limits. Refuses with Unreadable what is no document.
    """
    return understand(read_source(file, progress=progress), habits)


def read_source(file: Path | str | bytes, *, progress: Progress | None = None) -> Source:
    """The text of a file with its places, before anything in it is understood."""
    data = file if isinstance(file, bytes) else bytes_of(Path(file))
    return source_of(data, progress)


def secrecy_mark_of(data: bytes, text: str) -> str | None:
    """The degree of secrecy that a file is stamped with: in its read text, beside it, as a picture.

    Promise N19. Refuses with Unreadable what is broken or unpacks to too much.
    """
    if mark := secrecy_mark(text):
        return mark
    from haidang.text.reading.beside import degree_pictured, words_beside

    return secrecy_mark(words_beside(data, text), is_beside=True) or degree_pictured(data)
