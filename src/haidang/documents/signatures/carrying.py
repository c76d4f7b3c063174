"""A verification as plain values, which JSON can hold and a database keeps, and back again."""

import datetime as dt
from dataclasses import asdict, replace
from typing import Any

from haidang.documents.signatures.verification import (
    Certificate,
    Chain,
    Owner,
    Period,
    Reach,
    Signature,
    Standing,
    TimeStamp,
    Verification,
)

Row = dict[str, Any]


def as_row(verification: Verification) -> Row:
    """A verification as JSON can hold it; moments become ISO."""
    row: Row = _plain(asdict(verification))
    return row


def from_row(row: Row) -> Verification:
    """The verification that `as_row` gave."""
    return Verification(
        at=_moment(row["at"]),
        signatures=tuple(map(_signature, row["signatures"])),
        file_stamps=tuple(map(_stamp, row["file_stamps"])),
        is_strict=row["is_strict"],
    )


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, dt.datetime) else value


def _signature(row: Row) -> Signature:
    claimed, stamp, certificate = row["claimed_at"], row["time_stamp"], row["certificate"]
    return replace(
        Signature(**row),
        standing=Standing(row["standing"]),
        certificate=_certificate(certificate) if certificate else None,
        claimed_at=_moment(claimed) if claimed else None,
        time_stamp=_stamp(stamp) if stamp else None,
        reach=Reach(row["reach"]),
        chain=Chain(row["chain"]),
        path=tuple(row["path"]),
        period=Period(row["period"]),
        weak=tuple(row["weak"]),
    )


def _certificate(row: Row) -> Certificate:
    ends = {name: _moment(row[name]) for name in ("valid_from", "valid_until")}
    return Certificate(**{**row, **ends, "owner": Owner(row["owner"])})


def _stamp(row: Row) -> TimeStamp:
    return TimeStamp(**{**row, "at": _moment(row["at"])})


def _moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)
