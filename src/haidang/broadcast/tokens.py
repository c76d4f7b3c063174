"""Tokens of players: what is kept of them."""

import hashlib


def token_hash(token: str) -> str:
    """What is kept of a token: whoever reads the database cannot speak as a player."""
    return hashlib.sha256(token.encode()).hexdigest()
