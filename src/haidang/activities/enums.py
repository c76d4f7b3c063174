"""Choices of the activities room."""

from django.db import models


class Language(models.TextChoices):
    """The language in which something was said or written."""

    VIETNAMESE = "vi", "tiếng Việt"
    KHMER = "km", "tiếng Khmer"
    ENGLISH = "en", "tiếng Anh"


class Aggregation(models.TextChoices):
    """How the records of an indicator become one number, of one unit and of several.

    Of several units: what is counted, summed or last of a period is added up; a mean weighs every
    unit with a figure the same; a ratio is made anew from the sums of its two indicators, and a
    formula from the totals of those it names. Nobody who gave nothing is taken for 0.
    """

    COUNT = "count", "đếm hoạt động"
    SUM = "sum", "cộng số lượng"
    LAST = "last", "số cuối kỳ"
    MEAN = "mean", "trung bình"
    MIN = "min", "nhỏ nhất"
    MAX = "max", "lớn nhất"
    RATIO = "ratio", "tỷ số của hai chỉ tiêu"
    FORMULA = "formula", "công thức từ chỉ tiêu khác"


ADDITIVE = frozenset({Aggregation.COUNT, Aggregation.SUM, Aggregation.LAST})
MEASURED = frozenset(
    {Aggregation.SUM, Aggregation.LAST, Aggregation.MEAN, Aggregation.MIN, Aggregation.MAX}
)
LISTED = frozenset({Aggregation.COUNT, Aggregation.SUM})  # each activity adds its own amount
DERIVED = frozenset({Aggregation.RATIO, Aggregation.FORMULA})


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
