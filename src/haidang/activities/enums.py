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
