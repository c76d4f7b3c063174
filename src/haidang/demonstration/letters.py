"""Three letters of the autumn of 2024, simulated: they say what the demonstration itself shows."""

from haidang.demonstration.units import District
from haidang.text.blocks import Document, Header, Paragraph, Signature

PLAN = "Kế hoạch số 99/KH-UBND ngày 12 tháng 10 năm 2023 của Ủy ban nhân dân huyện"
COMMUNES = "Ủy ban nhân dân các xã, thị trấn"
SIGNED = Signature(("KT. CHỦ TỊCH",), "PHÓ CHỦ TỊCH", "Người Ký Mẫu")  # nobody's name
RECIPIENTS = ("CT, các PCT UBND huyện", "Phòng Văn hóa và Thông tin", "Lưu: VT, VX")


def guidance(district: District) -> Document:
    """The letter that asks the communes for their yearly reports."""
    return _letter(
        district,
        ("công văn", "UBND-VX", "Báo cáo kết quả công tác thông tin đối ngoại năm 2024"),
        COMMUNES,
        f"Thực hiện {PLAN} về công tác thông tin đối ngoại năm 2024, Ủy ban nhân dân huyện "
        f"đề nghị {COMMUNES} báo cáo kết quả thực hiện trong năm.",
        "Số liệu lấy từ các hoạt động đã ghi trong năm; hoạt động chưa ghi cần được bổ sung "
        "kèm minh chứng trước khi gửi báo cáo.",
        "Báo cáo gửi về Ủy ban nhân dân huyện (qua Phòng Văn hóa và Thông tin) trước ngày "
        "30 tháng 11 năm 2024./.",
    )


def reminder(district: District) -> Document:
    """The letter to those whose report has not come, five days before it is due."""
    late = "Ủy ban nhân dân các xã Long Sơn, Trường Thọ, Vinh Kim"
    subject = "Đôn đốc gửi báo cáo kết quả công tác thông tin đối ngoại năm 2024"
    return _letter(
        district,
        ("công văn", "UBND-VX", subject),
        late,
        f"Theo {PLAN}, báo cáo kết quả công tác thông tin đối ngoại năm 2024 gửi trước ngày "
        "30 tháng 11 năm 2024.",
        f"Đến nay Ủy ban nhân dân huyện chưa nhận được báo cáo hoàn chỉnh của {late}. Đề "
        "nghị các xã hoàn thành và gửi báo cáo đúng hạn./.",
    )


def invitation(district: District) -> Document:
    """A draft that lies on the desk of whoever wrote it."""
    return _letter(
        district,
        ("Giấy mời", "GM-UBND", "Họp tổng kết công tác thông tin đối ngoại năm 2024"),
        COMMUNES,
        "Ủy ban nhân dân huyện trân trọng kính mời đại biểu dự họp tổng kết công tác thông "
        "tin đối ngoại năm 2024.",
        "Thời gian và địa điểm họp sẽ được ghi khi văn bản được duyệt./.",
    )


def _letter(district: District, named: tuple[str, str, str], to: str, *body: str) -> Document:
    kind, symbol, title = named
    return Document(
        header=Header(
            issuer=district.authority.name,
            symbol=symbol,
            place=district.authority.place,
            date="2024-11",
            document_type=kind,
            title=title,
        ),
        addressees=(to,),
        blocks=tuple(Paragraph(words) for words in body),
        recipients=RECIPIENTS,
        signature=SIGNED,
    )
