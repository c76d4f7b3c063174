"""The secret part of a feed's address: drawn once, shown once, kept as a hash alone."""

import hashlib
import secrets

_BYTES = 32


def new_token() -> str:
    """Draw a token that nobody can guess, of letters that an address can hold."""
    return secrets.token_urlsafe(_BYTES)


def hash_of(token: str) -> str:
    """What is kept of a token. It is long and random, so no slow hash is needed."""
    return hashlib.sha256(token.encode()).hexdigest()
