"""Choices of the documents room."""

from django.db import models


class EditionStatus(models.TextChoices):
    """Where an edition of a document stands."""

    DRAFT = "draft", "dự thảo"
    ISSUED = "issued", "đã ban hành"


EDITION_MOVES: dict[EditionStatus, frozenset[EditionStatus]] = {
    EditionStatus.DRAFT: frozenset({EditionStatus.ISSUED}),
    EditionStatus.ISSUED: frozenset(),
}


class NumberStatus(models.TextChoices):
    """Where a number of a series stands (NĐ 30/2020, Điều 15)."""

    RESERVED = "reserved", "đang giữ"
    USED = "used", "đã cấp"
    CANCELLED = "cancelled", "đã hủy"


NUMBER_MOVES: dict[NumberStatus, frozenset[NumberStatus]] = {
    NumberStatus.RESERVED: frozenset({NumberStatus.USED, NumberStatus.CANCELLED}),
    NumberStatus.USED: frozenset(),
    NumberStatus.CANCELLED: frozenset(),
}


class SlipStatus(models.TextChoices):
    """Where a routing slip stands."""

    OPEN = "open", "đang trình"
    AGREED = "agreed", "đã duyệt ký"
    SENT_BACK = "sent_back", "chuyển lại"
    RECALLED = "recalled", "đã rút trình"
    VOIDED = "voided", "hết hiệu lực vì văn bản đã sửa"


SLIP_MOVES: dict[SlipStatus, frozenset[SlipStatus]] = {
    SlipStatus.OPEN: frozenset(
        {SlipStatus.AGREED, SlipStatus.SENT_BACK, SlipStatus.RECALLED, SlipStatus.VOIDED}
    ),
    SlipStatus.AGREED: frozenset({SlipStatus.RECALLED, SlipStatus.VOIDED}),
    SlipStatus.SENT_BACK: frozenset(),
    SlipStatus.RECALLED: frozenset(),
    SlipStatus.VOIDED: frozenset(),
}


class StepStatus(models.TextChoices):
    """Where one step of a routing slip stands."""

    WAITING = "waiting", "chờ ý kiến"
    AGREED = "agreed", "đồng ý"
    SENT_BACK = "sent_back", "chuyển lại"


STEP_MOVES: dict[StepStatus, frozenset[StepStatus]] = {
    StepStatus.WAITING: frozenset({StepStatus.AGREED, StepStatus.SENT_BACK}),
    StepStatus.AGREED: frozenset(),
    StepStatus.SENT_BACK: frozenset(),
}


class Priority(models.IntegerChoices):
    """How urgent a document is (NĐ 30/2020, Phụ lục VI)."""

    USUAL = 0, "thường"
    URGENT = 1, "khẩn"
    VERY_URGENT = 2, "thượng khẩn"
    EXPRESS = 3, "hỏa tốc"


class SignedState(models.TextChoices):
    """What the verification of a signed copy found."""

    VALID = "valid", "hợp lệ"
    WEAK = "weak", "dùng thuật toán ký yếu"
    UNKNOWN_CHAIN = "unknown_chain", "nguyên vẹn, chưa rõ chuỗi chứng thư"
    BAD_CERTIFICATE = "bad_certificate", "chứng thư không dùng được lúc ký"
    OTHER_TEXT = "other_text", "nội dung khác bản trình"
    UNCHECKED = "unchecked", "có chữ ký không kiểm tra được"
    BROKEN = "broken", "đã bị sửa sau khi ký"
    UNSIGNED = "unsigned", "không có chữ ký"
