"""Answers to players: short JSON."""

import json
from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse


def told(what: Mapping[str, Any], status: int = 200) -> HttpResponse:
    """Answer in JSON, letters as they are."""
    words = json.dumps(what, ensure_ascii=False, separators=(",", ":"))
    return HttpResponse(words, content_type="application/json", status=status)


def refused(status: int, why: str) -> HttpResponse:
    """Say in words why not."""
    return told({"error": why}, status)
