"""How entries are chained and the end of the chain is sealed."""

import datetime as dt
import hashlib
import hmac
import json

from django.conf import settings

from haidang.ledger.models import Entry

START = "0" * 64


def entry_hash(entry: Entry) -> str:
    """Return the hash of all that an entry says, with the hash of the entry before it."""
    facts = [
        entry.seq,
        entry.at.astimezone(dt.UTC).isoformat(timespec="microseconds"),
        entry.by_id,
        entry.by_name,
        entry.event,
        entry.target_type,
        entry.target_id,
        entry.details,
        entry.previous,
    ]
    return hashlib.sha256(json.dumps(facts, ensure_ascii=False).encode()).hexdigest()


def seal(seq: int, last_hash: str) -> str:
    """Return the seal of a chain that ends here; only who holds the installation's key can."""
    key, end = settings.LEDGER_KEY.encode(), f"{seq}|{last_hash}".encode()
    return hmac.new(key, end, "sha256").hexdigest()
