"""The verbs that duties are written with, and where a predicate begins after a unit's name."""

import re

_DUTY_VERBS = """
chủ trì|chủ động|phối hợp|tham mưu|xây dựng|ban hành|triển khai|tổ chức|thực hiện|tiếp tục|
tăng cường|đẩy mạnh|đẩy nhanh|hướng dẫn|đôn đốc|kiểm tra|giám sát|theo dõi|tổng hợp|báo cáo|
rà soát|cập nhật|bố trí|cân đối|đề xuất|cung cấp|tuyên truyền|phổ biến|quán triệt|chỉ đạo|
lãnh đạo|chịu trách nhiệm|có trách nhiệm|kịp thời|khẩn trương|nghiêm túc|thường xuyên|định kỳ|
phát huy|nâng cao|hoàn thiện|hoàn thành|lập|trình|gửi|thẩm định|phê duyệt|bảo đảm|đảm bảo|
hỗ trợ|tạo điều kiện|khuyến khích|vận động|phát động|biểu dương|khen thưởng|xử lý|giải quyết|
tiếp nhận|phân loại|ngăn chặn|phòng ngừa|đấu tranh|khắc phục|sửa đổi|bổ sung|nghiên cứu|
ứng dụng|đổi mới|lồng ghép|bám sát|định hướng|quản lý|vận hành|duy trì|khai thác|sử dụng|
chuẩn bị|đăng ký|tập trung|ưu tiên|kiện toàn|củng cố|thành lập|công bố|công khai|phản ánh|
quan tâm|tích cực|phụ trách|đề nghị|yêu cầu|phân công|tham gia|thu hút|khảo sát|đánh giá|
thống kê|xác định|cụ thể hóa|hợp tác|mở rộng|phát triển|thúc đẩy|huy động|đầu tư|kết nối|
chia sẻ|đăng tải|phát sóng|đưa tin|giới thiệu|quảng bá|tiếp thu|tháo gỡ|sơ kết|tổng kết|
thi đua|nêu cao|nêu rõ|trình bày|chú trọng|kiên quyết|xúc tiến|ra mắt|in ấn|làm đầu mối|
là đầu mối|là cơ quan|thu thập|nghiêm chỉnh|chấp hành|làm việc|biên tập|sản xuất|xuất bản|
thông tin|thông báo|tư vấn|cải cách|cắt giảm|quy hoạch|đào tạo|bồi dưỡng|tập huấn|kiểm soát|
điều tra|xác minh|khoanh định|lắp đặt|trang bị|nắm|bảo vệ|giữ vững|giữ gìn|đa dạng hóa|
tích hợp|số hóa|sớm|hình thành|mời|cử|rút kinh nghiệm|giao|giúp|không để|không|chỉ thực hiện|
tăng tốc|tuân thủ|hoàn tất|tham vấn|thu hồi|thiết lập|nâng cấp|tối ưu|thử nghiệm|trao đổi|
lấy ý kiến|tạo|làm tốt|làm rõ|cam kết|chuyển đổi|liên kết|tôn vinh|động viên|khơi dậy|kết hợp|
gắn|lựa chọn|hạn chế|chống|phòng, chống|sẵn sàng|điều phối|cảnh báo|vận dụng|tiến hành|
sắp xếp|điều chỉnh|tranh thủ|đề ra|hưởng ứng|treo|
phát thanh|trang trí|tăng|trực|vệ sinh|thăm hỏi|tặng
""".replace("\n", "")
_VERB = re.compile(rf"(?:{_DUTY_VERBS})(?!\w)", re.IGNORECASE)
# Verbs that begin a predicate and are not part of a unit's own name or description.
_PREDICATE_VERBS = """
có trách nhiệm|chịu trách nhiệm|chủ trì|phối hợp|chủ động|căn cứ|trên cơ sở|theo chức năng|
theo dõi|theo nhiệm vụ|tham mưu|xây dựng|ban hành|triển khai|
thực hiện|tiếp tục|tăng cường|đẩy mạnh|hướng dẫn|đôn đốc|rà soát|cập nhật|bố trí|cân đối|
đề xuất|tuyên truyền|phổ biến|quán triệt|chỉ đạo|lãnh đạo|kịp thời|khẩn trương|nghiêm túc|
thường xuyên|định kỳ|phát huy|nâng cao|hoàn thiện|hoàn thành|lập|trình|gửi|thẩm định|
phê duyệt|bảo đảm|đảm bảo|hỗ trợ|tạo điều kiện|vận động|xử lý|giải quyết|tiếp nhận|nghiên cứu|
ứng dụng|đổi mới|lồng ghép|bám sát|định hướng|duy trì|chuẩn bị|tập trung|ưu tiên|kiện toàn|
củng cố|thành lập|công bố|quan tâm|tích cực|tham gia|khảo sát|đánh giá|thống kê|tiếp thu|
tháo gỡ|nêu cao|báo cáo|tổng hợp|giúp|làm đầu mối|là đầu mối|là cơ quan|nắm|
(?<!ứng )(?<!bầu )cử|đăng tải|biên tập|phản ánh|tiến hành|giao|phân công|xem xét|phải|cần|sẽ|
thông báo|kiểm tra|quản lý|giám sát|đăng ký|cung cấp|huy động|phát động|nhận|được giao|
sử dụng|mở|viết|sản xuất|phát sóng|thông tin|sẵn sàng|có ý kiến|thống nhất|yêu cầu|đề nghị|
điều phối|ra quân|đồng hành|phát triển|làm việc|trực tiếp|tuần tra|
kiểm soát|xác minh|trao đổi|trang trí|treo|đưa tin|tọa đàm|
tăng|niêm yết|chấp hành|phòng ngừa|ngăn chặn|đấu tranh|khắc phục|bảo vệ|đầu tư|
thu thập|sắp xếp|khai thác|tiến hành|cam kết|đẩy nhanh|quảng bá|giới thiệu|kết nối
""".replace("\n", "")
# "tổ chức" is a verb where it is not the noun of "các tổ chức, cá nhân", "tổ chức chính trị".
_ORGANISE = (
    r"(?<!các )(?<!quan, )(?<!, )(?<!do )tổ chức(?! (?:chính trị|đoàn thể|thành viên|xã hội|"
    r"liên quan|có liên|kinh tế|tín dụng|đảng|và|cá nhân|trong|hoạt động|khác|quốc tế)|,)"
)
PREDICATE = re.compile(rf"(?<!\w)(?:{_PREDICATE_VERBS}|{_ORGANISE})(?!\w)")
STRONG_PREDICATE = re.compile(r"(?<!\w)(?:có trách nhiệm|chịu trách nhiệm)(?!\w)")
_ADVERB = re.compile(
    r"(?:cần|phải|sẽ|cùng|đồng thời|hằng năm|hàng năm|tiếp tục|chủ động|kịp thời|thường xuyên)\s+",
    re.IGNORECASE,
)


def begins_with_verb(words: str) -> bool:
    """Whether the words begin as a duty does, with what is to be done.

    >>> begins_with_verb("Rà soát, bổ sung danh mục"), begins_with_verb("Kinh phí thực hiện")
    (True, False)
    """
    return (
        _VERB.match(_ADVERB.sub("", words, count=1)) is not None or _VERB.match(words) is not None
    )
