"""A sample document of each type, with something in every box that the type may have."""

from dataclasses import replace

from haidang.text.blocks import (
    Appendix,
    Document,
    Header,
    Heading,
    Paragraph,
    Signature,
    Table,
)
from haidang.text.layout.kinds import DISPATCH, Kind

_HEADER = Header(
    superior="Ủy ban nhân dân tỉnh Mẫu",
    issuer="Ủy ban nhân dân huyện Mẫu",
    place="Mẫu",
    number="5",
    date="2024-11-05",
)
_SENTENCE = (
    "Các cơ quan, đơn vị và Ủy ban nhân dân các xã, thị trấn tổ chức thực hiện nghiêm túc, kịp "
    "thời, phù hợp với điều kiện của địa phương."
)
_TABLE = Table(
    columns=("TT", "Nội dung", "Số lượng"),
    rows=(("1", "Buổi tuyên truyền", "12"), ("2", "Tin, bài", "1.032")),
    numeric=frozenset({2}),
    widths=(1, 6, 2),
)
_BLOCKS = (
    Paragraph(_SENTENCE),
    Heading(1, "I", "Mục đích, yêu cầu"),
    Heading(2, "1", "Mục đích"),
    Paragraph(_SENTENCE),
    Heading(2, "2", "Yêu cầu"),
    Heading(3, "a", "Đối với cơ quan, đơn vị"),
    Paragraph(_SENTENCE, bullet=True),
    Paragraph(_SENTENCE, bullet=True),
    Heading(3, "b", "Đối với xã, thị trấn"),
    Paragraph(_SENTENCE),
    Heading(1, "II", "Tổ chức thực hiện"),
    Paragraph("Số liệu theo Phụ lục kèm theo. " + _SENTENCE),
    _TABLE,
    Paragraph(_SENTENCE),
)
_ARTICLES = (
    Heading(0, "", "Quyết định:"),
    Heading(3, "Điều 1", "Phạm vi"),
    Paragraph(_SENTENCE),
    Heading(3, "Điều 2", "Tổ chức thực hiện"),
    Paragraph("Số liệu theo Phụ lục kèm theo. " + _SENTENCE),
)
_BASES = ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",)
_TITLE = "Tổ chức thực hiện công tác thông tin đối ngoại năm 2024"
_RECIPIENTS = ("Sở Mẫu (b/c)", "Lưu: VT, VHTT (2b)")
_ENACTING = {"quyết định", "nghị quyết"}
_ADDRESSED = {DISPATCH, "tờ trình"}


def sample_of(kind: Kind, header: Header = _HEADER) -> Document:
    """A document of the type, of the body that a header names, in which nothing is of anybody."""
    symbol = f"{kind.abbreviation}-UBND" if kind.abbreviation else "UBND-VX"
    given = replace(
        _HEADER,
        document_type=kind.name.capitalize(),
        title=_TITLE if kind.has_subject else None,
        symbol=header.symbol or symbol if kind.has_number else None,
        number=_HEADER.number if kind.has_number else None,
        superior=header.superior,
        issuer=header.issuer or _HEADER.issuer,
        place=(header.place or _HEADER.place) if kind.is_dated_above else None,
        date=_HEADER.date if kind.is_dated_above else None,
    )
    enacts = kind.name in _ENACTING
    signer = Signature(("KT. CHỦ TỊCH",), "PHÓ CHỦ TỊCH", None)
    return Document(
        header=given,
        blocks=_ARTICLES if enacts else _BLOCKS,
        recipients=_RECIPIENTS if kind.has_recipients else (),
        signature=signer,
        addressees=("Sở Mẫu", "Ban Mẫu") if kind.name in _ADDRESSED else (),
        legal_bases=_BASES if kind.has_subject else (),
        appendices=(_appendix(given),),
        drafter="VHTT.(02)" if kind.has_recipients else None,
        acting="Chủ tịch Ủy ban nhân dân huyện Mẫu" if enacts else None,
        cosigners=() if kind.is_signed_once else (Signature((), "THƯ KÝ", None),),
    )


def _appendix(header: Header) -> Appendix:
    kind = (header.document_type or "").capitalize()
    named = f"{kind} số 05/{header.symbol}" if header.symbol else kind
    return Appendix(
        label="Phụ lục",
        title="Số liệu theo đơn vị",
        attached_to=f"(Kèm theo {named} ngày 05 tháng 11 năm 2024 của {header.issuer})",
        blocks=(_TABLE,),
        landscape=True,
    )
