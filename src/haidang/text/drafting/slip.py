"""Phiếu trình: the slip that goes with a draft from desk to desk, as a document to be written."""

from collections.abc import Sequence
from dataclasses import dataclass

from haidang.text.blocks import Block, Document, Header, Paragraph, Signature, Table
from haidang.text.layout.wording import punctuated

COLUMNS = ("TT", "Người xem xét", "Ý kiến", "Kết quả", "Thời gian")
WIDTHS = (2, 7, 10, 5, 5)


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the slip comes by: whose desk, what was remarked, decided and when; blank if not yet.

    A desk is a post ("Chánh Văn phòng"), never a person.
    """

    post: str
    remark: str = ""
    decided: str = ""
    on: str = ""


def slip_document(
    header: Header,
    *,
    submitted_by: str,
    submitted_to: str,
    enclosed: Sequence[str],
    desks: Sequence[Desk],
    signature: Signature = Signature(),  # noqa: B008 frozen
) -> Document:
    """The slip of one draft; `header` has the subject, its type becomes Phiếu trình.

    NĐ 30/2020 knows no such type; it is laid out as mẫu 1.4 is.
    """
    papers = (Paragraph(text, bullet=True) for text in punctuated(enclosed))
    rows = tuple(
        (str(number), desk.post, desk.remark, desk.decided, desk.on)
        for number, desk in enumerate(desks, 1)
    )
    listed = (Paragraph("Hồ sơ kèm theo:"), *papers) if enclosed else ()
    blocks: tuple[Block, ...] = (
        Paragraph(f"Đơn vị trình: {submitted_by}."),
        *listed,
        Paragraph("Ý kiến xem xét:"),
        Table(COLUMNS, rows, widths=WIDTHS),
    )
    return Document(
        header=Header(
            superior=header.superior, issuer=header.issuer, number=header.number,
            symbol=header.symbol, place=header.place, date=header.date,
            document_type="Phiếu trình", title=header.title,
        ),
        blocks=blocks,
        recipients=(),
        signature=signature,
        addressees=(submitted_to,),
    )  # fmt: skip
