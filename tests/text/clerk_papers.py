"""Four good documents of a clerk: công văn, quyết định, kế hoạch with an appendix, giấy mời."""

from dataclasses import replace

from tests.text.clerk import L, Letter, T, centred, text

RIGHT = {
    "name": centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold=True),
    "motto": centred("Độc lập - Tự do - Hạnh phúc", 13, bold=True, rule=56, room=92),
    "date": centred("Mỹ Long, ngày 05 tháng 11 năm 2026", 13, italic=True, before=6),
}


def left(number):
    return {
        "issuer": centred("ỦY BAN NHÂN DÂN", 12, bold=True),
        "commune": centred("XÃ MỸ LONG", 12, bold=True, rule=18, room=70),
        "number": centred(number, 13, before=6),
    }


def recipients(*names):
    listed = {f"to{at}": L(f"- {name};", 11) for at, name in enumerate(names)}
    return {
        "head": L("Nơi nhận:", 12, bold=True, italic=True),
        **listed,
        "filed": L("- Lưu: VT, VHXH.", 11),
    }


SIGNING = {
    "authority": centred("TM. ỦY BAN NHÂN DÂN", bold=True),
    "for": centred("KT. CHỦ TỊCH", bold=True),
    "post": centred("PHÓ CHỦ TỊCH", bold=True),
}

DISPATCH = Letter(
    left=left("Số: 105/UBND-VX")
    | {"subject": centred("V/v báo cáo công tác thông tin đối ngoại", 12, before=6)},
    right=RIGHT,
    body={
        "head": L("Kính gửi:", left=30, before=12, after=6),
        "to": L("- Ủy ban nhân dân tỉnh Vĩnh Long;", left=50, after=6),
        "to2": L("- Sở Văn hóa, Thể thao và Du lịch.", left=50, after=6),
        "first": text(
            "Thực hiện Kế hoạch số 99/KH-UBND ngày 12 tháng 10 năm 2026 của Ủy ban nhân dân tỉnh "
            "về công tác thông tin đối ngoại, Ủy ban nhân dân xã báo cáo như sau:"
        ),
        "one": text("1. Trong quý, đài truyền thanh xã phát 12 tin, bài về thông tin đối ngoại."),
        "two": text("2. Bà con nhân dân trong xã được thông tin đầy đủ về chính sách mới."
                    .replace("nhân dân", "Nhân dân")),
        "last": text("Ủy ban nhân dân xã kính báo cáo./."),
    },
    recipients=recipients("Như trên", "CT, các PCT UBND xã"),
    signing=SIGNING,
)  # fmt: skip

DECISION = Letter(
    left=left("Số: 15/QĐ-UBND"),
    right=RIGHT,
    body={
        "type": centred("QUYẾT ĐỊNH", bold=True, before=12),
        "subject": centred("Về việc thành lập Tổ công tác thông tin đối ngoại xã Mỹ Long",
                           bold=True, rule=50, room=165),
        "acting": centred("ỦY BAN NHÂN DÂN XÃ MỸ LONG", bold=True, before=12, after=12),
        "basis": text("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
                      italic=True),
        "basis2": text("Căn cứ Nghị định số 72/2015/NĐ-CP ngày 07 tháng 9 năm 2015 của Chính phủ "
                       "về quản lý hoạt động thông tin đối ngoại;", italic=True),
        "basis3": text("Theo đề nghị của Trưởng phòng Văn hóa – Xã hội xã.", italic=True),
        "decides": centred("QUYẾT ĐỊNH:", bold=True, before=12, after=12),
        "one": text("Điều 1. Thành lập Tổ công tác thông tin đối ngoại xã Mỹ Long."),
        "two": text("Điều 2. Tổ công tác có các nhiệm vụ sau:"),
        "clause": text("1. Xây dựng kế hoạch thông tin đối ngoại hằng năm của xã."),
        "clause2": text("2. Theo dõi, đôn đốc các ấp thực hiện:"),
        "pointa": text("a) Phát thanh hằng tuần;"),
        "pointb": text("b) Báo cáo hằng tháng."),
        "three": text("Điều 3. Văn phòng, phòng Văn hóa – Xã hội và các thành viên Tổ công tác "
                      "chịu trách nhiệm thi hành Quyết định này./."),
    },
    recipients=recipients("Như Điều 3", "TT Đảng ủy, HĐND xã"),
    signing={
        "authority": centred("TM. ỦY BAN NHÂN DÂN", bold=True),
        "post": centred("CHỦ TỊCH", bold=True),
    },
)  # fmt: skip

PLAN = Letter(
    left=left("Số: 21/KH-UBND"),
    right=RIGHT,
    body={
        "type": centred("KẾ HOẠCH", bold=True, before=12),
        "subject": centred("Công tác thông tin đối ngoại năm 2027", bold=True, rule=40, room=165),
        "first": text("Thực hiện Kế hoạch số 99/KH-UBND ngày 12 tháng 10 năm 2026 của Ủy ban nhân "
                      "dân tỉnh, Ủy ban nhân dân xã ban hành kế hoạch như sau:", before=12),
        "heading": text("I. MỤC ĐÍCH, YÊU CẦU", bold=True),
        "title": text("1. Mục đích", bold=True),
        "aim": text("Giới thiệu hình ảnh xã Mỹ Long với bạn bè trong và ngoài nước."),
        "title2": text("2. Yêu cầu", bold=True),
        "need": text("Nội dung chính xác, kịp thời, phù hợp với từng đối tượng."),
        "heading2": text("II. TỔ CHỨC THỰC HIỆN", bold=True),
        "doing": text("Các ấp thực hiện chỉ tiêu ở Phụ lục kèm theo Kế hoạch này./."),
    },
    recipients=recipients("UBND tỉnh (b/c)", "Các ấp"),
    signing=SIGNING,
    annex={
        "label": centred("Phụ lục", bold=True),
        "annex_title": centred("CHỈ TIÊU THÔNG TIN ĐỐI NGOẠI NĂM 2027", bold=True),
        "note": centred("(Kèm theo Kế hoạch số 21/KH-UBND ngày 05 tháng 11 năm 2026 của Ủy ban "
                        "nhân dân xã Mỹ Long)", italic=True),
        "table": T((("TT", "Ấp", "Tin, bài"), ("1", "Nhứt A", "12"), ("2", "Nhứt B", "14"))),
    },
    landscape=True,
)  # fmt: skip

INVITATION = Letter(
    left=left("Số: 33/GM-UBND"),
    right=RIGHT,
    body={
        "type": centred("GIẤY MỜI", bold=True, before=12),
        "subject": centred("Họp giao ban công tác thông tin đối ngoại", bold=True, rule=40,
                           room=165),
        "who": text("Ủy ban nhân dân xã Mỹ Long trân trọng kính mời đại diện các ấp tới dự họp.",
                    before=12),
        "chair": text("Chủ trì: Phó Chủ tịch Ủy ban nhân dân xã."),
        "when": text("Thời gian: 07 giờ 30 phút, thứ Hai ngày 16 tháng 11 năm 2026."),
        "where": text("Địa điểm: Hội trường Ủy ban nhân dân xã Mỹ Long./."),
    },
    recipients=recipients("Các ấp", "CT, các PCT UBND xã"),
    signing=SIGNING,
)  # fmt: skip

GOOD = {"công văn": DISPATCH, "quyết định": DECISION, "kế hoạch": PLAN, "giấy mời": INVITATION}
URGENT = replace(DISPATCH, left={**DISPATCH.left})
