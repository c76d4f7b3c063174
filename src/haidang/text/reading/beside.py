"""Words of a file that stand beside its text: where a secrecy stamp is still a stamp (N19)."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from haidang.text.reading.package import MAX_XML, W, parse
from haidang.text.reading.unreadable import Unreadable

_PARTS = re.compile(r"word/(?:document|(?:header|footer|footnotes|endnotes|comments)\d*)\.xml")


def words_beside(data: bytes) -> str:
    """What a .docx says outside its text: headers, footers, notes, comments, what was deleted.

    The text itself is among it. Refuses with Unreadable what unpacks to too much.
    """
    try:
        return "\n".join(line for part in _parts(data) for line in _lines(part))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise Unreadable("broken", "Tệp .docx hỏng, không mở được.") from error


def _parts(data: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        wanted = [info for info in archive.infolist() if _PARTS.fullmatch(info.filename)]
        if sum(info.file_size for info in wanted) > 2 * MAX_XML:
            raise Unreadable("zip-bomb", "Tệp nén bất thường: mở ra quá lớn.")
        for info in wanted:
            yield archive.read(info)


def _lines(part: bytes) -> Iterator[str]:
    for paragraph in parse(part).iter(f"{W}p"):
        yield "".join(str(words) for words in paragraph.itertext())
