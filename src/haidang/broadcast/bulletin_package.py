"""The neutral package of one bulletin: what it says, its sound, when and where, and its hashes.

A zip with `bulletin.json` and, where there is sound, one file beside it. The fields are those that
systems of source information need (TT 39/2020/TT-BTTTT); no conformity to the interface of any of
them is claimed. `ADAPTERS` is the seam: another format is one more row in it.

Values in, values out. What comes in is not trusted: sizes, names and hashes are looked at before a
byte is unpacked, and an altered one is refused in words.
"""

import datetime as dt
import hashlib
import io
import json
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

FORMAT = "haidang-bulletin/1"
FACTS, SOUND = "bulletin.json", "sound.mp3"
MOST_FACTS, MOST_SOUND = 1_000_000, 200_000_000
# What reading a zip may come to whose bytes were altered.
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    EOFError,
    LookupError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
EPOCH = (2000, 1, 1, 0, 0, 0)  # the same bulletin is the same package


class NotPackage(ValueError):
    """What came is no package of a bulletin; says why, fit to show."""


@dataclass(frozen=True, slots=True)
class BulletinFacts:
    """What a package says of a bulletin."""

    identifier: str
    title: str
    category: str
    language: str
    text: str
    sender: str
    approver: str
    on: str  # ISO
    airs_from: str = ""
    airs_until: str = ""
    clusters: tuple[str, ...] = field(default=())
    priority: str = "normal"
    seconds: float = 0.0


KNOWN = {"format", "sha256", "audio", *(one.name for one in fields(BulletinFacts))}
OF_SOUND = {"name", "type", "size", "sha256", "seconds"}


@dataclass(frozen=True, slots=True)
class Opened:
    """A package that was looked through: its facts, and its sound where it has any."""

    facts: BulletinFacts
    sound: bytes


@dataclass(frozen=True, slots=True)
class Adapter:
    """How bulletins are written for another system, and read from it."""

    name: str
    written: Callable[[BulletinFacts, bytes], bytes]
    opened: Callable[[bytes], Opened]


def packed(facts: BulletinFacts, sound: bytes) -> bytes:
    """Write a package; the same bulletin gives the same bytes."""
    said: dict[str, Any] = {"format": FORMAT, **asdict(facts)}
    if sound:
        said["audio"] = {
            "name": SOUND,
            "type": "audio/mpeg",
            "size": len(sound),
            "sha256": hashlib.sha256(sound).hexdigest(),
            "seconds": facts.seconds,
        }
    said["sha256"] = _hash_of(said)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        plain = json.dumps(said, ensure_ascii=False, indent=1).encode()
        package.writestr(zipfile.ZipInfo(FACTS, EPOCH), plain, zipfile.ZIP_DEFLATED)
        if sound:
            package.writestr(zipfile.ZipInfo(SOUND, EPOCH), sound, zipfile.ZIP_STORED)
    return out.getvalue()


def opened(content: bytes) -> Opened:
    """Read a package. Raises NotPackage for what is none, is altered, or is too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            said = _facts(package)
            sound = _sound(package, said.get("audio"))
    except NotPackage:
        raise
    except BROKEN as error:
        raise NotPackage("Tệp này không phải gói bản tin (.zip), hoặc đã hỏng.") from error
    return Opened(_read(said), sound)


def _facts(package: zipfile.ZipFile) -> dict[str, Any]:
    names = [entry.filename for entry in package.infolist()]
    if sorted(names) not in ([FACTS], [FACTS, SOUND]):
        raise NotPackage(f"Gói bản tin chỉ gồm {FACTS} và {SOUND}. Gói này có tệp khác.")
    try:
        said = json.loads(_entry(package, FACTS, MOST_FACTS))
    except (ValueError, RecursionError) as error:
        raise NotPackage(f"Không đọc được {FACTS} trong gói.") from error
    if not isinstance(said, dict) or said.get("format") != FORMAT:
        raise NotPackage(f"Gói này không theo dạng {FORMAT}.")
    if unknown := [*(said.keys() - KNOWN), *(_audio_of(said).keys() - OF_SOUND)]:
        # The package is kept as it came: what nobody here reads is not kept either (N19).
        raise NotPackage(f"Gói có mục không biết: {str(unknown[0])[:40]}.")
    if said.get("sha256") != _hash_of(said):
        raise NotPackage("Nội dung gói không khớp mã băm: gói đã bị sửa sau khi lập.")
    return said


def _audio_of(said: Mapping[str, Any]) -> dict[str, Any]:
    audio = said.get("audio")
    return audio if isinstance(audio, dict) else {}


def _sound(package: zipfile.ZipFile, audio: Any) -> bytes:
    if (SOUND in package.namelist()) != isinstance(audio, dict):
        raise NotPackage("Gói ghi có tiếng mà thiếu tệp tiếng, hoặc ngược lại.")
    if not isinstance(audio, dict):
        return b""
    sound = _entry(package, SOUND, MOST_SOUND)
    is_same = audio.get("sha256") == hashlib.sha256(sound).hexdigest()
    if not is_same or audio.get("size") != len(sound):
        raise NotPackage("Tệp tiếng không khớp mã băm: gói đã bị sửa, hoặc tải về chưa trọn.")
    return sound


def _entry(package: zipfile.ZipFile, name: str, most: int) -> bytes:
    # What it says of its size is not believed: no more than that is unpacked.
    with package.open(name) as entry:
        content = entry.read(most + 1)
    if len(content) > most:
        raise NotPackage(f"{name} trong gói lớn quá {most // 1_000_000} MB.")
    return content


def _read(said: Mapping[str, Any]) -> BulletinFacts:
    words = ("identifier", "title", "category", "language", "text", "sender", "approver", "on")
    more = ("airs_from", "airs_until", "priority")
    texts = {name: said.get(name, "") for name in (*words, *more)}
    clusters = said.get("clusters", [])
    is_sound = all(isinstance(text, str) for text in texts.values()) and isinstance(clusters, list)
    if not is_sound or not texts["identifier"] or len(texts["identifier"]) > 120:
        raise NotPackage(f"{FACTS} thiếu thông tin, hoặc sai kiểu.")
    try:
        dt.date.fromisoformat(texts["on"])
    except ValueError as error:
        raise NotPackage(f"Ngày trong {FACTS} không đọc được.") from error
    return BulletinFacts(**texts, clusters=tuple(str(one) for one in clusters))


def _hash_of(said: Mapping[str, Any]) -> str:
    rest = {name: value for name, value in said.items() if name != "sha256"}
    plain = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()


ADAPTERS = {"neutral": Adapter("Gói trung lập", packed, opened)}
