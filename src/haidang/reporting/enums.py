"""Choices of the reporting room, and the moves between states."""

from django.db import models


class RoundStatus(models.TextChoices):
    """Where a round of reports stands."""

    OPEN = "open", "đang mở"
    CONSOLIDATED = "consolidated", "đã chốt số liệu"


class ReportStatus(models.TextChoices):
    """Where one unit's report stands."""

    NOT_STARTED = "not_started", "chưa mở"
    DRAFT = "draft", "đang soạn"
    SUBMITTED = "submitted", "đã gửi"
    IN_REVIEW = "in_review", "đang xem xét"
    RETURNED = "returned", "trả lại để bổ sung"
    ACCEPTED = "accepted", "tiếp nhận"


class SectionKind(models.TextChoices):
    """Whether a section of an outline asks for figures or for words."""

    FIGURES = "figures", "số liệu"
    PROSE = "prose", "phần lời"


class DifferenceReason(models.TextChoices):
    """Why a reported figure is not the one that the log gives."""

    NOT_LOGGED = "not_logged", "hoạt động chưa ghi nhật ký"
    COUNTED_TWICE = "counted_twice", "nhật ký ghi trùng"
    WRONG_ENTRY = "wrong_entry", "nhật ký ghi sai"
    OTHER_SOURCE = "other_source", "số lấy từ nguồn khác"


class RemarkKind(models.TextChoices):
    """What a reviewer finds wrong at one place of a report."""

    NO_EVIDENCE = "no_evidence", "thiếu minh chứng"
    WRONG_UNIT = "wrong_unit", "sai đơn vị tính"
    MISMATCH = "mismatch", "số không khớp"
    MISSING = "missing", "thiếu nội dung"
    OTHER = "other", "khác"


ROUND_MOVES: dict[RoundStatus, frozenset[RoundStatus]] = {
    RoundStatus.OPEN: frozenset({RoundStatus.CONSOLIDATED}),
    # A round may be frozen again when late reports come in; the earlier snapshot stays.
    RoundStatus.CONSOLIDATED: frozenset({RoundStatus.CONSOLIDATED}),
}
REPORT_MOVES: dict[ReportStatus, frozenset[ReportStatus]] = {
    ReportStatus.NOT_STARTED: frozenset({ReportStatus.DRAFT}),
    ReportStatus.DRAFT: frozenset({ReportStatus.SUBMITTED}),
    ReportStatus.SUBMITTED: frozenset({ReportStatus.IN_REVIEW}),
    ReportStatus.IN_REVIEW: frozenset({ReportStatus.RETURNED, ReportStatus.ACCEPTED}),
    ReportStatus.RETURNED: frozenset({ReportStatus.SUBMITTED}),
    ReportStatus.ACCEPTED: frozenset(),
}
EDITABLE = frozenset({ReportStatus.NOT_STARTED, ReportStatus.DRAFT, ReportStatus.RETURNED})
