"""Finding what was issued by its number, as people write it."""

import re
import unicodedata

from haidang.documents.models import Issue

_ASKED = re.compile(r"\s*(?:[Ss]ố\s*:?\s*)?0*(?P<value>\d{1,9})\s*(?:/\s*(?P<symbol>\S.*?))?\s*")


def issues_numbered(number: str, year: int | None = None) -> list[Issue]:
    """What was issued under a number, "05/BC-UBND" or "5", of a year; the newest first.

    Nothing where the number cannot be read.
    """
    asked = _ASKED.fullmatch(number)
    if not asked:
        return []
    found = Issue.objects.filter(number__value=int(asked["value"]))
    if year:
        found = found.filter(number__series__year=year)
    around = ("number__series__unit", "edition__document", "docx", "pdf", "template__file")
    rows = found.select_related("revision", *around).order_by("-issued_on", "-pk")
    wanted = _folded(asked["symbol"] or "")
    return [issue for issue in rows if wanted in ("", _folded(issue.number.symbol))]


def _folded(symbol: str) -> str:
    # Not by the database: SQLite knows no capitals but those of ASCII.
    return unicodedata.normalize("NFC", symbol).casefold().replace("–", "-")
