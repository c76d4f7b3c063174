"""The nouns that names of units and posts begin with, and what is no name though it does."""

import re

from haidang.text.understanding.words.letters import compiled

HEADS = (
    r"UB(?= (?:MTTQ|Mặt trận))|"
    r"[ỦU][yỷ] ban|UBND|UBMTTQ|MTTQ|Mặt trận|HĐND|TT\.? HĐND|Hội đồng|Thường trực|"
    r"Ban(?! (?:hành|đầu|ngày|đêm|bố))|Sở(?! (?:hữu|thích|dĩ))|"
    r"Bộ(?! (?:tiêu|máy|chỉ số|luật|phận|tài liệu|hồ sơ|câu hỏi|quy tắc|công cụ|nhận diện))|"
    r"Phòng(?!,| (?:ngừa|chống|tránh|bệnh|cháy|dịch|hộ|thủ|vệ))|Văn phòng|VP|"
    r"Trung tâm(?! (?:thị|của))|Đài(?! thọ)|Báo(?! (?:cáo|chí|động|tin|giá))|"
    r"Trạm|Trường(?! (?:hợp|kỳ))|Công an|Đồn|Bộ đội|Quân|"
    r"Thanh tra(?!,| (?:việc|công tác|các|đối với|trách nhiệm|toàn diện|đột xuất))|Thuế|"
    r"Tổng cục|Chi cục|Cục(?! (?:bộ|diện))|Vụ(?! (?:việc|án|mùa|Đông|Xuân|Hè|lợi))|"
    r"Viện(?! (?:trợ|phí))|Học viện|Tò?[aà]? án|Toà án|Kho bạc|Ngân hàng|Bảo hiểm|"
    r"Hội(?! (?:nghị|thảo|thi|diễn|họp|nhập|tụ|chợ|viên|trại|trường))|"
    r"Liên đoàn|Liên minh|Liên hiệp|Hiệp hội|Đoàn(?! kết)|Tổ(?! (?:chức|quốc))|Tiểu ban|"
    r"Tổng công ty|Công ty|Cty|Doanh nghiệp|Chi nhánh|Hợp tác xã|HTX|Cổng|"
    r"Trang(?! (?:bị|trí|phục|thiết))|"
    r"Thành viên|Chủ tịch|Phó Chủ tịch|Phó [Cc]hủ tịch|Giám đốc|Phó Giám đốc|Chánh|Trưởng|"
    r"Phó Trưởng|Thủ trưởng|Chỉ huy trưởng|Hạt trưởng|Hiệu trưởng|Tổng phụ trách|Người đứng đầu|"
    r"Lãnh đạo(?!,| (?:việc|công tác|tổ chức|thực hiện|chỉ đạo))|Đại diện|Cán bộ|Chuyên viên|"
    r"Công chức|Đồng chí|Ông|Bà|Cơ quan|Đơn vị|Địa phương|"
    r"Đảng ủy|Đảng uỷ|Huyện ủy|Tỉnh ủy|Thành ủy|Chi bộ|Cấp ủy|Viễn thông|"
    r"VNPT|Viettel|MobiFone|Bưu điện|Điện lực|"
    r"Thành phố|Tỉnh(?! hình)|Huyện|Xã(?! hội)|Phường|Thị trấn|Thị xã|Thôn|Khu phố|Ấp|Ngành|Cụm|"
    r"Bệnh viện|Nhà văn hóa|Thư viện|Bảo tàng|Tập đoàn|Kiểm toán|Viện kiểm sát|Hải quan|BCH|BCĐ|"
    r"Ban Chỉ huy|Thông tấn xã|Vụ trưởng|Cục trưởng|Bộ trưởng|"
    r"Tổ chức(?= (?:chính trị|đoàn thể|thành viên))|"
    r"Đoàn thể|Chủ đầu tư|Chính quyền|Lực lượng|Đội(?! (?:ngũ|hình))|Khoa(?! học)|Quỹ(?! đất)|"
    r"Hạt Kiểm lâm|Bộ phận|Chủ (?:rừng|hộ|cơ sở|tàu|phương tiện|dự án)|Bí thư|Thư ký|Nhà trường|"
    r"[ỦU][yỷ] viên|Công đoàn|Hộ (?:gia đình|dân|kinh doanh)|Nhà máy|Xí nghiệp|Tổng Giám đốc|"
    r"Đảng bộ|Đ/c|Đ\.c|Nhóm(?! (?:chỉ|giải|nhiệm|hàng|máu))"
)
# "LĐLĐ huyện", "BHXH tỉnh", "CA xã": letters that stand for a body, before its place.
_LETTERS = (
    r"(?-i:[A-ZĐ]{2,8}(?:[&-][A-ZĐ]{1,8})*)"
    r"(?= (?:xã|phường|huyện|quận|tỉnh|thành phố|thị xã|thị trấn|đặc khu|cấp|các)\b)"
)
_PLURALS = r"(?:Các |Những |Toàn thể |Tập thể |Từng |Mỗi |Hai |Toàn bộ )?"
_PLURAL_ONLY = (
    r"(?:Các|Những|Hai) (?:bên|cơ quan|đơn vị|địa phương|sở|ban|bộ|ngành|phòng|cấp|xã|phường|huyện|"
    r"tổ chức|hội|đoàn|trường|đồng chí|doanh nghiệp|thành viên|đài|trạm|trung tâm|thôn|cá nhân|"
    r"nhóm|tiểu ban|chuyên viên|cơ sở|hộ|chủ|lực lượng|ấp|đội|tổ|bộ phận|nhà trường|khối|"
    r"đảng bộ|chi (?:bộ|hội|đoàn|nhánh|cục)|chi(?=,))\b"
)
UNIT = compiled(rf"(?:{_PLURALS}(?:{HEADS})(?!\w)|{_PLURAL_ONLY}|{_LETTERS})", re.IGNORECASE)
