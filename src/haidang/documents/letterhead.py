"""What stands above the documents of a unit, as the sample of its templates has it."""

from itertools import takewhile

from haidang.documents.symbols import symbol_of
from haidang.orgs.models import Unit
from haidang.text.blocks import Header
from haidang.text.layout.kinds import Kind

AREAS = frozenset({"huyện", "quận", "thị", "thành", "tỉnh", "xã", "phường", "đặc"})


def letterhead_of(unit: Unit, kind: Kind) -> Header:
    """The boxes of the head that a unit decides: its name, that of the unit above, its place.

    A committee names no body above itself (NĐ 30/2020, Phụ lục I, mục II.2).
    """
    superior = None if unit.seat.pk == unit.pk else unit.seat.name
    is_committee = unit.name.casefold().startswith("ủy ban nhân dân")
    agency = "UBND" if is_committee else _abbreviated(unit.name)
    return Header(
        superior=superior,
        issuer=unit.name,
        symbol=symbol_of(kind.name, agency, "VX") if kind.has_number else None,
        place=unit.seat.place or unit.place or None,
    )


def _abbreviated(name: str) -> str:
    """The first letters of a name: how each body shortens its own is its head's to say.

    An office is known by its field alone: neither "Phòng" nor where it is.
    """
    words = name.split()
    if words[0].casefold() == "phòng":
        words = [*takewhile(lambda word: word.casefold() not in AREAS, words[1:])] or words
    letters = [word[0].upper() for word in words if word[0].isalpha() and word != "và"]
    return "".join(letters[:6]) or "CQ"
