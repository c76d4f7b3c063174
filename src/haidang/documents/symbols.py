"""The symbol: type – agency, or of a công văn agency – unit (NĐ 30/2020, Phụ lục I, mục II.3).

How agencies and units are abbreviated, the head of each body decides; here is only the grammar.
"""

import re
import unicodedata

from haidang.text.layout import kind_of

_GROUP = r"[A-ZĐ][A-Za-zĐđ0-9&.]*"
_SYMBOL = re.compile(rf"{_GROUP}(?:[-/]{_GROUP})*")


def symbol_of(document_type: str, agency: str, part: str = "") -> str:
    """The symbol of a document of a type, of an agency, drafted by a part of it or on a field.

    >>> symbol_of("kế hoạch", "UBND"), symbol_of("công văn", "UBND", "VX")
    ('KH-UBND', 'UBND-VX')
    """
    kind = kind_of(document_type)
    named = kind.abbreviation if kind else None
    groups = [named, agency] if named else [agency, part]
    return "-".join(group for group in groups if group)


def is_symbol_of(document_type: str, symbol: str) -> bool:
    """Whether a symbol is one that a document of this type may have.

    >>> is_symbol_of("báo cáo", "BC-UBND"), is_symbol_of("báo cáo", "KH-UBND")
    (True, False)
    """
    if not _SYMBOL.fullmatch(unicodedata.normalize("NFC", symbol)):
        return False
    kind = kind_of(document_type)
    first = re.split("[-/]", symbol)[0]
    return not kind or not kind.abbreviation or first == kind.abbreviation
