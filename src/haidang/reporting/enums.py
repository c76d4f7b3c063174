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
    # Its unit ended before the report was accepted; the unit that goes on for it reports instead.
    HANDED_OVER = "handed_over", "đơn vị kế thừa báo cáo"


class RegimeKind(models.TextChoices):
    """Why a report is written (Nghị định 09/2019/NĐ-CP)."""

    PERIODIC = "periodic", "định kỳ"
    THEMATIC = "thematic", "chuyên đề"
    AD_HOC = "ad_hoc", "đột xuất"


class ContentKind(models.TextChoices):
    """What a regime asks for: it must say so (Nghị định 09/2019/NĐ-CP)."""

    BOTH = "both", "số liệu và lời văn"
    FIGURES = "figures", "số liệu"
    PROSE = "prose", "lời văn"


class Preset(models.TextChoices):
    """Which days a report counts: those of a programme, with an estimate, or those of the decree.

    Under `PROGRAMME` a report is sent before its period ends: it counts the log up to a day and
    says what the whole comes to. Under `DECREE` it is sent after (NĐ 09/2019, Điều 12).
    """

    PROGRAMME = "A", "theo chương trình: gửi trước khi hết kỳ, có cột ước thực hiện"
    DECREE = "B", "theo Nghị định 09/2019: gửi khi đã hết kỳ số liệu"


class SectionKind(models.TextChoices):
    """Whether a section of an outline asks for figures or for words."""

    FIGURES = "figures", "số liệu"
    PROSE = "prose", "phần lời"


class ChoiceKind(models.TextChoices):
    """What the office decides about words of units when it puts a report together."""

    LEAVE_OUT = "leave_out", "để ngoài"
    PUT_BACK = "put_back", "đưa lại"
    MERGE = "merge", "gộp"
    ORDER = "order", "xếp lại"


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
    ReportStatus.NOT_STARTED: frozenset({ReportStatus.DRAFT, ReportStatus.HANDED_OVER}),
    ReportStatus.DRAFT: frozenset({ReportStatus.SUBMITTED, ReportStatus.HANDED_OVER}),
    # Its sender may take it back while nobody took it up: to where it stood before it was sent.
    ReportStatus.SUBMITTED: frozenset(
        {ReportStatus.IN_REVIEW, ReportStatus.DRAFT, ReportStatus.RETURNED}
    ),
    ReportStatus.IN_REVIEW: frozenset({ReportStatus.RETURNED, ReportStatus.ACCEPTED}),
    ReportStatus.RETURNED: frozenset({ReportStatus.SUBMITTED, ReportStatus.HANDED_OVER}),
    ReportStatus.ACCEPTED: frozenset(),
    ReportStatus.HANDED_OVER: frozenset(),
}
EDITABLE = frozenset({ReportStatus.NOT_STARTED, ReportStatus.DRAFT, ReportStatus.RETURNED})


class Criterion(models.TextChoices):
    """What a unit's work is scored by."""

    ON_TIME = "on_time", "gửi báo cáo đúng hạn"
    ONCE = "once", "báo cáo không bị trả lại"
    TASKS = "tasks", "hoàn thành nhiệm vụ được giao"
    GOALS = "goals", "đạt chỉ tiêu được giao"
    QUALITY = "quality", "chất lượng báo cáo"
