"""A document of each type of Nghị định 30/2020 such as a district or a commune would sign."""

from haidang.text.blocks import (
    Appendix,
    Document,
    Header,
    Heading,
    Paragraph,
    Signature,
    Table,
)

ISSUER = "Ủy ban nhân dân huyện Cầu Ngang"
LEADER = Signature(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", None)
HEAD = Signature(("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", None)
OFFICE = Signature(("TL. CHỦ TỊCH",), "CHÁNH VĂN PHÒNG", None)
RECIPIENTS = ("UBND tỉnh (b/c)", "CT, các PCT UBND huyện", "UBND các xã, thị trấn", "Lưu: VT, VHTT")
BASES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
    "Căn cứ Nghị định số 72/2015/NĐ-CP ngày 07 tháng 9 năm 2015 của Chính phủ",
)
PROPOSED = "Theo đề nghị của Trưởng phòng Phòng Văn hóa và Thông tin huyện"
SUBJECT = "Công tác thông tin đối ngoại năm 2024"
WORK = (
    "Phối hợp với các cơ quan báo chí, Trạm Truyền thanh các xã, thị trấn tuyên truyền về biển, "
    "đảo Việt Nam, hình ảnh vùng đất, con người Cầu Ngang đến người dân và bạn bè quốc tế."
)


def paragraphs(*texts, bullet=False):
    return tuple(Paragraph(text, bullet) for text in texts)


def of(kind, code, title=SUBJECT, **fields):
    header = Header(
        issuer=ISSUER, number="99", symbol=code, place="Cầu Ngang", date="2023-10-12",
        document_type=kind, title=title,
    )  # fmt: skip
    given = {"blocks": PLAN, "recipients": RECIPIENTS, "signature": LEADER}
    return Document(header=fields.pop("header", header), **(given | fields))


PLAN = (
    Paragraph("Ủy ban nhân dân huyện Cầu Ngang ban hành văn bản này với nội dung như sau:"),
    Heading(1, "I", "Mục đích, yêu cầu"),
    Heading(2, "1", "Mục đích"),
    Paragraph("Nâng cao nhận thức của cán bộ, đảng viên và Nhân dân về biển, đảo.", bullet=True),
    Paragraph("Quảng bá hình ảnh huyện Cầu Ngang đến bạn bè quốc tế.", bullet=True),
    Heading(2, "2", "Yêu cầu"),
    Paragraph("Thông tin chính xác, kịp thời, phù hợp từng đối tượng.", bullet=True),
    Heading(1, "II", "Nhiệm vụ"),
    Paragraph(WORK, bullet=True),
    Paragraph(WORK.replace("biển, đảo", "lễ hội, làng nghề"), bullet=True),
    Heading(1, "III", "Tổ chức thực hiện"),
    Heading(2, "1", "Phòng Văn hóa và Thông tin huyện"),
    Heading(3, "a", "Công tác tham mưu"),
    Paragraph("Tham mưu Ủy ban nhân dân huyện các văn bản chỉ đạo, báo cáo định kỳ."),
    Heading(3, "b", "Công tác tổng hợp"),
    Paragraph("Tổng hợp kết quả của các đơn vị, báo cáo Ủy ban nhân dân huyện."),
    Heading(2, "2", "Ủy ban nhân dân các xã, thị trấn"),
    Paragraph("Xây dựng kế hoạch chi tiết; báo cáo kết quả **trước ngày 30 tháng 11**."),
)
ARTICLES = (
    Heading(0, "", "QUYẾT ĐỊNH:"),
    Paragraph(
        "**Điều 1.** Ban hành kèm theo Quyết định này Quy chế hoạt động thông tin đối ngoại."
    ),
    Paragraph("**Điều 2.** Quyết định này có hiệu lực kể từ ngày ký."),
    Paragraph(
        "**Điều 3.** Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện, Trưởng phòng "
        "Phòng Văn hóa và Thông tin huyện, Chủ tịch Ủy ban nhân dân các xã, thị trấn chịu trách "
        "nhiệm thi hành Quyết định này."
    ),
)
REGULATION = (
    Heading(1, "Chương I", "Quy định chung"),
    Heading(2, "Điều 1", "Phạm vi điều chỉnh"),
    Paragraph("Quy chế này quy định về hoạt động thông tin đối ngoại trên địa bàn huyện."),
    Heading(2, "Điều 2", "Nguyên tắc"),
    *paragraphs(
        "1. Thông tin chính xác, kịp thời.",
        "2. Cơ quan, đơn vị khi cung cấp thông tin phải:",
        "a) Bảo đảm đúng thẩm quyền;",
        "b) Chịu trách nhiệm về nội dung.",
    ),
    Heading(1, "Chương II", "Trách nhiệm"),
    Heading(2, "Mục 1", "Cơ quan chuyên môn"),
    Heading(3, "Điều 3", "Trách nhiệm của Phòng Văn hóa và Thông tin"),
    Paragraph("Chủ trì, phối hợp với các cơ quan, đơn vị thực hiện Quy chế này."),
    Heading(2, "Mục 2", "Cấp xã"),
    Heading(3, "Điều 4", "Trách nhiệm của Ủy ban nhân dân các xã, thị trấn"),
    Paragraph("Báo cáo kết quả hằng quý về Ủy ban nhân dân huyện."),
)
ATTACHED = "(Kèm theo Quyết định số       /QĐ-UBND ngày     tháng 10 năm 2023 của " + ISSUER + ")"
DUTIES = Table(
    columns=("TT", "Nội dung", "Đơn vị chủ trì", "Thời gian", "Kinh phí (triệu đồng)"),
    rows=(
        ("I. TUYÊN TRUYỀN TRÊN BÁO CHÍ", "", "", "", ""),
        ("1", "Phát tin, bài trên Đài Truyền thanh\nĐăng tin trên trang thông tin", "Trung tâm VH",
         "Hằng tháng", "12,5"),
        ("2", "Biên tập bản tin tiếng Khmer", "Phòng Văn hóa và Thông tin", "Quý II", "8"),
        ("", "Tổng cộng", "", "", "20,5"),
    ),
    numeric=frozenset({4}), widths=(2, 10, 7, 5, 4),
    strong_rows=frozenset({0, 3}), whole_rows=frozenset({0}),
)  # fmt: skip


def decision():
    return of(
        "Quyết định", "QĐ-UBND", "Ban hành Quy chế hoạt động thông tin đối ngoại",
        acting="ỦY BAN NHÂN DÂN HUYỆN CẦU NGANG", legal_bases=(*BASES, PROPOSED),
        blocks=ARTICLES, recipients=("Như Điều 3", "CT, các PCT UBND huyện", "Lưu: VT, VHTT"),
        signature=HEAD,
        appendices=(
            Appendix("Quy chế", "Hoạt động thông tin đối ngoại", ATTACHED, REGULATION),
        ),
    )  # fmt: skip


def resolution():
    header = Header(
        issuer="Hội đồng nhân dân huyện Cầu Ngang", number="12", symbol="NQ-HĐND",
        place="Cầu Ngang", date="2023-12-20", document_type="Nghị quyết",
        title="Về nhiệm vụ thông tin đối ngoại năm 2024",
    )  # fmt: skip
    blocks = (
        Heading(0, "", "QUYẾT NGHỊ:"),
        Heading(1, "Điều 1", "Nhiệm vụ"),
        *paragraphs("1. Tuyên truyền về biển, đảo.", "2. Quảng bá hình ảnh địa phương."),
        Heading(1, "Điều 2", "Tổ chức thực hiện"),
        Paragraph("Hội đồng nhân dân giao Ủy ban nhân dân huyện tổ chức thực hiện Nghị quyết này."),
    )
    signs = Signature(("TM. HỘI ĐỒNG NHÂN DÂN",), "CHỦ TỊCH", None)
    return of(
        "", "", header=header, acting="HỘI ĐỒNG NHÂN DÂN HUYỆN CẦU NGANG\nKHÓA XII, KỲ HỌP THỨ TÁM",
        legal_bases=BASES, blocks=blocks, signature=signs,
    )  # fmt: skip


def plan():
    return of(
        "Kế hoạch", "KH-UBND", legal_bases=BASES, drafter="PL.(25)",
        blocks=(*PLAN, Paragraph("Phân công cụ thể ở Phụ lục I và Phụ lục II kèm theo.")),
        appendices=(
            Appendix("Phụ lục I", "Phân công nhiệm vụ", ATTACHED.replace("Quyết định", "Kế hoạch")
                     .replace("QĐ", "KH"), (DUTIES,)),
            Appendix("Phụ lục II", "Kinh phí thực hiện", ATTACHED.replace("Quyết định", "Kế hoạch")
                     .replace("QĐ", "KH"), (DUTIES,), landscape=True,
                     stamp="99/KH-UBND, 12/10/2023; 09:30:00; +07:00"),
        ),
    )  # fmt: skip


def letter():
    return of(
        "Công văn", "UBND-VX", "V/v hướng dẫn xây dựng kế hoạch thông tin đối ngoại năm 2024",
        addressees=("Các phòng, ban, ngành huyện", "Ủy ban nhân dân các xã, thị trấn"),
        blocks=paragraphs(
            "Thực hiện Kế hoạch số 99/KH-UBND ngày 12 tháng 10 năm 2023 của Ủy ban nhân dân huyện "
            "về công tác thông tin đối ngoại năm 2024, Ủy ban nhân dân huyện hướng dẫn như sau:",
            "1. Các đơn vị xây dựng kế hoạch, gửi Phòng Văn hóa và Thông tin để tổng hợp.",
            "2. Ủy ban nhân dân các xã, thị trấn phân công công chức phụ trách.",
            "Ủy ban nhân dân huyện yêu cầu các đơn vị nghiêm túc thực hiện.",
        ),
        recipients=("CT, các PCT UBND huyện", "Lưu: VT, VHTT"), urgency="KHẨN",
        contact=("Địa chỉ: Khóm Minh Thuận A, thị trấn Cầu Ngang, huyện Cầu Ngang, tỉnh Trà Vinh",
                 "Cổng thông tin điện tử: https://caungang.example.vn"),
    )  # fmt: skip


def telegram():
    return of(
        "Công điện", "CĐ-UBND", "Về việc thông tin kịp thời tình hình bão trên Biển Đông",
        acting="CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN CẦU NGANG",
        addressees=("Chủ tịch Ủy ban nhân dân các xã, thị trấn", "Đồn Biên phòng Mỹ Long"),
        blocks=paragraphs(
            "Để chủ động ứng phó với bão, Chủ tịch Ủy ban nhân dân huyện yêu cầu:",
            "1. Trạm Truyền thanh các xã, thị trấn phát bản tin bão hai giờ một lần.",
            "2. Đồn Biên phòng Mỹ Long thông báo cho tàu thuyền đang hoạt động trên biển.",
        ),
        signature=Signature((), "CHỦ TỊCH", None), urgency="HỎA TỐC",
        recipients=("Văn phòng UBND tỉnh (b/c)", "Lưu: VT"),
    )  # fmt: skip


def minutes():
    header = Header(
        issuer=ISSUER, number="05", symbol="BB-UBND", document_type="Biên bản",
        title="Họp đánh giá kết quả thông tin đối ngoại quý III năm 2023",
    )  # fmt: skip
    attending = Table(
        ("TT", "Chức vụ", "Đơn vị", "Có mặt"),
        (("1", "Phó Chủ tịch", "UBND huyện", "x"), ("2", "Trưởng phòng", "Phòng VH&TT", "x"),
         ("3", "Công chức Văn hóa – Xã hội", "UBND thị trấn Mỹ Long", "x")),
        widths=(1, 4, 4, 2),
    )  # fmt: skip
    return of(
        "", "", header=header,
        blocks=(
            *paragraphs(
                "Thời gian bắt đầu: 8 giờ 00 phút, ngày 05 tháng 10 năm 2023.",
                "Địa điểm: Hội trường Ủy ban nhân dân huyện.",
                "Thành phần tham dự:",
            ),
            attending,
            *paragraphs(
                "Chủ trì: Phó Chủ tịch Ủy ban nhân dân huyện.",
                "Thư ký: Chuyên viên Phòng Văn hóa và Thông tin.",
                "Nội dung: Các đơn vị báo cáo kết quả quý III; thống nhất gửi số liệu trước ngày "
                "15 tháng 10 năm 2023.",
                "Cuộc họp kết thúc vào 10 giờ 30 phút, ngày 05 tháng 10 năm 2023.",
            ),
        ),
        recipients=("Các đơn vị dự họp", "Lưu: VT, Hồ sơ"),
        signature=Signature((), "CHỦ TỌA", None), cosigners=(Signature((), "THƯ KÝ", None),),
    )  # fmt: skip


def agreement(kind, code, **fields):
    """Two parties, each with its own signature, and nobody to whom it goes."""
    header = Header(
        issuer=ISSUER, number="03", symbol=code, document_type=kind, place="Cầu Ngang",
        date="2023-10-12", title="Phối hợp tuyên truyền về biển, đảo",
    )  # fmt: skip
    given = {
        "legal_bases": BASES,
        "blocks": (
            *paragraphs(
                "Hôm nay, ngày 12 tháng 10 năm 2023, tại Ủy ban nhân dân huyện, chúng tôi gồm:",
                "Bên A: Phòng Văn hóa và Thông tin huyện Cầu Ngang.",
                "Bên B: Đồn Biên phòng Mỹ Long.",
                "Hai bên thống nhất như sau:",
            ),
            Heading(1, "Điều 1", "Nội dung phối hợp"),
            Paragraph("Hai bên cung cấp tin, bài về biển, đảo cho Đài Truyền thanh huyện."),
            Heading(1, "Điều 2", "Điều khoản thi hành"),
            Paragraph("Văn bản này lập thành 04 bản, mỗi bên giữ 02 bản."),
        ),
        "recipients": (),
        "cosigners": (Signature(("ĐẠI DIỆN BÊN A",), "TRƯỞNG PHÒNG", None),),
        "signature": Signature(("ĐẠI DIỆN BÊN B",), "ĐỒN TRƯỞNG", None),
    }
    return of("", "", header=header, **(given | fields))


def paper(kind, code, *texts, title=None, **fields):
    """Papers and slips: a few lines to be filled in."""
    return of(kind, code, title, blocks=paragraphs(*texts), **({"signature": OFFICE} | fields))


def invitation():
    return paper(
        "Giấy mời", "GM-UBND",
        "Ủy ban nhân dân huyện Cầu Ngang trân trọng kính mời: Trưởng các phòng, ban, ngành huyện.",
        "Tới dự: Hội nghị sơ kết công tác thông tin đối ngoại.",
        "Chủ trì: Phó Chủ tịch Ủy ban nhân dân huyện.",
        "Thời gian: 8 giờ 00 phút, ngày 20 tháng 10 năm 2023.",
        "Địa điểm: Hội trường Ủy ban nhân dân huyện.",
        title="Dự Hội nghị sơ kết công tác thông tin đối ngoại",
        recipients=("Như thành phần mời", "Lưu: VT, VHTT"),
    )  # fmt: skip


def introduction():
    return paper(
        "Giấy giới thiệu", "GGT-UBND",
        "Ủy ban nhân dân huyện Cầu Ngang trân trọng giới thiệu:",
        "Ông (bà): …………………………………………………………",
        "Chức vụ: Chuyên viên Phòng Văn hóa và Thông tin.",
        "Được cử đến: Sở Thông tin và Truyền thông tỉnh Trà Vinh.",
        "Về việc: Nhận tài liệu tuyên truyền.",
        "Đề nghị Quý cơ quan tạo điều kiện để ông (bà) có tên ở trên hoàn thành nhiệm vụ.",
        "Giấy này có giá trị đến hết ngày 31 tháng 10 năm 2023.",
        recipients=("Như trên", "Lưu: VT"),
    )  # fmt: skip


def leave():
    return paper(
        "Giấy nghỉ phép", "GNP-UBND",
        "Xét Đơn đề nghị nghỉ phép ngày 02 tháng 10 năm 2023 của Chuyên viên Phòng Văn hóa và "
        "Thông tin, Ủy ban nhân dân huyện cấp cho:",
        "Ông (bà): …………………………………………………………",
        "Chức vụ: Chuyên viên.",
        "Nghỉ phép năm 2023 trong thời gian 05 ngày, kể từ ngày 16 tháng 10 năm 2023.",
        "Số ngày nghỉ phép nêu trên được tính vào thời gian nghỉ phép năm 2023.",
        recipients=("Người được cấp", "Lưu: VT"),
        below=paragraphs("Xác nhận của chính quyền địa phương nơi nghỉ phép (nếu có):"),
    )  # fmt: skip


def greeting():
    header = Header(
        issuer=ISSUER, document_type="Thư công", title="Gửi cán bộ, chiến sĩ Đồn Biên phòng Mỹ Long"
    )
    return of(
        "", "", header=header, recipients=(), signature=Signature((), "CHỦ TỊCH", None),
        blocks=paragraphs(
            "Nhân dịp năm mới, Ủy ban nhân dân huyện gửi đến các đồng chí lời chúc tốt đẹp nhất.",
            "Mong các đồng chí tiếp tục cùng Nhân dân giữ gìn biển, đảo quê hương.",
        ),
    )  # fmt: skip


def attorney():
    return paper(
        "Giấy ủy quyền", "GUQ-UBND",
        "Bên ủy quyền: Chủ tịch Ủy ban nhân dân huyện Cầu Ngang.",
        "Bên được ủy quyền: Phó Chủ tịch Ủy ban nhân dân huyện.",
        "Nội dung ủy quyền: Ký các văn bản về thông tin đối ngoại trong tháng 10 năm 2023.",
        "Bên được ủy quyền không được ủy quyền lại cho người khác.",
        title="Ký văn bản về thông tin đối ngoại", legal_bases=BASES,
        signature=Signature((), "CHỦ TỊCH", None), recipients=("Bên được ủy quyền", "Lưu: VT"),
    )  # fmt: skip


def slip(kind, code):
    return paper(
        kind, code,
        "Ủy ban nhân dân huyện Cầu Ngang nhận được Báo cáo của Ủy ban nhân dân thị trấn Mỹ Long "
        "về kết quả thông tin đối ngoại; nay chuyển Phòng Văn hóa và Thông tin tổng hợp.",
        "Số lượng: 01 bản, 12 trang.",
        title="Báo cáo kết quả thông tin đối ngoại",
        recipients=("Như trên", "Lưu: VT"),
    )  # fmt: skip


def proposal():
    return of(
        "Tờ trình",
        "TTr-UBND",
        "Về việc ban hành Chương trình thông tin đối ngoại",
        addressees=("Ủy ban nhân dân tỉnh Trà Vinh",),
        recipients=("Lưu: VT, VHTT",),
    )


SCHEME_2 = {
    "Chỉ thị": "CT", "Thông cáo": "TC", "Thông báo": "TB", "Hướng dẫn": "HD", "Chương trình": "CTr",
    "Phương án": "PA", "Đề án": "ĐA", "Dự án": "DA", "Báo cáo": "BC",
}  # fmt: skip
SAMPLES = {
    "nghị quyết": resolution(),
    "quyết định": decision(),
    "kế hoạch": plan(),
    "công văn": letter(),
    "công điện": telegram(),
    "biên bản": minutes(),
    "hợp đồng": agreement("Hợp đồng", "HĐ-UBND"),
    "bản ghi nhớ": agreement("Bản ghi nhớ", "BGN-UBND"),
    "bản thỏa thuận": agreement("Bản thỏa thuận", "BTT-UBND"),
    "giấy mời": invitation(),
    "giấy giới thiệu": introduction(),
    "giấy nghỉ phép": leave(),
    "giấy ủy quyền": attorney(),
    "phiếu gửi": slip("Phiếu gửi", "PG-UBND"),
    "phiếu chuyển": slip("Phiếu chuyển", "PC-UBND"),
    "phiếu báo": slip("Phiếu báo", "PB-UBND"),
    "thư công": greeting(),
    "tờ trình": proposal(),
    "quy chế": of("Quy chế", "QC-UBND", blocks=REGULATION, circulation="LƯU HÀNH NỘI BỘ"),
    "quy định": of("Quy định", "QyĐ-UBND", blocks=REGULATION),
    **{name.casefold(): of(name, f"{code}-UBND") for name, code in SCHEME_2.items()},
}
