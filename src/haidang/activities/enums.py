"""Choices of the activities room."""

from django.db import models


class Language(models.TextChoices):
    """The language in which something was said or written."""

    VIETNAMESE = "vi", "tiếng Việt"
    KHMER = "km", "tiếng Khmer"
    ENGLISH = "en", "tiếng Anh"


class Aggregation(models.TextChoices):
    """How the records of an indicator become one number."""

    COUNT = "count", "đếm hoạt động"
    SUM = "sum", "cộng số lượng"


class Channel(models.TextChoices):
    """The eight forms of grass-roots information. Nghị định 49/2024/NĐ-CP."""

    RADIO = "radio", "đài truyền thanh cấp xã"
    BOARD = "board", "bảng tin công cộng"
    BULLETIN = "bulletin", "bản tin thông tin cơ sở"
    PAPERS = "papers", "tài liệu không kinh doanh"
    SPEAKERS = "speakers", "tuyên truyền viên cơ sở"
    PORTAL = "portal", "cổng, trang thông tin điện tử"
    SOCIAL = "social", "mạng xã hội, ứng dụng nhắn tin"
    MESSAGES = "messages", "tin nhắn viễn thông"
