"""Choices of the orgs room."""

from django.db import models


class Role(models.TextChoices):
    """What a person may do, beside belonging to a unit."""

    DRAFTER = "drafter", "chuyên viên tổng hợp"
    LEADER = "leader", "lãnh đạo"
    CLERK = "clerk", "văn thư"
    REPORTER = "reporter", "người báo cáo của đơn vị"
    EDITOR = "editor", "biên tập viên"
    CONFIDENTIALITY_OFFICER = "confidentiality_officer", "người kiểm tra bảo mật"
    ADMINISTRATOR = "administrator", "quản trị"
    AUDITOR = "auditor", "kiểm tra, giám sát"


class Change(models.TextChoices):
    """How units became other units."""

    MERGE = "merge", "nhập"
    SPLIT = "split", "chia, tách"
    RENAME = "rename", "đổi tên"


class Frequency(models.TextChoices):
    """How long a period is."""

    MONTH = "month", "tháng"
    QUARTER = "quarter", "quý"
    HALF = "half", "6 tháng"
    YEAR = "year", "năm"
