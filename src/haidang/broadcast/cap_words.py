"""The choices of an emergency message: their values are those of CAP 1.2, their words ours."""

from django.db import models


class AlertStatus(models.TextChoices):
    """Whether it is meant."""

    ACTUAL = "Actual", "tin thật"
    EXERCISE = "Exercise", "diễn tập"
    TEST = "Test", "thử máy"


class MessageKind(models.TextChoices):
    """What a message does to earlier ones."""

    ALERT = "Alert", "tin mới"
    UPDATE = "Update", "tin thay thế"
    CANCEL = "Cancel", "tin hủy"


class Category(models.TextChoices):
    """What kind of danger it is."""

    MET = "Met", "thời tiết: bão, lũ, triều cường"
    GEO = "Geo", "địa chất: sạt lở, động đất"
    FIRE = "Fire", "cháy, nổ"
    HEALTH = "Health", "dịch bệnh, sức khỏe"
    RESCUE = "Rescue", "cứu nạn"
    SECURITY = "Security", "an ninh, biên giới"
    SAFETY = "Safety", "an toàn chung"
    ENV = "Env", "môi trường, ô nhiễm"
    INFRA = "Infra", "điện, nước, thông tin"
    TRANSPORT = "Transport", "giao thông"
    OTHER = "Other", "việc khác"


class Urgency(models.TextChoices):
    """When people have to act."""

    IMMEDIATE = "Immediate", "phải làm ngay"
    EXPECTED = "Expected", "phải làm trong một giờ tới"
    FUTURE = "Future", "phải làm trong thời gian tới"


class Severity(models.TextChoices):
    """How bad it is."""

    EXTREME = "Extreme", "đặc biệt nghiêm trọng"
    SEVERE = "Severe", "nghiêm trọng"
    MODERATE = "Moderate", "vừa"
    MINOR = "Minor", "nhẹ"


class Certainty(models.TextChoices):
    """How sure it is."""

    OBSERVED = "Observed", "đã xảy ra"
    LIKELY = "Likely", "rất có thể"
    POSSIBLE = "Possible", "có thể"
