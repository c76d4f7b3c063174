"""What a file of sound is by its bytes; the program that opens it is told, and never guesses.

A file that names other files (a playlist) is nothing that is opened here.
"""

import re

_MPEG = re.compile(rb"\xff[\xe2-\xe7\xf2-\xf7\xfa-\xff]")
_AAC = re.compile(rb"\xff[\xf0\xf1\xf8\xf9]")
_STARTS = {
    b"ID3": "mp3",
    b"OggS": "ogg",
    b"fLaC": "flac",
    b"#!AMR": "amr",
    b"\x1aE\xdf\xa3": "matroska",
}
_OTHERS = {
    b"%PDF": "đây là tệp PDF",
    b"PK\x03\x04": "đây là tệp nén hoặc văn bản",
    b"\xd0\xcf\x11\xe0": "đây là tệp văn phòng kiểu cũ",
    b"\xff\xd8\xff": "đây là ảnh",
    b"\x89PNG": "đây là ảnh",
    b"#EXTM3U": "đây là danh sách phát, không có tiếng trong tệp",
}
TAKEN = "MP3, M4A, WAV, OGG, FLAC hoặc tệp ghi âm của điện thoại"
MOST_JUNK = 8192  # bytes before the first frame of an MP3 whose head is broken


class NotSound(ValueError):
    """This file is not taken as sound; the message says why and what to do."""


def kind_of_sound(content: bytes) -> str:
    """The format by the name that ffmpeg gives it. Raises NotSound for all that is no sound."""
    if not content:
        raise NotSound("tệp rỗng (0 byte). Ghi lại hoặc chọn tệp khác.")
    for start, kind in _STARTS.items():
        if content.startswith(start):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WAVE":
        return "wav"
    if content[4:8] == b"ftyp":
        return "mov"
    for start, words in _OTHERS.items():
        if content.startswith(start):
            raise NotSound(f"{words}. Chọn tệp {TAKEN}.")
    if _AAC.match(content):
        return "aac"
    if _MPEG.search(content[:MOST_JUNK]):
        return "mp3"
    raise NotSound(f"không nhận ra đây là tệp tiếng. Chọn tệp {TAKEN}.")
