"""Choices of the chasing room: what a unit can lack, and how it was reminded."""

from django.db import models


class LackKind(models.TextChoices):
    """What a unit has not done yet."""

    REPORT = "report", "báo cáo chưa gửi"
    RETURNED = "returned", "báo cáo chưa bổ sung"
    TASK = "task", "việc đến hạn chưa có kết quả"
    CASCADE = "cascade", "kế hoạch chi tiết còn mục chưa trả lời"
    AMENDMENT = "amendment", "kế hoạch sửa đổi chưa trả lời"


class Channel(models.TextChoices):
    """The way on which a unit was reminded."""

    COPIED = "copied", "lời nhắc sao chép"
    NOTICE = "notice", "nhắc trong hệ thống"
    MAIL = "mail", "nhắc trong hệ thống và thư điện tử"
    LETTER = "letter", "công văn đôn đốc"
