"""Stamped and innocent documents that were written before the rules and tried only after them."""

MINUTES = """{top}UBND PHƯỜNG 3
VĂN PHÒNG
{issuer}Số: 02/BB-VP
{number}BIÊN BẢN
{title}Họp giao ban công tác truyền thông tháng 5 năm 2026
Thời gian: 8 giờ 00 ngày 04/5/2026. Địa điểm: phòng họp số 2.
1. Chánh Văn phòng báo cáo kết quả tháng 4: phát 40 tin, bài.
{body}2. Kết luận: các bộ phận gửi tin trước thứ sáu hằng tuần.
CHỦ TỌA                         THƯ KÝ
{foot}"""

DISPATCH = """{top}BỘ CHỈ HUY BĐBP TỈNH Z        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
   PHÒNG CHÍNH TRỊ               Độc lập - Tự do - Hạnh phúc
{issuer}   Số: 118/PCT-TH                Z, ngày    tháng 6 năm 2026
{number}
                         CÔNG ĐIỆN
{title}         Về việc thông tin cho ngư dân khi có bão

Phòng Chính trị yêu cầu các đồn thông tin kịp thời cho ngư dân.
{body}Các đồn báo cáo kết quả trước 17 giờ hằng ngày.
                                          TL. CHỈ HUY TRƯỞNG
{foot}"""

TABLED = """{top}| HỘI NÔNG DÂN XÃ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
| Số: 06/CTr-HND | Xã, ngày 9/1/2026 |
{issuer}{number}CHƯƠNG TRÌNH
{title}Giới thiệu nông sản với khách quốc tế
| Thời gian | Nội dung |
| 8g00 | Khai mạc |
{body}| 9g00 | Giới thiệu mật ong, dừa sáp |
CHỦ TỊCH
{foot}"""

KEPT_PAPERS = (MINUTES, DISPATCH, TABLED)
SLOTS = ("top", "issuer", "number", "title", "body", "foot")

STAMPS = """MẬT
TỐI  MẬT
TUYỆT\tMẬT
\u2002MẬT\u2003
MẬT¶MẬT
M/Ậ/T
M•Ậ•T
( M Ậ T )
[ T U Y Ệ T - M Ậ T ]
T. Ố. I. M. Ậ. T
MẬT¶-----
=====¶TUYỆT MẬT¶=====
*MẬT*
<<< MẬT >>>
►MẬT◄
▌MẬT▐
❖ TỐI MẬT ❖
🔒 MẬT
⚠️ TUYỆT MẬT ⚠️
# TỐI MẬT #
@MẬT@
~MẬT~
{{MẬT}}
MẬT:
:MẬT
…MẬT…
_MẬT_
\\MẬT\\
МẬT
TỐӀ MẬT
TUУỆT MẬT
ＴＵＹＥＴ　ＭＡＴ
ｍậｔ
𝙼𝙰𝚃
🅼🅰🆃
ᴍậᴛ
T\u2060Ố\u2060I\u2060 M\u2060Ậ\u2060T
MẬ\u034fT
M\u180eẬT
TUYỆT\u2009\u2009MẬT
TUYÖT\u00a0MËT
Tuyệt mật!
Tối Mật.
tuyệt mật
tối mật
TUYẸT MẬT
TƯYỆT MẬT
TOI MÂT
TUYET MẬT
TỐI MAT
TÓI MẬT
TỐl MẬT
T0I M4T
7ỐI MẬT
[MÂT]
|TOI MAT|
(TUYET MAT)
MẬT |
/MẬT/
ĐỘ MẬT: MẬT
ĐỘ MẬT:¶MẬT
độ mật: tối mật
Độ mật = Tuyệt mật
Độ mật – Tối mật
Mức mật: Mật
Mức độ bảo mật: Tối mật
Cấp độ bảo mật: TUYỆT MẬT
Hạng: TỐI MẬT
Chỉ độ mật: MẬT
Dấu chỉ độ mật của văn bản: Mật
Phân loại mật: Tuyệt mật
DAU DO MAT: TUYET MAT
Độ mật: ☐ Tuyệt mật  ☒ Tối mật  ☐ Mật
Độ mật: Tối mật; Độ khẩn: Hỏa tốc
Độ khẩn: Khẩn - Độ mật: Mật
KHẨN - MẬT
MẬT+KHẨN
THƯỢNG KHẨN¶MẬT
HỎA TỐC, TỐI MẬT
MẬT, KHẨN
MẬT (không phổ biến)
TUYỆT MẬT - Chỉ người có tên mới được bóc bì
TỐI MẬT Bản số 3
Bản số: 02 MẬT
MẬT - Tài liệu thu hồi
TÀI LIỆU TUYỆT MẬT
(Tài liệu mật)
Văn bản tối mật
TÀI LIỆU MẬT - KHÔNG PHÁT TÁN
BÁO CÁO MẬT
TIN MẬT
ĐIỆN MẬT
Dấu: MẬT
Đóng dấu: TỐI MẬT
(Đóng dấu MẬT)
(đã đóng dấu MẬT)
BÍ MẬT NHÀ NƯỚC - ĐỘ MẬT
Tài liệu này thuộc độ TỐI MẬT
Văn bản này được xác định là bí mật nhà nước độ Mật.
T¶U¶Y¶Ệ¶T¶¶M¶Ậ¶T
TỐI¶MẬT
TẬM IỐT""".split("\n")

LINES = [
    ("Số: 02/BB-VP", "Số: 02/BB-VP          MẬT"),
    ("Số: 02/BB-VP", "MẬT      Số: 02/BB-VP"),
    ("Số: 02/BB-VP", "Số: 02/BB-VP [TUYỆT MẬT]"),
    ("Số: 02/BB-VP", "Số: 02/MẬT-VP"),
    ("Số: 02/BB-VP", "Số:…../MẬT-VP"),
    ("Số: 02/BB-VP", "Số: 02 - MẬT/VP"),
    ("Số: 02/BB-VP", "Số: 02/TUYỆT MẬT-VP"),
    ("VĂN PHÒNG\n", "VĂN PHÒNG      TUYỆT MẬT\n"),
    ("VĂN PHÒNG\n", "VĂN PHÒNG TỐI MẬT\n"),
    ("BIÊN BẢN\n", "BIÊN BẢN (TỐI MẬT)\n"),
    ("BIÊN BẢN\n", "MẬT      BIÊN BẢN\n"),
    ("BIÊN BẢN\n", "BIÊN BẢN MẬT\n"),
    ("tháng 5 năm 2026\n", "tháng 5 năm 2026 [MẬT]\n"),
    ("CHỦ TỌA                         THƯ KÝ", "CHỦ TỌA          MẬT          THƯ KÝ"),
    ("1. Chánh Văn phòng", "\f MẬT                         2\n1. Chánh Văn phòng"),
    ("2. Kết luận", "Trang 1/2 - TỐI MẬT\n\f\n2. Kết luận"),
]

INNOCENT = """Hướng dẫn tạo mật khẩu cho tài khoản thư công vụ
HƯỚNG DẪN TẠO MẬT KHẨU
QUY CHẾ BẢO VỆ BÍ MẬT NHÀ NƯỚC
KẾ HOẠCH BẢO VỆ BÍ MẬT NHÀ NƯỚC NĂM 2026
DANH MỤC BÍ MẬT NHÀ NƯỚC ĐỘ TỐI MẬT
Danh mục bí mật nhà nước độ Mật thuộc lĩnh vực thông tin
TỔNG KẾT CÔNG TÁC BẢO VỆ BÍ¶MẬT NHÀ NƯỚC
NGÀY HỘI BẢO VỆ BÍ MẬT
Bảo đảm bí mật, an toàn
BẢO ĐẢM BÍ¶MẬT, AN TOÀN
3. Xác định độ mật¶4. Điều chỉnh độ mật¶5. Giải mật
- Mật: 12 văn bản;¶- Tối mật: 3 văn bản;¶- Tuyệt mật: 0 văn bản.
Độ Tuyệt mật¶Độ Tối mật¶Độ Mật
Mục 1¶TUYỆT MẬT¶30 năm¶Mục 2¶TỐI MẬT¶20 năm¶Mục 3¶MẬT¶10 năm
| Độ mật | Tuyệt mật | Tối mật | Mật |
| STT | Số, ký hiệu | Độ mật | Số bản |¶| 1 | 01/CV | Tối mật | 2 |¶| 2 | 02/CV | Mật | 1 |
Kiểm tra các văn bản có dấu¶“TỐI MẬT”, “MẬT”
2. Văn thư đóng dấu “MẬT”.
2. Mọi tài liệu đóng dấu¶TUYỆT MẬT do Thủ trưởng giữ.
Cơ quan mật mã
TRƯỜNG TRUNG CẤP MẬT MÃ
VIỆN MẮT
Hạ mật, giải mật, tăng mật
Hết mật
HẾT MẬT
TĂNG MẬT, GIẢM MẬT
ĐÃ GIẢI MẬT
Câu lạc bộ nuôi ong mật
Mật mía
Ống mật
Bà con thân mật
Thị trấn Mật Sơn
XÃ MẬT SƠN
UBND PHƯỜNG MẬT SƠN
UY BAN MAT TRAN TO QUOC
BAN GIAO MAT BANG
CO MAT
VANG MAT
DIEM DANH CO MAT
Điện thoại: 1900 0000 - Bảo mật
Cam kết bảo mật
CAM KẾT BẢO MẬT
THỎA THUẬN BẢO MẬT
Thông tin mật là thông tin chưa được công bố.
Không thuộc bí mật nhà nước
Phân loại: Thường
Độ mật:
Độ mật: không có
Mức độ: Trung bình
Mức độ 3: Mật độ dày
Dấu hiệu: mất tín hiệu
Loại: Mặt bằng
Hạng: Nhất
Tối mai họp
TỐI 30 TẾT
Tuyệt đối giữ bí mật
TUYỆT ĐỐI BÍ MẬT
Lối sống: ngọt mật chết ruồi
“Mật ngọt chết ruồi”
MỤC LỤC¶1. Mật mã¶2. Khóa
Tác phẩm “Tối mật” của đạo diễn nước ngoài
Phim Điệp vụ tuyệt mật chiếu lúc 20 giờ
2. Chiếu phim¶“Tuyệt mật”""".split("\n")


def kept_stamped():
    """Named texts that bear a stamp."""
    found = {}
    for number, words in enumerate(STAMPS):
        for turn in (0, 1):
            slot = SLOTS[:4][(number + 2 * turn) % 4]
            text = KEPT_PAPERS[(number + turn) % 3]
            found[f"{words!r} {slot} {(number + turn) % 3}"] = filled(text, slot, words)
    for old, new in LINES:
        text = filled(MINUTES)
        assert old in text
        found[f"line {new!r}"] = text.replace(old, new, 1)
    return found


def kept_innocent():
    """Named texts that bear none."""
    found = {}
    for number, words in enumerate(INNOCENT):
        text = KEPT_PAPERS[number % 2]
        found[f"body {words!r}"] = filled(text, "body", words)
        found[f"title {words!r}"] = filled(text, "title", words)
    return found


def filled(text, slot="", words=""):
    empty = dict.fromkeys(SLOTS, "")
    if slot:
        empty[slot] = words.replace("¶", "\n") + "\n"
    return text.format(**empty)
