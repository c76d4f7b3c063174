"""What a file of a story may be, told by its bytes, and made free of who made it and where."""

import re
from collections.abc import Iterator

from django.conf import settings

from haidang.activities.files import FileKind, NotTaken, is_picture, kind_of_file

MOST_VIDEO = 80 * 2**20
MEGABYTE = 2**20
_SVG = re.compile(rb"<svg\b|<!ENTITY|<script\b", re.IGNORECASE)
_BOXES_WITHIN = {b"moov", b"trak", b"mdia"}
# What phones write beside the pictures: position, device, owner.
_TELLING = {b"udta", b"meta", b"uuid", b"loci"}
_EBML = b"\x1aE\xdf\xa3"


def kind_of_attached(content: bytes) -> FileKind:
    """What a file is by its bytes: a paper, a sheet, slides, a recording, or an MP4.

    Raises NotTaken for a picture, which belongs among the pictures, for a drawing that may run, for
    what is too large, and for what no reader could open.
    """
    if is_picture(content):
        raise NotTaken("đây là ảnh. Thêm ở mục Ảnh, để có mô tả và quyền sử dụng.")
    if _SVG.search(content[:4096]) and not content.startswith(b"%PDF"):
        raise NotTaken("hình .svg hoặc trang web có thể chứa lệnh. Xuất thành .png hoặc .pdf.")
    kind = _video(content) or kind_of_file(content)
    most = most_bytes(kind)
    if len(content) > most:
        raise NotTaken(f"nặng quá {most // MEGABYTE} MB. Chọn tệp nhỏ hơn.")
    return kind


def most_bytes(kind: FileKind) -> int:
    """How many bytes a file of a kind may have."""
    is_seen = kind.content_type.startswith(("video/", "audio/"))
    return MOST_VIDEO if is_seen else settings.DOCUMENT_LIMIT


def _video(content: bytes) -> FileKind | None:
    if content[4:8] == b"ftyp" and b"vide" in content[: 2**20] + content[-(2**20) :]:
        if content[8:12] == b"qt  ":
            raise NotTaken("video .mov. Đổi sang .mp4 để máy nào cũng mở được.")
        return FileKind("mp4", "video/mp4", "video")
    if content.startswith(_EBML):
        raise NotTaken("video kiểu này nhiều máy không mở được. Đổi sang .mp4.")
    return None


def without_traces(content: bytes, kind: FileKind) -> bytes:
    """A recording without what the device wrote beside it; its length and its sound stay."""
    if kind.ending in {"mp4", "m4a"}:
        return _blanked(content)
    if kind.ending == "mp3":
        return _untagged(content)
    return content


def _blanked(content: bytes) -> bytes:
    quiet = bytearray(content)
    for start, head, end in _boxes(content, 0, len(content)):
        quiet[start + 4 : start + 8] = b"free"
        quiet[start + head : end] = bytes(end - start - head)
    return bytes(quiet)


def _boxes(content: bytes, at: int, until: int, within: int = 0) -> Iterator[tuple[int, int, int]]:
    """The boxes that tell of the device, wherever they stand: start, size of the head, end."""
    if within > len(_BOXES_WITHIN):
        raise _broken()  # no camera nests them so
    while at + 8 <= until:
        size, kind, head = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8], 8
        if size == 1:
            size, head = int.from_bytes(content[at + 8 : at + 16]), 16
        end = at + size if size else until
        if size and (size < head or end > until):
            raise _broken()
        if kind in _TELLING:
            yield at, head, end
        elif kind in _BOXES_WITHIN:
            yield from _boxes(content, at + head, end, within + 1)
        at = end


def _broken() -> NotTaken:
    return NotTaken("tệp bị hỏng, không mở được. Lưu lại rồi chọn lại.")


def _untagged(content: bytes) -> bytes:
    if content.startswith(b"ID3") and len(content) > 10:
        size = 0
        for part in content[6:10]:
            size = size << 7 | part & 127
        content = content[10 + size :]
    return content[:-128] if content[-128:-125] == b"TAG" else content
