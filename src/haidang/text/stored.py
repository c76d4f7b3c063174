"""A document to be written, kept as text: lossless, one text for one document, with a version.

What is kept today is read by later versions: a field that came later takes its default.
"""

import json
import types
import unicodedata
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from haidang.text.blocks import Block, Document

VERSION = 1
_TAG = "block"  # tells the members of a union apart


class StoredError(ValueError):
    """A stored document that cannot be read: of another version, or not as it was written."""


def as_json(document: Document) -> str:
    """The document as canonical JSON: sorted keys, no spaces, Unicode NFC.

    Equal documents give equal text. `as_json(from_json(as_json(d)))` is `as_json(d)`.
    """
    kept = {"version": VERSION, "document": _plain(document)}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(text: str) -> Document:
    """The document that `as_json` kept. Refuses other texts and versions with StoredError."""
    try:
        kept = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise StoredError("Bản lưu của văn bản không phải JSON.") from error
    if not isinstance(kept, dict) or kept.get("version") != VERSION:
        found = kept.get("version") if isinstance(kept, dict) else None
        raise StoredError(f"Bản lưu thuộc phiên bản {found!r}; bản này đọc phiên bản {VERSION}.")
    document: Document = _built(Document, kept.get("document"), "document")
    return document


def _plain(value: object) -> object:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if is_dataclass(value):
        plain = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return plain | ({_TAG: type(value).__name__} if isinstance(value, Block) else {})
    return value


def _read(kind: Any, value: Any, where: str) -> Any:
    if kind in (str, int, bool, types.NoneType):
        return _exactly(kind, value, where)
    if kind == Block:
        return _block(value, where)
    if is_dataclass(kind):
        return _built(kind, value, where)
    if get_origin(kind) is types.UnionType:
        inner = next(one for one in get_args(kind) if one is not types.NoneType)
        return None if value is None else _read(inner, value, where)
    gathered: Callable[[list[Any]], Any] = get_origin(kind)
    items = enumerate(_exactly(list, value, where))
    return gathered([_read(get_args(kind)[0], one, f"{where}[{at}]") for at, one in items])


def _exactly(kind: type, value: Any, where: str) -> Any:
    if type(value) is not kind:
        raise StoredError(f"{where}: cần {kind.__name__}, có {type(value).__name__}.")
    return value


def _block(value: Any, where: str) -> Any:
    tag = _exactly(dict, value, where).get(_TAG)
    for kind in get_args(Block):
        if kind.__name__ == tag:
            return _built(kind, {name: of for name, of in value.items() if name != _TAG}, where)
    raise StoredError(f"{where}: không rõ loại khối {tag!r}.")


def _built(kind: Any, value: Any, where: str) -> Any:
    given, known = _exactly(dict, value, where), _fields_of(kind)
    if strange := sorted(given.keys() - known.keys()):
        raise StoredError(f"{where}: không rõ trường {strange[0]}.")
    for name, (field, _) in known.items():
        if name not in given and field.default is MISSING and field.default_factory is MISSING:
            raise StoredError(f"{where}: thiếu trường {name}.")
    return kind(
        **{name: _read(known[name][1], of, f"{where}.{name}") for name, of in given.items()}
    )


@cache
def _fields_of(kind: Any) -> dict[str, tuple[Field[Any], Any]]:
    hints = get_type_hints(kind)
    return {field.name: (field, hints[field.name]) for field in fields(kind)}
