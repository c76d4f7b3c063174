"""Over two hundred innocent documents: they speak of secrets, or of what sounds alike."""

from tests.text.secrecy_papers import LETTER, PLAN, paper

TITLES = """Về tăng cường công tác bảo vệ bí mật nhà nước năm 2026
VỀ TĂNG CƯỜNG BẢO VỆ BÍ MẬT NHÀ NƯỚC
BẢO VỆ BÍ MẬT NHÀ NƯỚC
Bảo vệ bí mật nhà nước trên địa bàn xã
Triển khai thi hành Luật Bảo vệ
BÍ MẬT NHÀ NƯỚC¶VÀ CÔNG TÁC CƠ YẾU
BẢO ĐẢM AN NINH MẠNG, BẢO MẬT
BẢO ĐẢM AN NINH MẠNG, BẢO¶MẬT
TĂNG CƯỜNG AN TOÀN THÔNG TIN VÀ BẢO¶MẬT
Ban hành Danh mục bí mật nhà nước độ Tối mật thuộc lĩnh vực đối ngoại
BAN HÀNH DANH MỤC BÍ MẬT NHÀ NƯỚC ĐỘ TỐI MẬT
BAN HÀNH DANH MỤC BÍ MẬT NHÀ NƯỚC ĐỘ¶TỐI MẬT
DANH MỤC BÍ MẬT NHÀ NƯỚC ĐỘ TUYỆT MẬT, TỐI MẬT VÀ¶MẬT
Rà soát danh mục bí mật nhà nước độ Tuyệt mật, độ Tối mật và độ Mật
Giải mật tài liệu lưu trữ lịch sử
GIẢI MẬT TÀI LIỆU
GIẢI¶MẬT TÀI LIỆU LƯU TRỮ
Quản lý, sử dụng tài liệu mật trong cơ quan
QUẢN LÝ, SỬ DỤNG¶TÀI LIỆU MẬT
QUY TRÌNH SOẠN THẢO VĂN BẢN MẬT TRÊN MÁY TÍNH ĐỘC LẬP
Tập huấn kỹ năng đặt mật khẩu an toàn
ĐỔI MẬT KHẨU ĐỊNH KỲ
Sử dụng mật mã dân sự
PHÁT TRIỂN NGHỀ NUÔI ONG LẤY MẬT
Liên kết sản xuất ong¶mật tại các xã ven rừng
Quy hoạch mật độ xây dựng khu dân cư
Tuyên truyền của Mặt trận Tổ quốc
MẶT TRẬN TỔ QUỐC VỚI THÔNG TIN ĐỐI NGOẠI
MAT TRAN TO QUOC VIET NAM
Ra mắt trang thông tin điện tử
LỄ RA¶MẮT TRANG THÔNG TIN
Bàn giao mặt bằng
HỌP MẶT KIỀU BÀO
GẶP¶MẶT KIỀU BÀO
Phòng, chống lộ, mất bí mật nhà nước trên không gian mạng
PHÒNG, CHỐNG LỘ, MẤT BÍ MẬT NHÀ NƯỚC
PHÒNG NGỪA VIỆC LỘ,¶MẤT THÔNG TIN
Bí mật kinh doanh và sở hữu trí tuệ
BẢO VỆ BÍ MẬT KINH DOANH
Kết quả kiểm tra công tác bảo vệ bí¶mật nhà nước
Xử lý hồ sơ hết thời hạn bảo vệ, hết mật
Cơ quan Cơ yếu và công tác cơ mật
Kiện toàn Ban Chỉ đạo bảo vệ bí mật nhà nước
Thân mật gặp gỡ bạn bè quốc tế
CẬN MẬT, TÔN TRỌNG TRONG GIAO TIẾP ĐỐI NGOẠI
Xác định độ mật của văn bản
XÁC ĐỊNH ĐỘ MẬT
Sổ tay dấu chỉ độ mật
MẪU DẤU CHỈ ĐỘ MẬT""".split("\n")

BODIES = """2. Văn bản có nội dung bí mật nhà nước phải đóng dấu MẬT, TỐI MẬT hoặc TUYỆT MẬT.
2. Không soạn thảo văn bản mật trên máy tính có kết nối mạng.
2. Tài liệu tuyệt mật được gửi riêng bằng hai lớp bì.
2. Bí mật nhà nước ở độ Mật, Tối mật và Tuyệt mật do người có thẩm quyền xác định.
2. Dấu “MẬT” bằng mực đỏ, hình chữ nhật.
2. Ngoài bì của tài liệu “Tuyệt mật” đóng chữ “A”, “Tối mật” đóng chữ “B”, “Mật” đóng chữ “C”.
2. Cấm nhập thông tin mật vào phần mềm này.
II. BẢO MẬT
BẢO MẬT
GIẢI MẬT
MẬT KHẨU
MẬT MÃ
MẬT ĐỘ
CÔNG TÁC BẢO MẬT
III. AN NINH MẠNG, BẢO MẬT
1. Mật khẩu
2. Mật độ dân số
3. Mật ong
Mật ong
MẬT ONG
Chăm sóc ong mật
Cây mật nhân
a) Tuyệt mật: tài liệu về quốc phòng;¶b) Tối mật: tài liệu về đàm phán;¶c) Mật: tài liệu khác.
- Tuyệt mật¶- Tối mật¶- Mật
a) Tuyệt mật;¶b) Tối mật;¶c) Mật.
1. Tuyệt mật¶2. Tối mật¶3. Mật
+ Độ Tuyệt mật: 30 năm;¶+ Độ Tối mật: 20 năm;¶+ Độ Mật: 10 năm.
Thời hạn bảo vệ như sau:¶Tuyệt mật: 30 năm¶Tối mật: 20 năm¶Mật: 10 năm
| TT | Loại văn bản | Tuyệt mật | Tối mật | Mật |¶| 1 | Văn bản đi | 0 | 0 | 0 |
TT | Cơ quan | Tuyệt mật | Tối mật | Mật¶1 | Văn phòng | 0 | 0 | 2
| Độ mật | Thời hạn |¶| Tuyệt mật | 30 năm |¶| Tối mật | 20 năm |¶| Mật | 10 năm |
| 1 | Tuyệt mật | 30 năm |¶| 2 | Tối mật | 20 năm |¶| 3 | Mật | 10 năm |
| 1 | TUYỆT MẬT | 30 năm |¶| 2 | TỐI MẬT | 20 năm |¶| 3 | MẬT | 10 năm |
| Số đến | Trích yếu | Độ mật | Người nhận |¶|  |  |  |  |
| TT | Tên loại | Độ mật | Ghi chú |¶| 1 | Công văn | Mật | trả lại sau khi xem |
Độ mật | TUYỆT MẬT, TỐI MẬT, MẬT
Độ mật (Tuyệt mật, Tối mật, Mật): ...
Độ mật: ………
Độ mật: Không
ĐỘ MẬT: THƯỜNG
Mức độ: Bình thường
Mức độ bảo mật: Nội bộ
Độ khẩn: Hỏa tốc
Văn bản này không thuộc độ mật.
Tài liệu này không phải tài liệu mật.
TUYỆT MẬT / TỐI MẬT / MẬT
Tuyệt mật, Tối mật, Mật
Đóng dấu độ mật theo mẫu:¶(TUYỆT MẬT, TỐI MẬT HOẶC MẬT)
2. Kiểm tra việc đóng dấu độ¶MẬT của văn phòng và các ban.
2. Cán bộ văn thư mở sổ riêng để đăng ký văn bản¶mật
2. Tuyên truyền quy định về bảo vệ bí¶mật
2. Người làm công tác cơ yếu, bảo¶mật.
2. Các đơn vị gửi báo cáo theo chế độ¶mật.
2. Thực hiện Công văn số 05/MẬT-UBND ngày 01/02/2026 của Ủy ban nhân dân tỉnh.
2. Theo Quyết định số 1722/QĐ-TTg về danh mục bí mật nhà nước độ Tối mật.
MẶT
MẤT
MÁT
MẮT
Mắt
TẤT
Bề¶mặt
Đúng mặt
Trung tâm Mắt
TM. ỦY BAN NHÂN DÂN
Số: 12/TMDV-KH
Công ty TNHH MAT
Chuyên viên Mật, phụ trách văn thư
Xã Mật An
Ấp Mật Cật
Cầu Mật Cật
Kênh Mật Cật
Người liên hệ: Mật
Điện thoại bảo mật
Tổ bảo mật
Ban Cơ yếu
Điểm nóng, điểm mật
Sổ đăng ký bí mật nhà nước đi
SỔ ĐĂNG KÝ BÍ MẬT NHÀ NƯỚC ĐẾN
Mẫu số 02: Dấu chỉ các độ Tuyệt mật, Tối mật, Mật
Mẫu dấu “TUYỆT MẬT”, “TỐI MẬT”, “MẬT”
Phụ lục I. Mẫu dấu MẬT
2. Chấp hành Điều 8 về phân loại: Tuyệt mật, Tối mật, Mật.
2. Tối đa 20 người; tối thiểu 05 người.
Tối thứ bảy hằng tuần
TỐI ĐA
TÔI MẤT THẺ
TỐI NAY
TÔI MẾN
TỔ MẶT TRẬN
T
M
A B C
M A P
T T
TOÀN MẮT XÍCH""".split("\n")

WORDS = """chế độ bảo mật thông tin
bí mật kinh doanh
bí mật đời tư
bí mật công tác
mật khẩu mạnh gồm chữ và số
mật độ dân cư ven biển
mật ong rừng tràm
mật mã dân sự
quan hệ mật thiết với các tỉnh bạn
thân mật, cởi mở
hội nghị trung ương và cơ quan mật vụ thời trước
tài liệu mật đã được giải mật
các loại dấu MẬT, TỐI MẬT, TUYỆT MẬT
thông tin “mật”
“Tối mật” và “Tuyệt mật”
phần mềm gián điệp đánh cắp bí mật
túi mật của cá
nước mật mía
đường mật
rót mật vào tai
tuần trăng mật
mật thư
điện mật
độ mật của văn bản
lộ, lọt bí mật nhà nước
hết thời hạn bảo vệ bí mật nhà nước
ngành Cơ yếu, mật mã
không đăng tin mật
văn bản mật do Văn phòng quản lý riêng
chuyển văn bản MẬT qua đường quân bưu""".split("\n")

WHOLE = """MẪU DẤU CHỈ ĐỘ MẬT
(Kèm theo Hướng dẫn số 3/HD-VP)
Mẫu 1 | TUYỆT MẬT
Mẫu 2 | TỐI MẬT
Mẫu 3 | MẬT
====
THƯ MỜI
Số: 07/TM-SDL
Sở Du lịch trân trọng kính mời các xã dự hội nghị.
====
SỞ DU LỊCH
Số: 09/TM-SDL
THUYẾT MINH
Dự toán kinh phí tuyên truyền.
====
BAN CHỈ ĐẠO BẢO VỆ
BÍ MẬT NHÀ NƯỚC
Số: 1/KH-BCĐ
KẾ HOẠCH
Kiểm tra năm 2026
====
BAN CHỈ ĐẠO BẢO VỆ            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
  BÍ MẬT NHÀ NƯỚC                Độc lập - Tự do - Hạnh phúc
Số: 1/KH-BCĐ
====
TỔ AN TOÀN, BẢO     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
       MẬT              Độc lập - Tự do - Hạnh phúc
Số: 2/TB-TATBM
====
BAN CƠ YẾU CHÍNH PHỦ
CỤC QUẢN LÝ MẬT MÃ
Số: 3/BC-QLMM
BÁO CÁO
Kết quả năm
====
HỌC VIỆN KỸ THUẬT
MẬT MÃ
Số: 3/TB-HVM
THÔNG BÁO
Tuyển sinh
====
LUẬT
BẢO VỆ BÍ MẬT NHÀ NƯỚC
Điều 8. Phân loại bí mật nhà nước
1. Tuyệt mật
2. Tối mật
3. Mật
====
QUY CHẾ
Bảo vệ
Bí mật nhà nước
Điều 1. Phạm vi
Quy chế áp dụng cho xã.
====
UBND HUYEN
BAO CAO
Cong tac bao
MAT thong tin nam 2026
1. Ket qua
====
UBND HUYEN
KE HOACH
TO CHUC LE RA
MAT TRANG TIN
1. Muc dich
====
KẾ HOẠCH
Diễn tập bảo mật
I. MỤC ĐÍCH
1. Nâng cao ý thức.
====
Hợp tác xã Mật Ong
Số: 1/BC
BÁO CÁO
Sản lượng mật năm 2025: 2 tấn.
""".split("====\n")


def innocent_texts():
    """Named innocent texts."""
    found = {}
    for words in TITLES:
        old = "Thông tin, tuyên truyền về biển, đảo năm 2026"
        assert old in PLAN
        found[f"title {words!r}"] = paper("plan").replace(old, words.replace("¶", "\n"))
    for number, words in enumerate(BODIES):
        name = ("plan", "report", "decision", "pages")[number % 4]
        found[f"body {words!r}"] = paper(name, "in the body", words.replace("¶", "\n"))
    for words in WORDS:
        found[f"words {words!r}"] = (
            paper("plan").replace("hệ thống", words).replace("chế độ bảo mật thông tin", words)
        )
    for words in TITLES:
        subject = "V/v " + words.replace("¶", "\n  ")
        old = "V/v báo cáo hoạt động\n  giới thiệu hình ảnh tỉnh"
        assert old in LETTER
        found[f"letter {words!r}"] = paper("letter").replace(old, subject)
    for words in WHOLE:
        found[f"whole {words[:40]!r}"] = words
    return found
