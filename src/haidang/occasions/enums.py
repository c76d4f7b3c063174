"""Choices of the occasions room."""

from django.db import models


class Kind(models.TextChoices):
    """What an occasion is, and so where it stands in lists."""

    HOLIDAY = "holiday", "ngày nghỉ lễ"
    MEMORIAL = "memorial", "ngày kỷ niệm, truyền thống"
    RELATION = "relation", "quan hệ ngoại giao"
    FESTIVAL = "festival", "lễ, tết theo âm lịch"
    KHMER = "khmer", "lễ hội Khmer"
    OWN = "own", "ngày của địa phương"


class Calendar(models.TextChoices):
    """By which calendar the day is found in a year."""

    SOLAR = "solar", "dương lịch, hằng năm"
    LUNAR = "lunar", "âm lịch Việt Nam, hằng năm"
    KHMER = "khmer", "lịch Khmer"
    KHMER_NEW_YEAR = "khmer_new_year", "năm mới Khmer"
    ONCE = "once", "một lần, vào một ngày"


class Step(models.IntegerChoices):
    """How many years an anniversary waits until it is spoken of."""

    EVERY = 1, "mọi năm"
    FIVE = 5, "năm tròn và năm lẻ 5"
    TEN = 10, "chỉ năm tròn"
