"""Who signs the report of a body, where its regime does not say (NĐ 30/2020, Điều 13)."""

from collections.abc import Sequence

from haidang.text.blocks import Signature

COMMITTEE = "ủy ban nhân dân"
# What the head of a body is called, by how its name begins.
HEADS = (
    ("sở", "GIÁM ĐỐC"),
    ("trung tâm", "GIÁM ĐỐC"),
    ("phòng", "TRƯỞNG PHÒNG"),
    ("văn phòng", "CHÁNH VĂN PHÒNG"),
    ("đồn", "ĐỒN TRƯỞNG"),
    ("chi cục", "CHI CỤC TRƯỞNG"),
    ("cục", "CỤC TRƯỞNG"),
)
HEAD = "THỦ TRƯỞNG"
LINES = 3
LONGEST = 100


def usual_signature(name: str) -> Signature:
    """A deputy signs for the head of a committee, as most of its papers; else the head signs.

    >>> usual_signature("Sở Thông tin và Truyền thông").title
    'GIÁM ĐỐC'
    """
    spelt = name.casefold().replace("uỷ", "ủy")
    if spelt.startswith(COMMITTEE):
        return Signature(authority=("KT. CHỦ TỊCH",), title="PHÓ CHỦ TỊCH")
    title = next((head for begin, head in HEADS if spelt.startswith(f"{begin} ")), HEAD)
    return Signature(title=title)


def signature_of(name: str, authority: Sequence[str], signer: str) -> Signature:
    """The lines that a regime gives, else the usual ones of the body."""
    if signer:
        return Signature(authority=tuple(authority), title=signer)
    return usual_signature(name)
