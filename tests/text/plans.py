"""Small documents written for the tests of reading: one for each shape that offices use."""

from pathlib import Path

from haidang.text.blocks import Source
from haidang.text.understanding import understand

FOUNDING = Path(__file__).resolve().parents[2] / "samples" / "99-KH-UBND.txt"


def reading_of(text):
    return understand(Source(text, "txt"))


def told(reading):
    """Label, unit and deadline phrase of each duty."""
    return [(d.label, d.unit, d.deadline.phrase if d.deadline else None) for d in reading.duties]


PLAN_BY_LINES = """|
**ỦY BAN NHÂN
DÂN**
XÃ MỸ LONG
-------
|
**CỘNG HÒA XÃ
HỘI CHỦ NGHĨA VIỆT NAM**
Độc lập - Tự do - Hạnh phúc
---------------
|
|
Số:
12/KH-UBND
|
*Mỹ Long, ngày 05
tháng 3 năm 2025*
|

**KẾ HOẠCH**

TUYÊN TRUYỀN BIỂN, ĐẢO
TRÊN ĐỊA BÀN XÃ NĂM 2025

Căn cứ Luật Biên phòng Việt Nam ngày 11 tháng 11 năm 2020;

Thực hiện Kế hoạch số 24/KH-UBND ngày 14/01/2025 của UBND huyện và Chương trình hành
động số 10-CTr/HU ngày 13/02/2025 của Huyện ủy, UBND xã ban hành Kế hoạch như sau:

**I. MỤC ĐÍCH,
YÊU CẦU**

**1. Mục đích**

- Nâng cao nhận thức của Nhân dân.

**2. Yêu cầu**

- Việc tuyên truyền phải thường xuyên.

**II. MỤC TIÊU**

**1. **100% ấp có loa truyền thanh.

**III. NHIỆM VỤ,
GIẢI PHÁP**

**1. Tăng cường
thông tin**

- Phát thanh mỗi tuần hai buổi về
chủ quyền biển, đảo.

- Treo pa nô tại bến cảng.

*Đơn vị chủ trì: *Phòng Văn hóa - Xã hội.

*Đơn vị phối hợp: *Đài Truyền thanh; Đồn Biên phòng và UBND các xã.

*Thời gian thực hiện: *Quý II/2025.

**2. **Mở chuyên mục

Tổ chức thi tìm hiểu về biển.

*- Đơn vị thực hiện: *Trường Trung học cơ sở.

*- Thời gian thực hiện: *Hằng năm.

**IV. TỔ CHỨC
THỰC HIỆN**

**1. **Công an xã chủ trì, phối
hợp với Đồn Biên phòng tuần tra. Định kỳ báo cáo UBND xã trước ngày 20 tháng 11.

**2. **Giao Văn phòng theo
dõi, đôn đốc các ấp; các ấp báo cáo xong trong tháng 12/2025.

Trên đây là Kế hoạch, đề nghị các đơn vị liên quan phối hợp thực hiện./.

|
*Nơi nhận:*
- UBND huyện (b/c);
- Các ấp;
- Lưu: VT.
|
**TM. ỦY BAN NHÂN
DÂN**
KT. CHỦ TỊCH
**PHÓ CHỦ TỊCH**
**Họ
Và Tên**
|

**PHỤ LỤC**

DANH MỤC NHIỆM VỤ

*(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2025 của UBND xã)*

|
**STT**
|
**Tên nhiệm vụ**
|
**Cơ quan chủ trì**
|
**Cơ quan phối hợp**
|
**Thời gian hoàn thành**
|
|
**I.
THÔNG TIN**
|
|
1
|
Viết tin, bài về
biển.
|
Phòng Văn hóa - Xã hội
|
Các ấp; Đồn Biên phòng
|
Thường xuyên
|
|
2
|
In tờ rơi.
|
Văn phòng
|
Công an xã
|
Trước ngày 15/8/2025
|
"""

DECISION = """    ỦY BAN NHÂN DÂN
TỈNH TRÀ VINH
------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 18/QĐ-UBND | Trà Vinh, ngày 02 tháng 01 năm 2025

QUYẾT ĐỊNH

Về việc thành lập Tổ công tác thông tin đối ngoại

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH TRÀ VINH

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;

Căn cứ Nghị định số 72/2015/NĐ-CP ngày 07/9/2015 của Chính phủ về quản lý hoạt động thông tin
đối ngoại; Thông tư số 22/2016/TT-BTTTT ngày 19/10/2016 của Bộ Thông tin và Truyền thông;

Theo đề nghị của Giám đốc Sở Thông tin và Truyền thông tại Tờ trình số 07/TTr -STTTT.

QUYẾT ĐỊNH:

Điều 1. Thành lập Tổ công tác gồm các thành viên sau đây.

Điều 2. Nhiệm vụ của Tổ công tác:

- Theo dõi, tổng hợp thông tin trên báo chí.

- Báo cáo Chủ tịch Ủy ban nhân dân tỉnh chậm nhất ngày 25/12/2025.

Điều 3. Tổ chức thực hiện

1. Sở Tài chính có trách nhiệm bố trí kinh phí.

2. Quyết định này có hiệu lực kể từ ngày ký.

Điều 4. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Thông tin và Truyền thông và các
tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.

Nơi nhận:
- Như Điều 4;
- Lưu: VT, KGVX. | TL. CHỦ TỊCH
KT. CHÁNH VĂN PHÒNG
PHÓ CHÁNH VĂN PHÒNG


Họ Và Tên
"""

LETTER_ON_A_PAGE = """                                                        TRUNG TÂM CÔNG BÁO
                                                        congbao@example.vn
                                                        09.01.2026 10:21:11 +07:00

  UBND TỈNH X                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
 SỞ DU LỊCH                          Độc lập - Tự do - Hạnh phúc

  Số: 45 /SDL-VP                     Đảo Xanh, ngày 08 tháng 01 năm 2026
V/v báo cáo hoạt động
quảng bá hình ảnh

                      Kính gửi:
                      - Ủy ban nhân dân các xã;
                      - Trung tâm Xúc tiến Du lịch.

      Thực hiện Công văn số 9/UBND-VX ngày 05/01/2026 của Ủy ban nhân dân tỉnh X, Sở Du lịch
đề nghị các cơ quan, đơn vị thực hiện những nội dung sau:
      1. Ủy ban nhân dân các xã báo cáo kết quả quảng bá hình ảnh của địa phương trong
                                        2

năm 2025.
      2. Trung tâm Xúc tiến Du lịch chủ trì, phối hợp với các xã tổng hợp.
      Báo cáo gửi về Sở Du lịch trước 15h00 ngày 30/01/2026 để tổng hợp.
      Sở Du lịch đề nghị Bộ Văn hóa, Thể thao và Du lịch quan tâm hỗ trợ./.
Nơi nhận:                                         KT. GIÁM ĐỐC
- Như trên;
- Các phòng: Lữ hành,                             PHÓ GIÁM ĐỐC
Kế hoạch;
- Lưu: VT.
                                                  Họ Và Tên
"""

MINUTES = """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

BIÊN BẢN LÀM VIỆC

Căn cứ Văn bản số 41/UBND-KT ngày 21/5/2025 của UBND huyện;
Hôm nay, ngày 26/5/2025 tại UBND xã, chúng tôi làm việc. Cụ thể như sau:
I. Thành phần tham gia
1. Phòng Kinh tế
Ông: Trưởng phòng.
II. Ý kiến của các cơ quan
Đề nghị Phòng Kinh tế nghiên cứu thêm.
III. Các ý kiến thống nhất
Một là, giao Phòng Kinh tế chủ trì lập danh sách, gửi UBND huyện trước ngày 05/6/2025.
Hai là, Công an xã rà soát trong thời hạn 03 ngày làm việc kể từ ngày kết thúc cuộc họp.
Biên bản lập thành hai bản./.
"""

REPORT = """ỦY BAN NHÂN DÂN
XÃ MỸ LONG
Số: 7/BC-UBND
Mỹ Long, ngày 20 tháng 11 năm 2025

BÁO CÁO
Kết quả công tác thông tin đối ngoại năm 2025

Kính gửi: Ủy ban nhân dân huyện.

I. KẾT QUẢ THỰC HIỆN

Công an xã đã tổ chức 12 buổi tuyên truyền.

II. PHƯƠNG HƯỚNG NĂM 2026

- Tiếp tục phát thanh về biển, đảo.

III. KIẾN NGHỊ

- Đề nghị Ủy ban nhân dân huyện hỗ trợ kinh phí.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Họ Và Tên
"""
