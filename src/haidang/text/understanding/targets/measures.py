"""Units of measure (đơn vị tính) that plans count in."""

# What is counted, of several words before its first word alone.
_COUNTED = """
lượt người tham gia|lượt người dự|lượt người xem|lượt người nghe|lượt người|lượt khách du lịch|
lượt khách|lượt truy cập|lượt tương tác|lượt xem|lượt nghe|lượt tin|lượt|
tin, bài, ảnh|tin, bài, phóng sự|tin, bài|tin bài|tin|bài viết|bài báo|bài|phóng sự|chuyên mục|
chuyên đề|chuyên trang|chương trình phát thanh|chương trình văn nghệ|chương trình|bản tin|ấn phẩm|
video clip|video|clip|tờ rơi|tờ gấp|cuốn sổ tay|cuốn|quyển|bộ tài liệu|bộ|băng rôn|pa nô|pano|
áp phích|khẩu hiệu|cụm loa|loa|đài truyền thanh|trạm truyền thanh|điểm|
buổi tuyên truyền|buổi văn nghệ|buổi|cuộc thi|cuộc kiểm tra|cuộc họp|cuộc|hội nghị|hội thảo|hội thi|
hội diễn|lớp tập huấn|lớp bồi dưỡng|lớp|khóa|đợt|đoàn kiểm tra|đoàn|sự kiện|hoạt động|mô hình|
câu lạc bộ|tổ công nghệ số cộng đồng|tổ|nhóm|đội|
hộ gia đình|hộ dân|hộ nghèo|hộ|nhân khẩu|người dân|người lao động|người|cán bộ, công chức|cán bộ|
công chức|viên chức|đảng viên|hội viên|đoàn viên|học sinh|sinh viên|học viên|đại biểu|cộng tác viên|
tuyên truyền viên|báo cáo viên|giáo viên|khách|
xã, phường|xã|phường|thị trấn|huyện|thôn, bản|thôn, làng|thôn|ấp|khóm|bản|làng|khu dân cư|
cơ quan, đơn vị|cơ quan|đơn vị|trường học|trường|cơ sở|doanh nghiệp|hợp tác xã|hộ kinh doanh|
tổ chức|dự án|công trình|đề án|kế hoạch|văn bản|hồ sơ|thủ tục hành chính|thủ tục|dịch vụ công|
dịch vụ|nhiệm vụ|chỉ tiêu|vụ việc|vụ|trường hợp|sản phẩm|tuyến đường|tuyến|căn|nhà|cây|con|máy|
trạm|thiết bị|tài khoản|nội dung|giải pháp|lĩnh vực|tiêu chí|danh hiệu|giải|suất quà|suất|
giờ phát thanh|giờ phát sóng|phút phát thanh|phút phát sóng|thời lượng|lần|bậc|điểm phần trăm|
nghìn đồng|triệu đồng|tỷ đồng|đồng|USD|đô la|
km2|km²|km|m2|m²|m3|m³|ha|héc ta|hecta|mét|tấn|tạ|kg|lít|MW|kWh|Mbps
""".replace("\n", "").split("|")
_DURATIONS = "ngày làm việc|ngày|tuần|tháng|quý|năm|giờ|phút|giây|tuổi"
_PER = (
    r"(?:\s*/\s*(?:(?:01|1|một)\s+)?(?:năm|tháng|quý|tuần|ngày|buổi|người|hộ|xã|thôn|ấp|đơn vị|"
    r"lớp|trường|km2|ha|vụ|lần)|"
    r"\s+(?:mỗi|một|trong một|trong)\s+(?:năm|tháng|quý|tuần|ngày)(?!\s*\d))"
)
_NAMES = "|".join(sorted(_COUNTED, key=len, reverse=True))
MEASURE = rf"(?:(?:{_NAMES})(?!\w)(?:(?:\s\w{{1,12}}){{0,2}}?{_PER})?|(?:{_DURATIONS})(?!\w){_PER})"
DURATION = rf"(?:{_DURATIONS})(?!\w)"
_MONEY = ("đồng", "USD", "đô la")


def is_money(measure: str) -> bool:
    """Whether a measure is money.

    >>> is_money("triệu đồng"), is_money("lượt người")
    (True, False)
    """
    return measure.split("/", maxsplit=1)[0].strip().endswith(_MONEY)
