"""Documents to compare and merge: a report with linked figures, and edits as people make them."""

from dataclasses import replace

from hypothesis import strategies as st

from haidang.text.blocks import (
    Appendix,
    Document,
    Header,
    Heading,
    Paragraph,
    Signature,
    Table,
)
from haidang.text.compare.slots import plain

REPORT = Document(
    header=Header(
        issuer="Ủy ban nhân dân huyện Cầu Ngang",
        symbol="BC-UBND",
        place="Cầu Ngang",
        date="2024-11",
        document_type="BÁO CÁO",
        title="Kết quả công tác thông tin đối ngoại năm 2024",
    ),
    addressees=("Sở Thông tin và Truyền thông", "Ủy ban nhân dân tỉnh Trà Vinh"),
    blocks=(
        Paragraph("Thực hiện Kế hoạch số 99/KH-UBND, huyện báo cáo kết quả như sau:"),
        Heading(1, "I", "KẾT QUẢ THỰC HIỆN"),
        Heading(2, "1", "Tuyên truyền"),
        Paragraph(
            "Đã tổ chức [[21|/so/5/3.1/?lan=1]] buổi nói chuyện, với "
            "**[[1.032|/so/5/3.2/?lan=1]] lượt người dự**."
        ),
        Paragraph("Nội dung **thiết thực**, có tiếng Khmer.", bullet=True),
        Heading(2, "2", "Phát thanh"),
        Paragraph("Phát [[120|/so/5/1.1/?lan=1]] buổi trên đài truyền thanh các xã."),
        Heading(1, "II", "ĐÁNH GIÁ CHUNG"),
        Paragraph("Các xã phối hợp tốt với Đồn Biên phòng."),
        Paragraph("Trên đây là báo cáo của Ủy ban nhân dân huyện Cầu Ngang./."),
    ),
    recipients=("CT, các PCT UBND huyện", "Lưu: VT, Phòng VH&TT"),
    signature=Signature(authority=("KT. CHỦ TỊCH",), title="PHÓ CHỦ TỊCH"),
    appendices=(
        Appendix(
            "Phụ lục",
            "SỐ LIỆU TỪNG ĐƠN VỊ",
            "(Kèm theo Báo cáo của Ủy ban nhân dân huyện Cầu Ngang)",
            (
                Table(
                    columns=("TT", "Chỉ tiêu", "Mỹ Long Nam", "Mỹ Hòa", "Tổng"),
                    rows=(
                        ("1", "Tuyên truyền", "", "", ""),
                        (
                            "3.1",
                            "Số buổi",
                            "[[12|/so/5/3.1/7/?lan=1]]",
                            "[[9|/so/5/3.1/8/?lan=1]]",
                            "[[21|/so/5/3.1/?lan=1]]",
                        ),
                        (
                            "3.2",
                            "Lượt người dự",
                            "[[412|/so/5/3.2/7/?lan=1]]*",
                            "[[620|/so/5/3.2/8/?lan=1]]",
                            "[[1.032|/so/5/3.2/?lan=1]]",
                        ),
                    ),
                    numeric=frozenset({2, 3, 4}),
                    widths=(1, 30, 1, 1, 1),
                    strong_rows=frozenset({0}),
                ),
                Paragraph("Ghi chú: tổng cộng từ 2/2 đơn vị."),
            ),
            landscape=True,
        ),
    ),
)


def bare(document):
    """The document as a file has it: no marks, no looks of a table."""
    return replace(
        document,
        blocks=_bare_blocks(document.blocks),
        appendices=tuple(
            replace(appendix, blocks=_bare_blocks(appendix.blocks), landscape=False)
            for appendix in document.appendices
        ),
    )


def _bare_blocks(blocks):
    return tuple(map(_bare_block, blocks))


def _bare_block(block):
    if isinstance(block, Table):
        rows = tuple(tuple(plain(cell) for cell in row) for row in block.rows)
        return Table(tuple(map(plain, block.columns)), rows)
    if isinstance(block, Heading):
        return replace(block, title=plain(block.title))
    return replace(block, text=plain(block.text))


def edited(document, was, now):
    """The document with some words replaced wherever they stand in its body and appendices."""

    def swap(block):
        if isinstance(block, Table):
            rows = tuple(tuple(cell.replace(was, now) for cell in row) for row in block.rows)
            return replace(block, rows=rows)
        if isinstance(block, Heading):
            return replace(block, title=block.title.replace(was, now))
        return replace(block, text=block.text.replace(was, now))

    return replace(
        document,
        blocks=tuple(map(swap, document.blocks)),
        appendices=tuple(
            replace(one, blocks=tuple(map(swap, one.blocks))) for one in document.appendices
        ),
    )


def with_blocks(document, *blocks):
    """The document with other blocks in its body."""
    return replace(document, blocks=tuple(blocks))


WORDS = "tin bài buổi loa xã huyện biển đảo lễ hội Khmer tuyên truyền 12 21 1.032 3,5".split()
sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
paragraphs = st.lists(sentences, max_size=12)
