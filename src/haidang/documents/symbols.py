"""The symbol: type – agency, or of a công văn agency – unit (NĐ 30/2020, Phụ lục I, mục II.3).

How agencies and units are abbreviated, the head of each body decides; here is only the order.
"""

from haidang.text.layout import kind_of


def symbol_of(document_type: str, agency: str, part: str = "") -> str:
    """The symbol of a document of a type, of an agency, drafted by a part of it or on a field.

    >>> symbol_of("kế hoạch", "UBND"), symbol_of("công văn", "UBND", "VX")
    ('KH-UBND', 'UBND-VX')
    """
    kind = kind_of(document_type)
    named = kind.abbreviation if kind else None
    groups = [named, agency] if named else [agency, part]
    return "-".join(group for group in groups if group)
