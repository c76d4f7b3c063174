"""Choices of the newsroom."""

from django.db import models


class StoryKind(models.TextChoices):
    """What a story is; it decides which facts are asked."""

    NEWS = "news", "tin, bài"
    PHOTOS = "photos", "phóng sự ảnh"
    VIDEO = "video", "video"
    PLACE = "place", "địa điểm"
    OPPORTUNITY = "opportunity", "cơ hội đầu tư"
    PRODUCT = "product", "sản phẩm"
    EVENT = "event", "sự kiện"
    DOCUMENT = "document", "văn bản"
    CLARIFICATION = "clarification", "thông tin giải thích, làm rõ"
    FIXED = "fixed", "trang giới thiệu"


class Content(models.TextChoices):
    """The kinds of external information (Nghị định 72/2015/NĐ-CP, Điều 7 to 10)."""

    OFFICIAL = "official", "thông tin chính thức về Việt Nam"
    IMAGE = "image", "thông tin quảng bá hình ảnh Việt Nam"
    WORLD = "world", "thông tin tình hình thế giới vào Việt Nam"
    EXPLANATION = "explanation", "thông tin giải thích, làm rõ"


class Section(models.TextChoices):
    """Where a portal shows a story: its three doors, its columns, and what the law asks of it."""

    INVEST = "dau-tu", "đầu tư"
    VISIT = "du-lich", "du lịch, văn hóa"
    OVERSEAS = "kieu-bao", "kiều bào"
    SEA = "bien-dao", "biển, đảo quê hương"
    NEWS = "tin", "tin, bài"
    CLARIFIED = "lam-ro", "giải thích, làm rõ"
    DOCUMENTS = "van-ban", "văn bản"
    ABOUT = "gioi-thieu", "giới thiệu"


class Channel(models.TextChoices):
    """Where a planned story is to appear."""

    PORTAL = "portal", "cổng thông tin"
    RADIO = "radio", "loa, đài"
    SOCIAL = "social", "mạng xã hội"
    BOARD = "board", "bảng tin"


class Step(models.TextChoices):
    """Who has to agree before the public sees a story, in this order."""

    EDITOR = "editor", "biên tập"
    CONFIDENTIALITY = "confidentiality", "kiểm tra bảo mật"


class Reason(models.TextChoices):
    """Why a story may not appear: a code only, so that the reason tells no secret itself."""

    FACTS = "E1", "thiếu hoặc sai dữ kiện"
    SOURCES = "E2", "thiếu nguồn, bản quyền"
    WORDING = "E3", "câu chữ, trình bày"
    TRANSLATION = "E4", "bản dịch chưa khớp"
    POSITION = "K1", "vị trí, lực lượng"
    PERSON = "K2", "cá nhân"
    NOT_PERMITTED = "K3", "chưa được phép công bố"
    IN_PERSON = "K4", "trao đổi trực tiếp"


REASONS = {
    Step.EDITOR: (Reason.FACTS, Reason.SOURCES, Reason.WORDING, Reason.TRANSLATION),
    Step.CONFIDENTIALITY: (
        Reason.POSITION,
        Reason.PERSON,
        Reason.NOT_PERMITTED,
        Reason.IN_PERSON,
    ),
}


class State(models.TextChoices):
    """Where a story stands; it follows from what was done and is never set by itself."""

    DRAFT = "draft", "đang viết"
    AT_EDITOR = "at_editor", "chờ biên tập"
    AT_CONFIDENTIALITY = "at_confidentiality", "chờ kiểm tra bảo mật"
    SENT_BACK = "sent_back", "chuyển lại"
    CLEARED = "cleared", "đã duyệt"
    SCHEDULED = "scheduled", "đã lên lịch"
    LIVE = "live", "đã đăng"
    WITHDRAWN = "withdrawn", "đã rút"


class Act(models.TextChoices):
    """What a publication was."""

    PUBLISHED = "published", "đăng"
    CORRECTED = "corrected", "đính chính"
    WITHDRAWN = "withdrawn", "rút"


class CopyState(models.TextChoices):
    """What became of a copy after the story changed (promise N15)."""

    CURRENT = "current", "đúng bản mới"
    STALE = "stale", "còn bản cũ"
    CANNOT_RECALL = "cannot_recall", "không thu hồi được"


class Finding(models.TextChoices):
    """What a clarification found of a claim."""

    FALSE = "false", "sai"
    LACKS_CONTEXT = "lacks_context", "thiếu bối cảnh"
    PARTLY_TRUE = "partly_true", "đúng một phần"
    TRUE = "true", "đúng"
    UNDER_REVIEW = "under_review", "đang xác minh"


class Consent(models.TextChoices):
    """Whether people shown agreed (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15)."""

    NOBODY = "nobody", "không có người nhận ra được"
    GIVEN = "given", "người trong ảnh đã đồng ý"
    PUBLIC_EVENT = "public_event", "ảnh hoạt động công khai"
    UNKNOWN = "unknown", "chưa hỏi"


class Answer(models.TextChoices):
    """What a reader says of a page."""

    USEFUL = "useful", "có ích"
    PARTLY = "partly", "chưa đủ"
    USELESS = "useless", "không có ích"
