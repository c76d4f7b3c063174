"""What an evidence file is, told by its bytes and never by its name, and what is not taken.

Photos are made anew elsewhere; here are papers, sheets, slides and recordings. A video is not
kept: it belongs where the unit shows it, and its address belongs in the entry.
"""

import io
import re
import zipfile
from dataclasses import dataclass

from haidang.activities.photos import HEIF_BRANDS

OFFICE = "application/vnd.openxmlformats-officedocument."
PHOTO, AUDIO = "photo", "audio"
# The part that makes a package what it is; one with programs in it has a further part.
PACKAGES = {
    "word/document.xml": ("docx", f"{OFFICE}wordprocessingml.document", "tệp Word"),
    "xl/workbook.xml": ("xlsx", f"{OFFICE}spreadsheetml.sheet", "bảng tính Excel"),
    "ppt/presentation.xml": ("pptx", f"{OFFICE}presentationml.presentation", "tệp trình chiếu"),
}
PHOTO_STARTS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
AUDIO_STARTS = {
    b"ID3": ("mp3", "audio/mpeg"),
    b"OggS": ("ogg", "audio/ogg"),
    b"#!AMR": ("amr", "audio/amr"),
    b"fLaC": ("flac", "audio/flac"),
}
VIDEO_STARTS = (b"\x1aE\xdf\xa3", b"\x00\x00\x01\xba", b"\x00\x00\x01\xb3", b"FLV\x01", b"0&\xb2u")
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
MPEG_AUDIO = re.compile(rb"\xff[\xe2-\xe7\xf2-\xf7\xfa-\xff]")
BROKEN = (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError)
TAKEN = "ảnh, PDF, Word, Excel, PowerPoint, tệp ghi âm hoặc văn bản .txt"


class NotTaken(ValueError):
    """This file is not kept as evidence; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class FileKind:
    """What a file is: its ending, its media type, and a word for it."""

    ending: str
    content_type: str
    word: str

    @property
    def has_words(self) -> bool:
        """Whether there are words in it that may bear a mark."""
        return not self.content_type.startswith("audio/")


def is_picture(content: bytes) -> bool:
    """Whether the bytes are a picture, whatever the name says: it is made anew, or told why not."""
    is_webp = content[:4] == b"RIFF" and content[8:12] == b"WEBP"
    is_heif = content[4:8] == b"ftyp" and content[8:12] in HEIF_BRANDS
    return content.startswith(PHOTO_STARTS) or is_webp or is_heif


def kind_of_file(content: bytes) -> FileKind:
    """Return what a file is by its bytes. Raises NotTaken for what is no evidence we keep."""
    if not content:
        raise NotTaken("tệp rỗng. Chọn lại tệp.")
    if kind := _recording(content) or _paper(content):
        return kind
    if content.startswith(OLD_OFFICE):
        raise NotTaken("tệp Word, Excel kiểu cũ. Mở ra, lưu lại thành .docx, .xlsx hoặc .pdf.")
    raise NotTaken(f"không nhận ra loại tệp này. Nhận {TAKEN}.")


def _paper(content: bytes) -> FileKind | None:
    if b"%PDF-" in content[:1024]:
        return FileKind("pdf", "application/pdf", "tệp PDF")
    if content.startswith(b"PK\x03\x04"):
        return _package(content)
    return FileKind("txt", "text/plain", "tệp văn bản") if _is_text(content) else None


def _package(content: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except BROKEN as error:
        raise NotTaken("tệp bị hỏng, không mở được. Lưu lại rồi chọn lại.") from error
    if any(name.endswith("vbaProject.bin") for name in names):
        raise NotTaken("tệp có macro. Lưu lại thành .docx, .xlsx hoặc .pdf không có macro.")
    for part, (ending, content_type, word) in PACKAGES.items():
        if part in names:
            return FileKind(ending, content_type, word)
    raise NotTaken(f"tệp nén. Giải nén rồi chọn từng tệp. Nhận {TAKEN}.")


def _recording(content: bytes) -> FileKind | None:
    if content[4:8] == b"ftyp":
        # Phones put sound and video into the same kind of box; the track says which it is.
        if b"vide" in content:
            raise _video()
        return FileKind("m4a", "audio/mp4", "tệp ghi âm")
    if content[:4] == b"RIFF":
        if content[8:12] == b"WAVE":
            return FileKind("wav", "audio/wav", "tệp ghi âm")
        raise _video()
    if content.startswith(VIDEO_STARTS):
        raise _video()
    for start, (ending, content_type) in AUDIO_STARTS.items():
        if content.startswith(start):
            return FileKind(ending, content_type, "tệp ghi âm")
    if content.startswith((b"\xff\xf1", b"\xff\xf9")):
        return FileKind("aac", "audio/aac", "tệp ghi âm")
    if MPEG_AUDIO.match(content) and not content.startswith((b"\xff\xfe", b"\xff\xff")):
        return FileKind("mp3", "audio/mpeg", "tệp ghi âm")
    return None


def _video() -> NotTaken:
    return NotTaken(
        "video không giữ ở đây vì quá nặng. Đăng lên trang hoặc kênh của đơn vị, rồi dán đường dẫn "
        "vào ô “Đường dẫn” của hoạt động."
    )


def _is_text(content: bytes) -> bool:
    for encoding in ("utf-8-sig", "utf-16") if content[:2] in UTF_16 else ("utf-8-sig",):
        try:
            words = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return not any(ord(sign) < 32 and sign not in "\t\n\r\x0b\x0c" for sign in words)
    return False


UTF_16 = (b"\xff\xfe", b"\xfe\xff")
