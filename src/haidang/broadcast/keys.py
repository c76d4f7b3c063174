"""The keys by which an authority seals what its stations play; each has one that is in use.

The public half is a row. The private half is a file of the installation that only its own account
may read; it never leaves the machine, and a page never shows it.
"""

import datetime as dt
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from haidang import clock
from haidang.broadcast import seal
from haidang.broadcast.models import SigningKey
from haidang.documents.storage import NotStored
from haidang.errors import Refused
from haidang.orgs.models import Unit

OLD_IS_GOOD = dt.timedelta(days=10)  # a released week may be on its way for so long


class KeyLost(Refused):
    """The private half of a key is not on this machine."""

    status = 503

    def __init__(self) -> None:
        super().__init__(
            "Không đọc được khóa niêm của cơ quan trên máy chủ. Hãy báo quản trị lấy lại thư mục"
            " keys từ bản sao lưu, hoặc đổi khóa và ghép lại các máy phát."
        )


@dataclass(frozen=True, slots=True)
class Keyring:
    """The keys of an authority, the oldest first; one of them is in use."""

    keys: list[SigningKey]

    @property
    def in_use(self) -> SigningKey:
        """The key that seals today."""
        return next(key for key in self.keys if key.retired_at is None)

    def good(self) -> list[SigningKey]:
        """The keys that players may trust today, the newest first."""
        since = clock.passing() - OLD_IS_GOOD
        kept = [key for key in self.keys if key.retired_at is None or key.retired_at > since]
        return kept[::-1]

    def endorsements(self) -> list[str]:
        """The words by which each key follows the one before, the oldest first."""
        return [key.endorsement for key in self.keys if key.endorsement]

    def sealed(self, content: Mapping[str, Any]) -> str:
        """Seal some content. Refuses with KeyLost."""
        return seal.seal(content, private_half(self.in_use))

    def sealed_now(self, text: str, content: Mapping[str, Any]) -> str:
        """The same text, or the content sealed anew where its key is no longer in use."""
        return text if f'"key": "{self.in_use.public}"' in text else self.sealed(content)


def keyring(unit: Unit) -> Keyring:
    """The keys of the authority that a unit belongs to; the first is made when it is asked for."""
    keys = list(SigningKey.objects.filter(unit=unit.seat).order_by("pk"))
    if all(key.retired_at is not None for key in keys):
        keys.append(made_key(unit.seat))
    return Keyring(keys)


def sealed(content: Mapping[str, Any], unit: Unit) -> str:
    """Seal some content by the key of the authority that a unit belongs to."""
    return keyring(unit).sealed(content)


def key_in_use(unit: Unit) -> SigningKey:
    """The key by which an authority seals today."""
    return keyring(unit).in_use


def made_key(seat: Unit, endorsement: str = "", private: bytes | None = None) -> SigningKey:
    """Make a key pair and keep both halves. Refuses with NotStored where no file can be made."""
    private = private or seal.new_key()
    public = seal.public_of(private)
    _write(_path(public), private)
    return SigningKey.objects.create(
        unit=seat, public=public, made_at=clock.passing(), endorsement=endorsement
    )


def private_half(key: SigningKey) -> bytes:
    """The private half. Refuses with KeyLost where its file is not there or is another one."""
    try:
        private = _path(key.public).read_bytes()
        is_its_own = seal.public_of(private) == key.public
    except (OSError, ValueError) as error:
        raise KeyLost from error
    if not is_its_own:
        raise KeyLost
    return private


def good_keys(unit: Unit) -> list[SigningKey]:
    """The keys that players of an authority may trust today, the newest first."""
    return keyring(unit).good()


def keys_shown(seat: Unit) -> list[SigningKey]:
    """The keys of an authority as its people see them; none is made by looking."""
    return list(SigningKey.objects.filter(unit=seat).order_by("-pk")[:5])


def _path(public: str) -> Path:
    return Path(settings.DATA) / "keys" / f"{public}.key"


def _write(path: Path, private: bytes) -> None:
    """Write a file that nobody else may read, also while it is being written."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(private)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise NotStored from error
