"""Small innocent documents with places where an office would put a secrecy stamp.

A place is written «name»; `paper` fills one of them and clears the others.
"""

import re

PLAN = """«top»
UBND XÃ BÌNH AN
«under the issuer»
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND
«under the number»
Bình An, ngày 05 tháng 3 năm 2026
«over the title»
KẾ HOẠCH
Thông tin, tuyên truyền về biển, đảo năm 2026
«under the title»
Thực hiện Kế hoạch số 7/KH-UBND ngày 10/01/2026 của Ủy ban nhân dân tỉnh, xã lập kế hoạch:
I. MỤC ĐÍCH, YÊU CẦU
1. Giúp người dân hiểu đúng chủ trương của Nhà nước; bảo đảm chế độ bảo mật thông tin.
«in the body»
2. Nội dung ngắn gọn, dễ hiểu.
II. TỔ CHỨC THỰC HIỆN
1. Công chức Văn hóa – Xã hội tham mưu viết tin, bài trước ngày 30/6/2026.
2. Các ấp phát lại trên loa truyền thanh hằng tháng./.
Nơi nhận:
- UBND tỉnh;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
«at the foot»
"""

LETTER = """«top»
  SỞ DU LỊCH TỈNH X                  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
  PHÒNG QUẢNG BÁ                         Độc lập - Tự do - Hạnh phúc
«under the issuer»
  Số: 45/SDL-QB                      Đảo Xanh, ngày 08 tháng 01 năm 2026
  V/v báo cáo hoạt động
  giới thiệu hình ảnh tỉnh
«under the number»

                 Kính gửi: Ủy ban nhân dân các xã.
«over the title»

    Thực hiện Công văn số 9/UBND-VX ngày 05/01/2026 của Ủy ban nhân dân tỉnh, Sở đề nghị
các xã gửi số liệu về hoạt động giới thiệu hình ảnh của địa phương trong năm 2025.
«under the title»
    Báo cáo gửi về Sở trước ngày 30/01/2026 để tổng hợp./.
«in the body»

  Nơi nhận:                                     GIÁM ĐỐC
  - Như trên;
  - Lưu: VT.
«at the foot»
"""

REPORT = """«top»
ỦY BAN NHÂN DÂN XÃ MỸ HÒA | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
«under the issuer»
Số: 31/BC-UBND | Mỹ Hòa, ngày 02 tháng 12 năm 2025
«under the number»

«over the title»
BÁO CÁO
Kết quả công tác thông tin đối ngoại năm 2025
«under the title»

1. Kết quả đạt được

Trong năm, xã đã phát 120 tin, bài trên hệ thống truyền thanh; cấp 300 tờ rơi cho ngư dân.

| TT | Nội dung | Số lượng |
| 1 | Tin, bài | 120 |
| 2 | Tờ rơi | 300 |
«in the body»

2. Khó khăn

Máy phát đã cũ, một số ấp chưa có loa.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
«at the foot»
"""

DECISION = """«top»
**BỘ THÔNG TIN**
«under the issuer»
**Số: 1466/QĐ-BTT**

Hà Nội, ngày 29 tháng 9 năm 2025
«under the number»

**QUYẾT ĐỊNH**
«over the title»

**Về việc ban hành Chương trình truyền thông biên giới giai đoạn 2026 - 2030**
«under the title»

Căn cứ Luật Báo chí ngày 05/4/2016;

Theo đề nghị của Vụ trưởng Vụ Truyền thông,

QUYẾT ĐỊNH:

**Điều 1.** Ban hành kèm theo Quyết định này Chương trình truyền thông biên giới.
«in the body»

**Điều 2.** Quyết định có hiệu lực kể từ ngày ký.

**Điều 3.** Chánh Văn phòng, các Vụ trưởng chịu trách nhiệm thi hành./.

BỘ TRƯỞNG
«at the foot»
"""

BARE = """«top»
UBND HUYEN LONG PHU
PHONG VAN HOA VA THONG TIN
«under the issuer»
So: 08/KH-VHTT
«under the number»
Long Phu, ngay 14 thang 2 nam 2026
«over the title»
KE HOACH
Tuyen truyen Luat Bien phong Viet Nam nam 2026
«under the title»
Phong Van hoa va Thong tin xay dung ke hoach tuyen truyen nhu sau:
1. Phoi hop voi Mat tran To quoc huyen mo 03 lop tap huan trong quy II.
«in the body»
2. Dai Truyen thanh phat lai moi tuan hai lan.
TRUONG PHONG
«at the foot»
"""

PAGES = """«top»
         TỈNH ỦY Y                            ĐẢNG CỘNG SẢN VIỆT NAM
    BAN TUYÊN GIÁO                      Thành phố Y, ngày 20 tháng 5 năm 2026
«under the issuer»
         Số 27-HD/BTG
«under the number»

                                HƯỚNG DẪN
            công tác tuyên truyền đối ngoại sáu tháng cuối năm
«over the title»
                                  -----
«under the title»

      Ban Tuyên giáo hướng dẫn một số nội dung tuyên truyền trọng tâm sau đây.
      1. Giới thiệu tiềm năng, thế mạnh của tỉnh với bạn bè quốc tế; chú trọng các sản phẩm
như mật ong rừng tràm, cá khô.
\f
                                     2

«in the body»
      2. Đấu tranh với thông tin sai sự thật trên không gian mạng.

   Nơi nhận:                                  TRƯỞNG BAN
   - Các huyện ủy;
   - Lưu.
«at the foot»
"""

PAPERS = {
    "plan": PLAN,
    "letter": LETTER,
    "report": REPORT,
    "decision": DECISION,
    "bare": BARE,
    "pages": PAGES,
}
PLACES = (
    "top",
    "under the issuer",
    "under the number",
    "over the title",
    "under the title",
    "in the body",
    "at the foot",
)
HEADER = PLACES[:4]
_PLACE = re.compile(r"«([^»]+)»\n?")


def paper(name, place=None, words=""):
    """A document with these words at one of its places."""
    return _PLACE.sub(lambda found: f"{words}\n" if found.group(1) == place else "", PAPERS[name])


def with_line(name, old, new):
    """A document of which a box of the header reads otherwise."""
    text = paper(name)
    assert old in text
    return text.replace(old, new, 1)
