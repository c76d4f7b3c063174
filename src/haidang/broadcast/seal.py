"""Seals: what players play and obey is signed (Ed25519), and bound to station, time and number.

Plain Python without Django: the server seals by it, and every player checks by it (promise N20).
A sealed text is JSON with the payload in base64, the public key and the signature in hex. The
payload is signed byte by byte, so that nothing depends on how JSON is written twice.
"""

import base64
import binascii
import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

WEEK = "haidang-week/1"
ORDER = "haidang-order/1"
KEY = "haidang-key/1"
PLACE = "haidang-place/1"
LARGEST = 16 * 1024 * 1024  # a sealed text is read whole: what is larger is refused unread


class NotSealed(Exception):
    """A sealed text that must not be used; `code` says why in one word, for logs and tests."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(words)
        self.code = code


def new_key() -> bytes:
    """Make a private key (32 bytes)."""
    private = Ed25519PrivateKey.generate()
    return private.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())


def public_of(private: bytes) -> str:
    """Return the public half of a private key, in hex."""
    public = Ed25519PrivateKey.from_private_bytes(private).public_key()
    return public.public_bytes(Encoding.Raw, PublicFormat.Raw).hex()


def seal(content: Mapping[str, Any], private: bytes) -> str:
    """Seal some content with a private key."""
    payload = _payload(content)
    signature = Ed25519PrivateKey.from_private_bytes(private).sign(payload)
    return json.dumps(
        {
            "payload": base64.b64encode(payload).decode(),
            "key": public_of(private),
            "signature": signature.hex(),
        }
    )


def digest(content: Mapping[str, Any]) -> str:
    """Return the hash of what is sealed, which stays the same under another key."""
    return hashlib.sha256(_payload(content)).hexdigest()


def opened(sealed: str, trusted: Collection[str]) -> dict[str, Any]:
    """Return the content of a sealed text whose key is trusted.

    Refuses with NotSealed: unsigned, a key that nobody trusts, altered.
    """
    if len(sealed) > LARGEST:
        raise NotSealed("unsigned", "Gói quá lớn.")
    outer = _json(sealed)
    try:
        payload = base64.b64decode(outer["payload"], validate=True)
        key, signature = str(outer["key"]), bytes.fromhex(outer["signature"])
    except (KeyError, TypeError, ValueError, binascii.Error) as error:
        raise NotSealed("unsigned", "Gói không có chữ ký.") from error
    if key not in trusted:
        raise NotSealed("untrusted", "Gói ký bằng khóa mà máy không tin.")
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(signature, payload)
    except (InvalidSignature, ValueError) as error:
        raise NotSealed("altered", "Gói đã bị sửa sau khi ký.") from error
    return _json(payload)


def checked(
    content: Mapping[str, Any],
    *,
    kind: str,
    station: int,
    now: datetime,
    newest: int = 0,
    plays: Collection[int] = (),
) -> None:
    """Refuse with NotSealed what is of another kind, for another station, expired or replayed.

    A group of loudspeakers `plays` weeks of the station it hangs on, too. `newest` is the highest
    number that this player has taken: of orders of its station, or of releases of the same week.
    An order that is not newer, or a release that is older, is replayed.
    """
    if content.get("format") != kind:
        raise NotSealed("format", "Gói không đúng loại.")
    if content.get("station") not in {station, *plays}:
        raise NotSealed("station", "Gói của đài khác.")
    if _moment(content, "valid_until" if kind == WEEK else "expires_at") < now:
        raise NotSealed("expired", "Gói đã hết hiệu lực.")
    number = content.get("number")
    if not isinstance(number, int) or number < newest or (kind == ORDER and number == newest):
        raise NotSealed("replayed", "Gói cũ được gửi lại.")


def trusted_with(trusted: Iterable[str], endorsed: Iterable[str], now: datetime) -> frozenset[str]:
    """Return the keys to trust: those trusted already, and new ones that a trusted one signed.

    `endorsed` are sealed texts of the kind haidang-key/1, each naming one new key and until when
    the one that signed it is still good. What cannot be opened changes nothing.
    """
    keys, ended, waiting = frozenset(trusted), set[str](), list(endorsed)
    while True:
        more = set[str]()
        for sealed in waiting:
            content = _endorsement(sealed, keys)
            if content is not None:
                more.add(str(content["key"]))
                if _moment(content, "old_until") < now:
                    ended.add(str(content["old"]))
        if more <= keys:
            return keys - ended
        keys |= more


def _endorsement(sealed: str, trusted: Collection[str]) -> dict[str, Any] | None:
    try:
        content = opened(sealed, trusted)
        signer = _json(sealed)["key"]
        _moment(content, "old_until")
    except NotSealed:
        return None
    is_one = content.get("format") == KEY and content.get("old") == signer
    return content if is_one and isinstance(content.get("key"), str) else None


def _moment(content: Mapping[str, Any], name: str) -> datetime:
    try:
        moment = datetime.fromisoformat(content[name])
    except (KeyError, TypeError, ValueError) as error:
        raise NotSealed("format", "Gói không ghi thời hạn.") from error
    if moment.tzinfo is None:
        raise NotSealed("format", "Gói không ghi múi giờ.")
    return moment


def _payload(content: Mapping[str, Any]) -> bytes:
    """The one way to write some content as bytes."""
    return json.dumps(
        content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


def _json(words: str | bytes) -> dict[str, Any]:
    try:
        content = json.loads(words)
    except (ValueError, RecursionError) as error:
        raise NotSealed("unsigned", "Gói không đọc được.") from error
    if not isinstance(content, dict):
        raise NotSealed("unsigned", "Gói không đọc được.")
    return content
