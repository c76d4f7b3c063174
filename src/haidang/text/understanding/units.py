"""Names of units and posts as plans write them, found by the noun they begin with."""

import re
from dataclasses import dataclass

from haidang.text.understanding.letters import compiled
from haidang.text.understanding.verbs import PREDICATE, STRONG_PREDICATE

_HEADS = (
    r"[ỦU][yỷ] ban|UBND|UBMTTQ|MTTQ|Mặt trận|HĐND|TT\.? HĐND|Hội đồng|Thường trực|Ban(?! hành)|Sở|"
    r"Bộ(?! (?:tiêu|máy|chỉ số|luật|phận))|Phòng(?!,| (?:ngừa|chống|tránh))|Văn phòng|VP|"
    r"Trung tâm(?! (?:thị|của))|Đài|Báo(?! cáo)|"
    r"Trạm|Trường(?! (?:hợp|kỳ))|Công an|Đồn|Bộ đội|Quân|Thanh tra(?!,)|Thuế|Tổng cục|Chi cục|"
    r"Cục|Vụ|Viện|Học viện|"
    r"Tò?[aà]? án|Toà án|Kho bạc|Ngân hàng|Bảo hiểm|Hội(?! (?:nghị|thảo|thi|diễn|họp|nhập))|"
    r"Liên đoàn|Liên minh|Liên hiệp|"
    r"Hiệp hội|Đoàn(?! kết)|Tổ(?! chức)|Tiểu ban|Tổng công ty|Công ty|Cty|Doanh nghiệp|Chi nhánh|"
    r"Hợp tác xã|HTX|Cổng|Trang|"
    r"Thành viên|Chủ tịch|Phó Chủ tịch|Phó [Cc]hủ tịch|Giám đốc|Phó Giám đốc|Chánh|Trưởng|"
    r"Phó Trưởng|Thủ trưởng|Hiệu trưởng|"
    r"Người đứng đầu|Lãnh đạo(?!,)|Đại diện|Cán bộ|Chuyên viên|Công chức|Đồng chí|Ông|Bà|Cơ quan|"
    r"Đơn vị|Địa phương|"
    r"Đảng ủy|Đảng uỷ|Huyện ủy|Tỉnh ủy|Thành ủy|Chi bộ|Cấp ủy|Viễn thông|Bưu điện|Điện lực|"
    r"Thành phố|Tỉnh(?! hình)|Huyện|"
    r"Xã(?! hội)|Phường|Thị trấn|Thị xã|Thôn|Khu phố|Ấp|Ngành|Cụm|Bệnh viện|Nhà văn hóa|Thư viện|"
    r"Bảo tàng|Tập đoàn|Kiểm toán|"
    r"Viện kiểm sát|Hải quan|BCH|Ban Chỉ huy|Thông tấn xã|Vụ trưởng|Cục trưởng|Bộ trưởng|"
    r"Tổ chức(?= (?:chính trị|đoàn thể|thành viên))|"
    r"Đoàn thể|Chủ đầu tư|Chính quyền|Lực lượng"
)
_PLURALS = r"(?:Các |Những |Toàn thể |Tập thể |Từng |Mỗi |Toàn bộ )?"
_PLURAL_ONLY = (
    r"(?:Các|Những) (?:cơ quan|đơn vị|địa phương|sở|ban|bộ|ngành|phòng|cấp|xã|phường|huyện|"
    r"tổ chức|hội|đoàn|trường|đồng chí|doanh nghiệp|thành viên|đài|trạm|trung tâm|thôn|cá nhân|"
    r"nhóm|tiểu ban|chuyên viên)\b"
)
UNIT = compiled(rf"(?:{_PLURALS}(?:{_HEADS})(?!\w)|{_PLURAL_ONLY})", re.IGNORECASE)
# A verb right after these is part of the name: "Tổ kiểm tra", "Ban chỉ đạo".
_NAMED_BY_VERB = re.compile(
    r"\b(?:tổ|đoàn|ban|tiểu ban|ủy ban|uỷ ban|hội đồng|nhóm|phòng|trung tâm)\s*$", re.IGNORECASE
)
_NAMING = re.compile(
    r"kiểm tra|chỉ đạo|quản lý|tổ chức|giám sát|thẩm định|tiếp nhận|tuyên truyền|thông tin|"
    r"xây dựng|vận động|nghiên cứu|hỗ trợ|"
    r"điều phối|đánh giá|chấp hành|thống kê|xử lý|giải quyết|khảo sát|ứng dụng|phát triển"
)
_PASSIVE = re.compile(r"\b(?:được|do|bị|để|nhằm)\s*$")  # or an aim, not a predicate
# After these a verb may still describe: "cơ quan quản lý nhà nước", "đơn vị phối hợp".
_MAY_DESCRIBE = re.compile(r"(?:cơ quan|đơn vị|doanh nghiệp|tổ chức)$", re.IGNORECASE)
_DESCRIPTIVE = re.compile(
    r"(?:quản lý|kiểm tra|giám sát|thông tin|cung cấp|sử dụng|chủ trì|phối hợp|tiếp nhận|"
    r"tham mưu|tuyên truyền|thực hiện)"
)
_DESCRIBES = compiled(
    r"(?:\b(?:có|và|thuộc|hoạt động|lĩnh vực|nhiệm vụ|công tác|mục|người|việc|"
    r"hành))\s*$"
)
_AFTER_ADVERB = compiled(r"(?:\s+(?:cần|phải|sẽ|có nhiệm vụ|chủ động|tiếp tục|theo))+\s*$")
_STATES = re.compile(r"(?<!nhất)\s(?:là|gồm|bao gồm|thì)\s")  # a statement of who is who
_COMMAS = re.compile(r"[,;]\s+|\bthì\s+")
_LONGEST = 700


@dataclass(frozen=True, slots=True)
class Subject:
    """A unit as the subject of a clause: where it stands and where its predicate begins."""

    start: int
    end: int
    predicate: int


def subject_at(text: str, start: int) -> Subject | None:
    """The unit that the clause at `start` begins with, if a predicate follows it."""
    head = UNIT.match(text, start)
    if not head:
        return None
    limit = min(len(text), start + _LONGEST)
    stop = compiled(r"[.;](?:\s|$)|\./").search(text, start, limit)
    limit = stop.start() if stop and not _is_list_of_units(text, start, stop.start()) else limit
    strong = STRONG_PREDICATE.search(text, start, limit)
    doubtful: int | None = None
    for verb in PREDICATE.finditer(text, head.end(), limit):
        before = text[start : verb.start()].rstrip()
        if strong and strong.start() > verb.start() and "được" in before:
            return _subject(text, start, strong.start())
        if _DESCRIBES.search(before) or _is_named_by(before, verb.group()):
            continue
        if _MAY_DESCRIBE.search(before) and _DESCRIPTIVE.match(verb.group()):
            doubtful = verb.start() if doubtful is None else doubtful
            continue
        return _subject(text, start, verb.start())
    return _subject(text, start, doubtful) if doubtful is not None else None


def _is_named_by(before: str, verb: str) -> bool:
    return bool(_PASSIVE.search(before) or (_NAMED_BY_VERB.search(before) and _NAMING.match(verb)))


def _subject(text: str, start: int, predicate: int) -> Subject | None:
    end = _trimmed(text, start, predicate)
    if end <= start + 2 or _STATES.search(text, start, end):
        return None
    return Subject(start, end, predicate)


def _is_list_of_units(text: str, start: int, stop: int) -> bool:
    """Whether a semicolon parts units and not clauses: "Sở A; Sở B; các ngành …"."""
    return (
        text[stop] == ";"
        and bool(UNIT.match(text, stop + 2))
        and not PREDICATE.search(text, start, stop)
    )


def _trimmed(text: str, start: int, end: int) -> int:
    before = text[start:end].rstrip(" ,:-–")
    before = _AFTER_ADVERB.sub("", before).rstrip(" ,:-–")
    before = re.sub(r",\s*(?:trên cơ sở|căn cứ|theo|qua|để)\s[^,]*$", "", before)
    return start + len(before)


def subject_of(text: str, start: int = 0) -> Subject | None:
    """The unit that acts in the clause, also after an introduction: "Căn cứ …, các sở, ngành …"."""
    if found := subject_at(text, start):
        return found
    if not _INTRODUCTION.match(text, start):
        return None
    for comma in list(_COMMAS.finditer(text, start, start + 420))[:8]:
        if _ALREADY_TOLD.search(text, start, comma.start()):
            return None
        if found := subject_at(text, comma.end()):
            return found
    return None


_INTRODUCTION = compiled(
    r"(?:Căn cứ|Trên cơ sở|Theo(?! dõi| quy định tại)|Trong quá trình|Trong trường hợp|"
    r"Trường hợp|Nếu|Khi|Sau khi|Đối với|Hằng|Hàng|Định kỳ|"
    r"Để|Nhằm|Từ|Trước|Đến|Ngoài|Với|Đồng thời)\b",
    re.IGNORECASE,
)
_ALREADY_TOLD = re.compile(r"(?<!\w)(?:phối hợp|chủ trì|giao|đề nghị|yêu cầu)\s")
_LEAD_IN = compiled(
    r"(?:Giao(?: cho)?|Đề nghị|Yêu cầu|Đối với|Trách nhiệm(?: thực hiện)? của|"
    r"Nhiệm vụ(?: cụ thể)? của|Phân công|Đại diện)\s*:?\s+",
    re.IGNORECASE,
)


def unit_of_heading(title: str, whole: bool = False) -> str | None:
    """The unit that a heading names as the one to act: "Sở Tư pháp", "Giao Công an tỉnh".

    Where the section is all about who does what (`whole`), a heading that begins with a unit
    names it to its end: "Các sở, ngành chủ trì các dự án".
    """
    lead = _LEAD_IN.match(title)
    name = title[lead.end() if lead else 0 :].rstrip(" :.;")
    if not UNIT.match(name) or len(name) > 250:
        return None
    whole = whole or (lead is not None and lead.group().rstrip().endswith("của"))
    if whole and not _FULL_CLAUSE.search(name):
        return re.sub(r"\s+(?:có trách nhiệm|phối hợp|thực hiện|chủ trì)$", "", name)
    for verb in PREDICATE.finditer(name, 2):
        before = name[: verb.start()]
        part_of_name = _is_named_by(before, verb.group()) or _DESCRIBES.search(before.rstrip())
        if not part_of_name and not _WIDE_DESCRIPTION.search(before):
            return None
    return name


_WIDE_DESCRIPTION = re.compile(r"(?:các|thành viên|phụ trách|được)[^,;]*$")


_FULL_CLAUSE = re.compile(r"(?:có trách nhiệm|chịu trách nhiệm|chủ động|phối hợp với|căn cứ)\s")
_SPLIT = compiled(
    r"\s*[;]\s*|\s*,\s+(?=(?:UBND|MTTQ|HĐND|[A-Z]\w+\s|các\s+(?:Sở|sở|cơ quan|đơn vị|địa phương|"
    r"tổ chức|doanh nghiệp|phòng|ban|huyện|xã|đồng chí)\b))"
)
_NEW_UNIT = compiled(r"(?:Thuế|Thanh tra|Viễn thông|Bưu điện|Kho bạc|" + _HEADS + r")(?!\w)")


def split_units(words: str, columns: bool = False) -> tuple[str, ...]:
    """The units of a "phối hợp" phrase, generic ones kept whole.

    >>> split_units("Thuế tỉnh, Sở Công Thương, các sở, ngành liên quan")
    ('Thuế tỉnh', 'Sở Công Thương', 'các sở, ngành liên quan')
    """
    parts: list[str] = []
    for part in _SPLIT.split(words.strip(" .;,:")):
        begins = bool(_NEW_UNIT.match(part)) or bool(re.match(r"[Cc]ác\s", part))
        in_list = parts and re.search(r"(?:[Cc]ác|Bộ|Sở)\s*[^,;]*:", parts[-1]) and not begins
        if parts and (in_list or not begins):
            parts[-1] += ", " + part
        elif part:
            parts.append(part)
    if columns:
        parts = [
            half for part in parts for half in re.split(r"\s+và\s+(?=UBND|[ỦU][yỷ] ban)", part)
        ]
    return tuple(part.strip(" .;,:") for part in parts if part.strip(" .;,:"))
