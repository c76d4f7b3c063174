"""Names that people give to files: of stamped documents, and of innocent ones."""

STAMPED = """TUYET MAT - KH 12.docx
[MẬT] ke hoach.pdf
KH_12_Mat.docx
KH 12 (Mật).docx
KH 12 (MAT).docx
KH12-MẬT.pdf
MẬT - Kế hoạch 12.docx
MẬT_KH12.docx
MAT_KH12.docx
TỐI MẬT.pdf
TỐI MẬT - mẫu phiếu.docx
Toi mat - bao cao.docx
toi_mat_bao_cao.docx
TOI-MAT-BC-05.pdf
BC 05 TOI MAT.doc
Báo cáo tuyệt mật.docx
bao-cao-tuyet-mat.pdf
BaoCaoTuyetMat.docx
KeHoachToiMat_2026.docx
TUYETMAT.docx
ToiMat.pdf
Kế hoạch 12 - Mật - bản ký.pdf
KH 12_mật_signed.pdf
KH 12 mật (1).docx
Tài liệu mật.docx
tai-lieu-mat.pdf
Tai lieu mat 2026.docx
Công văn mật số 5.docx
CV MẬT 05.pdf
cv_mat_05.pdf
05-MẬT-UBND.pdf
05_MAT_UBND.pdf
(Mật) Phương án tuyên truyền.docx
[TUYỆT MẬT] phương án.docx
[tm] tuyệt mật.docx
M\u1eaft_\u0054ỐI MẬT.docx
MA\u0323\u0302T KH.docx
М\u1eacТ - KH 3.docx
ｍậｔ_KH3.docx
T.Ố.I.M.Ậ.T.docx
Bản đồ (độ mật - TỐI MẬT).pdf
Độ mật - Mật - KH 3.docx
do mat toi mat KH3.docx
KH3 %5BM%E1%BA%ACT%5D.docx
C:\\Users\\a\\KH 3 MẬT.docx
thu muc/[MẬT] KH 3.docx
ke hoach mat.docx
KE HOACH MAT.docx
báo cáo (mật) tháng 5.docx
Mật.docx
mat.docx
MẬT 05-2026.docx""".split("\n")

INNOCENT = """Kế hoạch bảo mật thông tin.docx
bao-mat-thong-tin.pdf
ke-hoach-bao-mat.docx
KH_BAO_MAT.docx
Bảo mật.docx
bi-mat-kinh-doanh.docx
Danh sach bi mat.docx
Quyết định danh mục bí mật nhà nước độ Tối mật.pdf
danh-muc-bi-mat-nha-nuoc-do-toi-mat.pdf
DANH MUC BI MAT NHA NUOC DO TUYET MAT.pdf
Kế hoạch bảo vệ bí mật nhà nước 2026.docx
KH bao ve BMNN.docx
Quy định quản lý tài liệu mật.docx
quy-dinh-quan-ly-tai-lieu-mat.docx
Huong dan dong dau mat.docx
mat-duong.docx
ra-mat.docx
le-ra-mat-trang-tin.docx
be-mat.docx
mat-rung.docx
MAT TRAN TO QUOC.docx
BC MAT TRAN XA.docx
mat-tran.pdf
Mặt trận Tổ quốc.docx
giai-mat.docx
GIẢI MẬT tài liệu.docx
Hết mật.docx
mật khẩu.docx
mat-khau.txt
Mật độ dân số.pdf
mat do dan so.docx
Mật ong.docx
mat-ong-rung-tram.pdf
ong-mat.docx
Ban Cơ yếu.docx
mật mã.docx
hop-mat-kieu-bao.docx
HOP MAT.docx
gap mat dau xuan.docx
danh_sach_vang_mat.docx
danh-sach-co-mat.docx
tien-mat.xlsx
phieu chi tien mat.docx
ban-giao-mat-bang.docx
BAN GIAO MAT BANG.docx
Sân khấu kịch Tối mật.docx
bao cao mat dien.docx
bao cao mat mua.docx
mat-troi.docx
don-bao-mat-giay-to.docx
kham-mat.docx
KH kham mat hoc sinh.docx
nguoi-mat-tich.docx
Ấp Mật Cật.docx
xa-mat.docx
Cửa khẩu Xa Mát.docx
KH toi da hoa.docx
tuyet doi bi mat.docx
tomat.docx
format.docx
automat.pdf
12-KH-UBND.docx
TM_UBND_ky.pdf
kế hoạch.docx
Mẫu dấu độ mật.docx
Mau dau mat.docx
xac-dinh-do-mat.docx
.docx

a
KH phong chong lo mat thong tin.docx
thân mật.docx
bí mật quân sự - bài giảng.docx
san-pham-mat-mia.docx
nuoc-mat.docx
NUOC MAT 2026.docx
cong-van-mat-bang.docx""".split("\n")
