"""Documents for the tests of layout and writing: a report such as a district would sign."""

from haidang.text.blocks import (
    Appendix,
    Document,
    Header,
    Heading,
    Paragraph,
    Signature,
    Table,
)

COMMUNES = (
    "Thị trấn Cầu Ngang", "Thị trấn Mỹ Long", "Mỹ Long Bắc", "Mỹ Long Nam", "Mỹ Hòa", "Vĩnh Kim",
    "Kim Hòa", "Hiệp Hòa", "Thuận Hòa", "Long Sơn", "Nhị Trường", "Trường Thọ", "Hiệp Mỹ Đông",
    "Hiệp Mỹ Tây", "Thạnh Hòa Sơn",
)  # fmt: skip
INDICATORS = (
    "Tin, bài phát thanh", "Giờ phát thanh", "Tin, bài trên trang thông tin", "Buổi tuyên truyền",
    "Lượt người dự", "Pa nô, băng rôn", "Tờ rơi", "Buổi văn nghệ", "Hội thi, hội diễn",
    "Lớp tập huấn", "Người được tập huấn", "Tin gửi báo, đài", "Bài bằng tiếng Khmer",
    "Kinh phí (nghìn đồng)",
)  # fmt: skip


def row(number, commune):
    figures = [
        (number * 37 + column * 101) % (60 + 900 * (column in (4, 13))) for column in range(14)
    ]
    return (str(number), commune, *(f"{figure:,}".replace(",", ".") for figure in figures))


def figures_table():
    rows = tuple(row(number, name) for number, name in enumerate(COMMUNES, 1))
    total = ("", "Tổng cộng", *("1.032" for _ in INDICATORS))
    return Table(
        columns=("TT", "Đơn vị", *INDICATORS),
        rows=(*rows, total),
        numeric=frozenset(range(2, 16)),
        widths=(1, 4, *(2 for _ in INDICATORS)),
        strong_rows=frozenset({15}),
    )


def appendix():
    return Appendix(
        label="Phụ lục",
        title="Kết quả công tác thông tin đối ngoại năm 2024 theo xã, thị trấn",
        attached_to="(Kèm theo Báo cáo số      /BC-UBND ngày      tháng 11 năm 2024 "
        "của Ủy ban nhân dân huyện Cầu Ngang)",
        blocks=(figures_table(),),
        landscape=True,
    )


PROSE = (
    "Ủy ban nhân dân huyện đã chỉ đạo các cơ quan, đơn vị, Ủy ban nhân dân các xã, thị trấn bám "
    "sát phương châm “Chính xác, kịp thời, linh hoạt, phù hợp từng đối tượng”, lồng ghép thông "
    "tin đối ngoại với quảng bá hình ảnh địa phương. "
)


BLOCKS = (
    Paragraph("Ủy ban nhân dân huyện Cầu Ngang báo cáo kết quả như sau:"),
    Heading(1, "I", "Công tác chỉ đạo, điều hành"),
    Paragraph(PROSE * 2),
    Paragraph(PROSE),
    Heading(1, "II", "Kết quả thực hiện"),
    Heading(2, "1", "Phát thanh và trang thông tin điện tử"),
    Paragraph("Mười lăm xã, thị trấn phát **[[1.032|/so/1]]** tin, bài với [[412|/so/2]] giờ."),
    Heading(3, "a", "Trạm Truyền thanh xã, thị trấn"),
    Paragraph(PROSE * 2, bullet=True),
    Paragraph(PROSE, bullet=True),
    Heading(3, "b", "Trang thông tin điện tử"),
    Paragraph(PROSE * 2, bullet=True),
    Heading(2, "2", "Tuyên truyền trực tiếp"),
    Paragraph("Tổ chức [[155|/so/3]] buổi, [[6.210|/so/4]] lượt người dự. " + PROSE * 2),
    Heading(1, "III", "Khó khăn, hạn chế"),
    Paragraph(PROSE, bullet=True),
    Paragraph(PROSE, bullet=True),
    Heading(1, "IV", "Phương hướng năm 2025"),
    Paragraph(PROSE * 3),
    Heading(1, "V", "Kiến nghị"),
    Paragraph("Đề nghị Sở Thông tin và Truyền thông xem xét, hỗ trợ. " + PROSE),
)


def report(**changes):
    fields = {
        "header": Header(
            issuer="Ủy ban nhân dân huyện Cầu Ngang",
            symbol="BC-UBND",
            place="Cầu Ngang",
            date="2024-11",
            document_type="Báo cáo",
            title="Kết quả công tác thông tin đối ngoại năm 2024",
        ),
        "addressees": ("Ủy ban nhân dân tỉnh Trà Vinh", "Sở Thông tin và Truyền thông"),
        "legal_bases": (
            "Căn cứ Quyết định số 1466/QĐ-UBND ngày 29/9/2023 của Ủy ban nhân dân tỉnh Trà Vinh",
            "Căn cứ Kế hoạch số 99/KH-UBND ngày 12 tháng 10 năm 2023 của Ủy ban nhân dân huyện",
        ),
        "blocks": BLOCKS,
        "recipients": (
            "UBND tỉnh (b/c)",
            "Sở Thông tin và TT (b/c)",
            "CT, các PCT UBND huyện",
            "UBND các xã, thị trấn",
            "Lưu: VT, VHTT (2b)",
        ),
        "signature": Signature(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", None),
        "appendices": (appendix(),),
    }
    return Document(**(fields | changes))
