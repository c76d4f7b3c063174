"""Verbs that are part of a unit's name or describe it, and so begin no predicate."""

import re

from haidang.text.understanding.words.letters import compiled

# A verb right after these is part of the name: "Tổ kiểm tra", "Ban chỉ đạo".
_NAMED_BY_VERB = re.compile(
    r"\b(?:tổ|đội|đoàn|ban|tiểu ban|ủy ban|uỷ ban|hội đồng|nhóm|"
    r"(?<!biên )(?<!quốc )phòng|trung tâm|văn phòng)\s*$",
    re.IGNORECASE,
)
_NAMING = re.compile(
    r"kiểm tra|chỉ đạo|quản lý|giám sát|thẩm định|tiếp nhận|tuyên truyền|thông tin|"
    r"xây dựng|vận động|nghiên cứu|hỗ trợ|"
    r"điều phối|đánh giá|chấp hành|thống kê|xử lý|giải quyết|khảo sát|ứng dụng|phát triển|"
    r"hòa giải|tuần tra|bảo vệ|tiếp công dân|phản ứng|soạn thảo|biên tập|tư vấn|vận hành|"
    r"bồi dưỡng|đào tạo|kiểm kê|truy quét|đăng ký|lựa chọn|nghiệm thu|bàn giao|thẩm tra|giúp"
)
_ORGANISERS = re.compile(r"\bban\s*$", re.IGNORECASE)  # but "Tỉnh đoàn tổ chức …"
_PASSIVE = re.compile(r"\b(?:được|do|bị|để|nhằm)\s*$")  # or an aim, not a predicate
# After these a verb may still describe: "cơ quan quản lý nhà nước", "đơn vị phối hợp".
_MAY_DESCRIBE = re.compile(
    r"(?:cơ quan|đơn vị|doanh nghiệp|tổ chức|"  # of others only where they head the name:
    r"(?:^|(?<!\w)(?:các|những|mỗi|từng|và|,)\s+)(?:cơ sở|hộ|cá nhân|bộ phận|lực lượng|cán bộ|"
    r"công chức|viên chức|chuyên viên|trường|chủ))$",
    re.IGNORECASE,
)
# "Ban Quản lý dự án đầu tư xây dựng" is one name.
_IN_A_NAME = re.compile(r"(?:dự án|QLDA|đầu tư|công trình|quỹ)\s*$")
_OF_PRESS = re.compile(r"\bBáo và\s*$")  # "Báo và phát thanh, truyền hình …"
_LEADERS = re.compile(r"(?:đại diện|đồng chí|tập thể|các|ban)\s*$", re.IGNORECASE)
_OF_A_NAME = re.compile(r"đầu tư|xây dựng|phát triển|bảo vệ|hỗ trợ")
# A deed with a capital right after the noun goes on: "Trung tâm Xúc tiến đầu tư, thương mại".
_NAMED_BY_DEED = compiled(
    r"\b(?:Trung tâm|Ban|Chi cục|Cục|Tổng cục|Phòng|Văn phòng|Quỹ|Viện|Hội|Tổ|Đội|Công ty|Trạm|"
    r"Ngân hàng|Cơ quan)\s+(?:Quản lý|Xúc tiến|Phát triển|Kiểm soát|Hỗ trợ|Thông tin|Đăng ký|"
    r"Đầu tư|Bảo trợ|Bảo vệ|Cung ứng|Phục vụ|Khuyến công|Tư vấn|Khai thác|Kiểm định|Nghiên cứu|"
    r"Ứng dụng|Giám sát|Điều hành|Bồi dưỡng|Đào tạo)$"
)
_DESCRIPTIVE = re.compile(
    r"(?:quản lý|kiểm tra|giám sát|thông tin|cung cấp|sử dụng|chủ trì|phối hợp|tiếp nhận|"
    r"tham mưu|tuyên truyền|thực hiện|sản xuất|đào tạo|tư vấn|đầu tư|khai thác|bồi dưỡng|"
    r"trực tiếp|lập|tổng hợp|theo dõi|báo cáo|được giao|tham gia|tổ chức|xử lý|vận hành|giúp)"
)
_DESCRIBES = compiled(
    r"(?:\b(?:có|và|thuộc|hoạt động|lĩnh vực|nhiệm vụ|công tác|mục|người|việc|"
    r"hành))\s*$"
)

_NEAR = 48  # letters before a verb that tell whether it belongs to the name


def is_named_by(before: str, verb: str) -> bool:
    """Whether the verb after these words belongs to the name: "Tổ kiểm tra"."""
    before = before[-_NEAR:]
    return bool(
        _PASSIVE.search(before)
        or (_NAMED_BY_VERB.search(before) and _NAMING.match(verb))
        or (verb == "tổ chức" and _ORGANISERS.search(before))
        or (_IN_A_NAME.search(before) and _OF_A_NAME.match(verb))
        or _NAMED_BY_DEED.search(before)
        or (verb == "phát thanh" and _OF_PRESS.search(before))
        or (verb == "lãnh đạo" and _LEADERS.search(before))
    )


def describes(before: str) -> bool:
    """Whether words end such that a verb after them describes: "các cơ quan thuộc …"."""
    return _DESCRIBES.search(before[-_NEAR:]) is not None


def may_describe(before: str, verb: str) -> bool:
    """Whether the verb may only describe: "cơ quan quản lý nhà nước", "đơn vị phối hợp"."""
    near = before[-_NEAR:]
    return _MAY_DESCRIBE.search(near) is not None and _DESCRIPTIVE.match(verb) is not None
