"""Small documents written for the tests of reading: one for each shape that offices use."""

# ruff: noqa: E501 — a document is as wide as its paragraphs

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

PLAN_BEHIND_DECISION = """ỦY BAN NHÂN DÂN
TỈNH TRÀ VINH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 1466/QĐ-UBND
Trà Vinh, ngày 29 tháng 9 năm 2023

QUYẾT ĐỊNH
Ban hành Kế hoạch công tác thông tin đối ngoại năm 2024

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Căn cứ Công văn số 3089/BTTTT-TTĐN ngày 31/7/2023 của Bộ Thông tin và Truyền thông về hướng dẫn;
Xét đề nghị của Giám đốc Sở Thông tin và Truyền thông,

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch công tác thông tin đối ngoại năm 2024.
Điều 2. Giám đốc Sở Thông tin và Truyền thông chịu trách nhiệm theo dõi, đôn đốc việc thực hiện.
Điều 3. Chánh Văn phòng, Giám đốc các sở chịu trách nhiệm thi hành Quyết định này kể từ ngày ký./.

Nơi nhận:
- Như Điều 3;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Họ Và Tên

KẾ HOẠCH
Công tác thông tin đối ngoại năm 2024
(Ban hành kèm theo Quyết định số 1466/QĐ-UBND ngày 29/9/2023 của Chủ tịch UBND tỉnh)

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Nâng cao hiệu quả.
II. NHIỆM VỤ TRỌNG TÂM
1. Quảng bá hình ảnh của tỉnh trên báo chí nước ngoài.
2. Tập huấn cho phóng viên.
III. TỔ CHỨC THỰC HIỆN
1. Sở Thông tin và Truyền thông
a) Chủ trì, phối hợp với Sở Ngoại vụ hướng dẫn các đơn vị.
b) Tổng hợp, báo cáo Bộ trước ngày 15 tháng 12.
2. Ủy ban nhân dân các huyện, thị xã, thành phố
Xây dựng kế hoạch cụ thể của địa phương.
"""

CIRCULAR = """BỘ THÔNG TIN VÀ TRUYỀN THÔNG
Số: 22/2016/TT-BTTTT
Hà Nội, ngày 19 tháng 10 năm 2016

THÔNG TƯ
Hướng dẫn quản lý hoạt động thông tin đối ngoại

Căn cứ Nghị định số 72/2015/NĐ-CP ngày 07 tháng 9 năm 2015 của Chính phủ;

Bộ trưởng ban hành Thông tư hướng dẫn.

Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Thông tư này hướng dẫn quản lý hoạt động thông tin đối ngoại.
Điều 2. Đối tượng áp dụng
1. Cơ quan, tổ chức trong nước.
2. Cá nhân có liên quan.
Chương II
TRÁCH NHIỆM
Mục 1. ĐỊA PHƯƠNG
Điều 3. Trách nhiệm của Ủy ban nhân dân cấp tỉnh
1. Xây dựng kế hoạch hằng năm:
a) Gửi Bộ trước ngày 31 tháng 12;
b) Công bố trên cổng thông tin.
2. Sở Thông tin và Truyền thông chịu trách nhiệm tham mưu.
Điều 4. Hiệu lực
Thông tư này có hiệu lực từ ngày 01/01/2017./.
"""

PLAN_ON_A_PAGE = """ỦY BAN NHÂN DÂN                    CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
   XÃ MỸ LONG BẮC                          Độc lập - Tự do - Hạnh phúc
  Số:      /KH-UBND                  Mỹ Long Bắc, ngày     tháng 11 năm 2023

                              KẾ HOẠCH
             Công tác thông tin đối ngoại năm 2024 trên địa bàn xã

     Căn cứ Kế hoạch số 99/KH-UBND ngày 12/10/2023 của UBND huyện Cầu Ngang;
     UBND xã Mỹ Long Bắc xây dựng Kế hoạch như sau:
     A. MỤC ĐÍCH - YÊU CẦU
     - Nâng cao nhận thức của cán bộ, Nhân dân.
     - Việc tuyên truyền phải bảo đảm đúng định hướng.
     B. NỘI DUNG
     I. Tuyên truyền trên hệ thống truyền thanh
     1. Phát thanh 02 buổi/ngày; mỗi tuần ít nhất 03 tin, bài.
     2. Phấn đấu 100% ấp có cụm loa hoạt động tốt.
     II. Tuyên truyền trực quan
     Treo 50 băng rôn, 20 pa nô dịp lễ 30/4, 02/9.
     C. TỔ CHỨC THỰC HIỆN
     1/ Công chức Văn hoá - Xã hội: Tham mưu UBND xã tổ chức thực hiện; tổng hợp
báo cáo UBND huyện (qua Phòng Văn hoá và Thông tin) trước ngày 25/11/2024.
     2/ Đài Truyền thanh xã: xây dựng chuyên mục, tăng thời lượng phát sóng.
     3/ Đề nghị UBMTTQ và các đoàn thể xã: vận động đoàn viên, hội viên tham gia.
     4/ Ban nhân dân các ấp có trách nhiệm triển khai đến hộ dân, báo cáo kết quả về
UBND xã vào ngày 20 hàng tháng.
     Trên đây là Kế hoạch công tác thông tin đối ngoại năm 2024 của UBND xã./.
 Nơi nhận:                                       TM. ỦY BAN NHÂN DÂN
 - Phòng VH&TT (b/c);                                  CHỦ TỊCH
 - TT. Đảng ủy;
 - Lưu: VT.

                                                     Họ Và Tên
"""

PLAN_BY_ATTRIBUTES = """ỦY BAN NHÂN DÂN
TỈNH BÌNH MINH
Số: 210/KH-UBND
Bình Minh, ngày 12 tháng 9 năm 2024

KẾ HOẠCH
Công tác thông tin đối ngoại năm 2025

Căn cứ Nghị định số 72/2015/NĐ-CP ngày 07/9/2015 của Chính phủ về quản lý hoạt động thông tin đối ngoại;
Thực hiện Công văn số 3300/BTTTT-TTĐN ngày 01/8/2024 của Bộ Thông tin và Truyền thông, UBND tỉnh ban hành Kế hoạch như sau:

I. MỤC TIÊU
- Trên 50.000 lượt người nước ngoài tiếp cận thông tin.
II. NHIỆM VỤ VÀ GIẢI PHÁP
1. Công tác chỉ đạo, điều hành
a) Nội dung: Ban hành văn bản hướng dẫn các địa phương.
b) Cơ quan chủ trì: Sở Thông tin và Truyền thông.
c) Cơ quan phối hợp: Sở Ngoại vụ; các huyện, thành phố.
d) Thời gian thực hiện: Quý I/2025.
2. Quảng bá hình ảnh
2.1. Sản xuất phim giới thiệu tỉnh bằng tiếng Anh
- Đơn vị chủ trì: Đài Phát thanh và Truyền hình tỉnh
- Thời gian: trước ngày 30/6/2025
2.2. Tổ chức đoàn phóng viên nước ngoài
- Đơn vị chủ trì: Sở Ngoại vụ
- Thời gian: Cả năm
III. KINH PHÍ
Kinh phí do ngân sách tỉnh bảo đảm.
IV. TỔ CHỨC THỰC HIỆN
1. Sở Thông tin và Truyền thông:
- Là cơ quan đầu mối, chủ trì, phối hợp với Sở Ngoại vụ, Công an tỉnh và UBND các huyện triển khai Kế hoạch; định kỳ 6 tháng, hằng năm báo cáo UBND tỉnh.
- Tổng hợp kết quả, tham mưu UBND tỉnh báo cáo Bộ Thông tin và Truyền thông trước ngày 05 tháng 12 hằng năm.
2. Các sở, ban, ngành, đoàn thể tỉnh; UBND các huyện, thành phố: Căn cứ Kế hoạch này, xây dựng kế hoạch của đơn vị, gửi về Sở Thông tin và Truyền thông chậm nhất ngày 15/01/2025; báo cáo kết quả 6 tháng trước ngày 10/6 và cả năm trước ngày 20/11.
3. Đề nghị Ban Tuyên giáo Tỉnh ủy chỉ đạo, định hướng nội dung tuyên truyền.
4. Báo Bình Minh, Đài Phát thanh và Truyền hình tỉnh tăng thời lượng, mở chuyên trang, chuyên mục.
Yêu cầu các đơn vị nghiêm túc triển khai thực hiện. Trong quá trình thực hiện nếu có khó khăn, vướng mắc, phản ánh về Sở Thông tin và Truyền thông để tổng hợp, báo cáo UBND tỉnh./.

Nơi nhận:
- Bộ Thông tin và Truyền thông;
- CT, các PCT UBND tỉnh;
- Lưu: VT, KGVX.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
(Đã ký)
Họ Và Tên
"""

LETTER_WITHOUT_BLANKS = """|
**ỦY
BAN NHÂN DÂN **
THÀNH PHỐ BIỂN XANH
--------
|
Độc lập - Tự do - Hạnh phúc
|
|
Số: 40/UBND-ĐT
*V/v rà soát và
chuẩn hóa dữ liệu*
|
*Thành
phố Biển Xanh, ngày 25 tháng 11 năm 2025*
|
|
**Kính gửi:**
|
- Công an Thành phố;
- Sở Xây dựng.
|
Xét báo cáo, đề xuất của
Sở Xây dựng tại Công văn số 15/SXD-QLN ngày 14 tháng 11 năm 2025 về dữ liệu số nhà;
Chủ tịch Ủy ban nhân dân
Thành phố có ý kiến chỉ đạo như sau:
**1. Về việc rà soát,
làm sạch dữ liệu**
1.1. Giao Công an Thành
phố
Chia sẻ toàn bộ cơ sở
dữ liệu đã được cập nhật. Thời gian hoàn thành xong trước ngày 05 tháng 12 năm
2025.
1.2. Giao Sở Xây dựng
Theo dõi, đôn đốc các
phường thực hiện việc cập nhật thông tin số nhà vào cơ sở dữ liệu.
Chủ tịch Ủy ban nhân dân
Thành phố đề nghị các đơn vị nghiêm túc triển khai thực hiện./.
|
*Nơi nhận:*
- Như trên;
- Lưu: VT.
|
**KT. CHỦ TỊCH**
PHÓ CHỦ TỊCH
**Họ
Và Tên**
|
"""

SIGNED_BY_PARTIES = """BIÊN BẢN LÀM VIỆC

Hôm nay, ngày 26/5/2025, các bên thống nhất như sau:

1. Các bên cùng thực hiện./.

Đại diện | Đại diện
Sở A
Họ Và Tên
"""

PLAN_WITH_A_FORM = """KẾ HOẠCH
Kiểm tra
I. TỔ CHỨC THỰC HIỆN
1. Đề nghị các đơn vị báo cáo theo mẫu./.
Nơi nhận:
- Các đơn vị;
- Lưu: VT.
PHỤ LỤC I
ĐỀ CƯƠNG BÁO CÁO
(Kèm theo Kế hoạch kiểm tra
của Sở)
1. Tên đơn vị: ……………
- Rà soát hồ sơ.
Mẫu số 02/BC
Tổng hợp số liệu: ……………
"""
