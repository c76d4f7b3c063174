"""What a section is about, told by its heading: whether it can hold duties, and its bucket."""

import re
from enum import StrEnum

from haidang.text.blocks import Bucket


class Kind(StrEnum):
    """The kinds of section that matter to what may be a duty in it."""

    PURPOSE = "purpose"
    REQUIREMENT = "requirement"
    PURPOSE_AND_REQUIREMENT = "purpose and requirement"
    TARGET = "target"
    DIRECTION = "direction"  # what is to be done, mostly without a word of who does it
    TASK = "task"  # who does what
    FUNDING = "funding"
    FACTS = "facts"  # when, where, with whom
    RESULTS = "results"
    REQUESTS = "requests"  # what is asked of the level above
    FORM = "form"  # outlines and forms to be filled in
    OTHER = "other"


_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (Kind.PURPOSE_AND_REQUIREMENT, r"mục đích.*yêu cầu|yêu cầu.*mục đích|mục tiêu.*yêu cầu"),
        (Kind.PURPOSE, r"^\W*(?:mục đích|quan điểm|ý nghĩa|sự cần thiết|tư tưởng chỉ đạo)"),
        (Kind.REQUIREMENT, r"^\W*(?:yêu cầu|nguyên tắc)"),
        (Kind.RESULTS, r"^\W*(?:tình hình,? )?(?:kết quả|tình hình) (?:thực hiện|triển khai)\b"),
        (Kind.FORM, r"đề cương|^mẫu|biểu mẫu|phụ biểu"),
        (
            Kind.TASK,
            (
                r"tổ chức thực hiện|tổ chức triển khai|phân công|trách nhiệm|chế độ (?:thông tin|"
                r"báo cáo)|công tác chuẩn bị"
                r"|^\W*thực hiện và báo cáo|kiểm tra, đôn đốc|^\W*chuẩn bị|^\W*nhiệm vụ của|"
                r"thống nhất$|^\W*nội dung yêu cầu|^\W*(?:ý kiến )?kết luận(?! (?:thanh|kiểm) tra)"
            ),
        ),
        (Kind.FUNDING, r"kinh phí|nguồn lực|nguồn vốn|^\W*dự toán|^\W*phương tiện"),
        (
            Kind.DIRECTION,
            (
                r"nhiệm vụ|giải pháp|phương hướng|nội dung (?:kế hoạch|thực hiện|trọng tâm|chủ yếu|"
                r"công việc|hoạt động|"
                r"triển khai|tuyên truyền|phối hợp|hợp tác|chính|cụ thể|công tác|và)|nội dung,|"
                r"các hoạt động|hoạt động (?:chính|trọng tâm)|biện pháp|thời gian tới|"
                r"phương án (?:ứng phó|tổ chức|triển khai|thực hiện|cụ thể)"
            ),
        ),
        (Kind.TARGET, r"mục tiêu|chỉ tiêu"),
        (Kind.REQUESTS, r"kiến nghị|đề xuất"),
        (
            Kind.RESULTS,
            (
                r"hiện trạng|thực trạng|kết quả|tình hình|khó khăn|tồn tại|hạn chế|"
                r"^\W*(?:nhận xét,? |nhìn nhận,? )?đánh giá|đánh giá (?:chung|việc|công tác)|"
                r"quá trình|bố cục|thuận lợi|ưu điểm|ý kiến của|tóm tắt"
            ),
        ),
        (
            Kind.FACTS,
            (
                r"thời gian(?! tới)|địa điểm|đối tượng|thành phần|phạm vi|nội dung(?! khác)|"
                r"phương thức|hình thức|^\W*quy mô|"
                r"chủ trì"
            ),
        ),
    )
)
_CONTENT = re.compile(r"NỘI DUNG(?: TUYÊN TRUYỀN)?")  # the working part, as a main heading
_FACTS_ANYWHERE = re.compile(
    r"\W*(?:thời gian(?! tới)|địa điểm|đối tượng|thành phần|phạm vi|quy mô|"
    r"hình thức(?: tổ chức| họp| thi| tham gia)?\W*$)(?!\w)"
)
_REQUESTS = re.compile(r"\W*(?:những |một số |các )?(?:đề xuất|kiến nghị)")
_AHEAD = re.compile(  # what is still to be done, in a chapter on what was done
    r"nhiệm vụ.*(?:thời gian tới|tiếp theo|trọng tâm|(?:tháng|quý|năm)\s+(?:tới|tiếp|\d|[ivx]+\b))"
)
_FIXED = frozenset(
    {Kind.PURPOSE_AND_REQUIREMENT, Kind.FORM, Kind.RESULTS, Kind.REQUESTS, Kind.FACTS, Kind.TARGET}
)
WORKING = frozenset({Kind.DIRECTION, Kind.TASK})
_BUCKETS = {
    Kind.PURPOSE: Bucket.PURPOSE,
    Kind.REQUIREMENT: Bucket.REQUIREMENT,
    Kind.PURPOSE_AND_REQUIREMENT: Bucket.PURPOSE,
    Kind.TARGET: Bucket.TARGET,
    Kind.DIRECTION: Bucket.DIRECTION,
    Kind.FUNDING: Bucket.FORMALITY,  # whoever is to provide the money has a duty laid over it
}


def kind_of_section(title: str, parent: Kind | None) -> Kind:
    """The kind that a heading gives its section; below a heading that settles it, the parent's.

    >>> kind_of_section("PHƯƠNG HƯỚNG, NHIỆM VỤ", None)
    <Kind.DIRECTION: 'direction'>
    """
    words = title.casefold()
    if _CONTENT.fullmatch(title.strip(" .:")):
        return Kind.DIRECTION
    found = next((kind for kind, pattern in _KINDS if pattern.search(words)), Kind.OTHER)
    if parent is None or parent is Kind.OTHER:
        return found
    if parent is Kind.PURPOSE_AND_REQUIREMENT and found in (Kind.PURPOSE, Kind.REQUIREMENT):
        return found
    if parent in WORKING:
        plain_purpose = found in (Kind.PURPOSE, Kind.REQUIREMENT) or (
            found is Kind.TARGET and len(words) < 30
        )
        if re.match(
            r"\W*(?:hiện trạng|thực trạng|đánh giá chung|kết quả đạt|tồn tại|hạn chế)", words
        ):
            return Kind.RESULTS
        if _REQUESTS.match(words):
            return Kind.REQUESTS
        if _FACTS_ANYWHERE.match(words):
            return Kind.FACTS
        return found if plain_purpose else parent
    if parent is Kind.RESULTS and found in WORKING and _AHEAD.search(words):
        return found
    if parent in _FIXED or found is Kind.OTHER:
        return found if found is Kind.TASK and parent is Kind.FACTS else parent
    return found


def bucket_of(kind: Kind | None) -> Bucket:
    """The bucket of a sentence that is nothing more particular than part of its section."""
    return _BUCKETS.get(kind or Kind.OTHER, Bucket.UNRESOLVED)
