"""A second set written after the rules had settled, to see what they still miss."""

STAMPS = """Tài liệu MẬT - Không sao chụp, không phổ biến
MẬT – KHẨN – HỎA TỐC
Mật (Bản số 3/10)
ĐỘ MẬT : .... TỐI MẬT .....
Độ Mật:TỐI MẬT
MẬT - 10 năm
MẬT¶Thời hạn bảo vệ bí mật nhà nước: 10 năm
Tài liệu mật của Đảng
TÀI LIỆU TUYỆT MẬT CỦA NHÀ NƯỚC
CẤP ĐỘ: TỐI MẬT
Mật/Khẩn
[Dấu MẬT]
(Đã đóng dấu MẬT)
<stamp>MẬT</stamp>
M Ậ  T
MÂ T
M ậ T
MẬ  T
TÓ1 MẬT
T ỐIMẬT
TUYÊTMÂT
UYỆT MẬT
ỐI MẬT
TƠI MẬT
TỐI MẬ T
MẬT'
[ MẬT
MẬT ]
| MAT
MA T
(MẬT
MẬT1
MÂ.T
mẬT
MậT
tốI mậT
TuYệT mẬt
MAATJ
TOOIS MAATJ
🇲🇦🇹
ᴹᴬᵀ
ⓂⒶⓉ
-MẬT-
--MẬT--
M-Ậ-T
*M*Ậ*T*
“M Ậ T”
MẬT***
+++ TUYỆT MẬT +++
|| M Ậ T ||
[[TỐI MẬT]]
☆ MẬT ☆
⟦MẬT⟧
‖ TỐI MẬT ‖
☐ Tuyệt mật ☐ Tối mật ☑ Mật
Độ mật: (x) Tối mật ( ) Mật
Loại mật: Tối mật
Tính chất: Mật
Mức bảo mật: Tuyệt mật
Chế độ mật: Tối mật
Độ mật|Mật
Độ mật:  Mật          Độ khẩn: Thường
MẬT          Bản số 01/05
Bản số 01/05          MẬT
DỰ THẢO - MẬT
DỰ THẢO          MẬT
MẬT - DỰ THẢO LẦN 2
Lưu hành nội bộ - MẬT
MẬT (chỉ lưu hành nội bộ)
Đây là tài liệu mật.
Tài liệu thuộc bí mật nhà nước độ TỐI MẬT
Văn bản thuộc danh mục bí mật nhà nước, độ Mật.
HỒ SƠ TỐI MẬT
CÔNG VĂN TỐI MẬT
TÀI LIỆU: MẬT
Văn bản: Mật
Ghi chú: MẬT
*** Độ mật: MẬT ***
(Độ mật: Tối mật)
TỐI MẬT (Top secret)
MẬT\u3000MẬT
ＭＡＴ　ＭＡＴ
M\u0323A\u0302T""".split("\n")

LINES = [
    ("V/v thông báo", "V/v thông báo (MẬT)"),
    ("V/v thông báo", "V/v thông báo - MẬT"),
    ("V/v thông báo", "V/v thông báo          TỐI MẬT"),
    ("Kính gửi: Các xã.", "Kính gửi: Các xã. (MẬT)"),
    ("Kính gửi: Các xã.", "Kính gửi: Các xã.          MẬT"),
    ("Số: 9/PVH", "Số: 9/PVH/MẬT"),
    ("Số: 9/PVH", "Số: 9 MẬT/PVH"),
    ("Số: 9/PVH", "Số: MẬT 9/PVH"),
    ("Số: 9/PVH", "Số: 9/PVH (Độ mật: Mật)"),
    ("Số: 9/PVH", "Số: 9/PVH(M)"),
    ("Số: 9/PVH", "Số 9-TỐI MẬT/PVH"),
    ("Số: 9/PVH", "Số: 9/PVH   [TUYỆT MẬT]"),
    ("Số: 9/PVH", "Số: 9/PVH – TỐI MẬT"),
    ("Số: 9/PVH", "Số: 9/PVH, MẬT"),
    ("ngày 3 tháng 2 năm 2026", "ngày 3 tháng 2 năm 2026 MẬT"),
    ("ngày 3 tháng 2 năm 2026", "ngày 3 tháng 2 năm 2026\tMẬT"),
    ("PHÒNG VĂN HÓA\n", "PHÒNG VĂN HÓA - MẬT\n"),
    ("PHÒNG VĂN HÓA\n", "PHÒNG VĂN HÓA [MẬT]\n"),
    ("PHÒNG VĂN HÓA\n", "MẬT - PHÒNG VĂN HÓA\n"),
    ("- Lưu: VT.", "- Lưu: VT (MẬT)."),
    ("- Lưu: VT.", "- Lưu: VT.          MẬT"),
    ("- Lưu: VT.", "- Lưu: VT.\n\f\n9/PVH | MẬT | Trang 2"),
    ("- Lưu: VT.", "- Lưu: VT.\nTrang 2/5 – MẬT"),
    ("- Lưu: VT.", "- Lưu: VT.\nMẬT 2/5"),
    ("- Lưu: VT.", "- Lưu: VT.\n-MẬT-2-"),
]

INNOCENT = """1. Độ mật của văn bản
Bảng 2. Độ mật
Chương II. ĐỘ MẬT
Điều 5. Độ mật
MỨC ĐỘ MẬT
Dấu mật
Sổ mật
Công văn mật đến
III. TÀI LIỆU MẬT
a) Tài liệu mật
Tài liệu mật
MẬT VỤ
MẬT LỆNH
Trần Văn Mật
KHÔNG MẬT
Độ mật: Không mật
Không đóng dấu mật
(đã giải mật)
Giải mật từ: 01/01/2026
GIẢI MẬT¶Từ: 01/01/2026
AN NINH - BẢO MẬT
AN TOÀN & BẢO MẬT
BẢO  MẬT
BẢO   MẬT
B Ả O   M Ậ T
B Ả O M Ậ T
G I Ả I   M Ậ T
B Í   M Ậ T
BÍ    MẬT    KINH    DOANH
Mức độ bảo mật: Cao
Bảo mật: Tốt
Câu hỏi: Độ mật là gì?
SỔ TAY MẬT KHẨU
| Từ khóa | bảo mật, bí mật |
| 1 | Bảo mật | 2 |
| Nội dung | Mật khẩu |
Số: 05/KH-MTTQ
Số: 5/QĐ-TM
Tỉ lệ mật: 20%
Mật: 20 lít
Sản lượng mật
Ong, mật
Hoa - mật - phấn
(mật ong)
[Mật khẩu]
“Mật ngữ”
*Mật khẩu*
MẶT BẰNG
Trước mắt
TRƯỚC MẮT
1. MẮT¶2. TAI
Dự kiến mặt hàng
CÓ MẶT¶VẮNG MẶT
Toàn mặt trận
Lịch trực: Tối 30
TỐI QUAN TRỌNG
Tuyệt vời
TUYET VOI
TOI DA
MAT BANG
Ra mắt
RA MẮT
DA CO MAT
TIEN MAT
Quỹ tiền mặt
THU BANG TIEN MAT
Mát xa
Cửa khẩu Xa Mát
Phim “Tối mật”
Văn bản này không mang dấu mật, độ mật.
Khi tài liệu này có độ mật, phải đóng dấu.
Nếu văn bản này thuộc độ Mật thì gửi riêng.
Các văn bản này thuộc độ Mật, Tối mật.""".split("\n")

LETTER = """{0}PHÒNG VĂN HÓA
Số: 9/PVH
V/v thông báo
Xã A, ngày 3 tháng 2 năm 2026
{1}Kính gửi: Các xã.
Phòng đề nghị các xã gửi danh sách loa truyền thanh đang hoạt động để tổng hợp, báo cáo cấp trên.
{2}Các xã gửi trước ngày 10 tháng 2 năm 2026.
Trân trọng./.
Nơi nhận:
- Như trên;
- Lưu: VT.
"""


def later_stamped():
    """Named texts that bear a stamp."""
    found = {}
    for number, words in enumerate(STAMPS):
        slots = ["", "", ""]
        slots[number % 2] = words.replace("¶", "\n") + "\n"
        found[words] = LETTER.format(*slots)
    plain = LETTER.format("", "", "")
    for old, new in LINES:
        assert old in plain
        found[new] = plain.replace(old, new, 1)
    return found


def later_innocent():
    """Named texts that bear none."""
    return {words: LETTER.format("", "", words.replace("¶", "\n") + "\n") for words in INNOCENT}
