"""Choices of the broadcasts."""

from django.db import models


class StationKind(models.TextChoices):
    """What speaks: a station, or one group of loudspeakers that hangs on it (TT 39/2020)."""

    DISTRICT = "district", "đài truyền thanh, trung tâm"
    COMMUNE = "commune", "đài truyền thanh cấp xã"
    CLUSTER = "cluster", "cụm loa"


class ProgrammeKind(models.TextChoices):
    """What a part of a slot is."""

    BULLETIN = "bulletin", "bản tin"
    NOTICE = "notice", "thông báo"
    RELAY = "relay", "tiếp âm"
    REPEAT = "repeat", "phát lại"
    MUSIC = "music", "văn nghệ"
    TUNE = "tune", "nhạc hiệu"


class Source(models.TextChoices):
    """How a recording came to be."""

    UPLOADED = "uploaded", "tải lên"
    RECORDED = "recorded", "ghi âm trên máy"
    SPOKEN_BY_MACHINE = "machine", "giọng máy"
    RECEIVED = "received", "nhận từ cấp khác"


class Airing(models.TextChoices):
    """What became of a planned part of a week, or of what nobody planned (promise N22)."""

    AIRED = "aired", "đã phát"
    LATE = "late", "phát muộn"
    CUT = "cut", "phát thiếu"
    MISSED = "missed", "không phát"
    UNPLANNED = "unplanned", "ngoài lịch"
    WAITING = "waiting", "chưa tới giờ"
    UNKNOWN = "unknown", "chưa có nhật ký"


class How(models.TextChoices):
    """Who says that something was aired."""

    PLAYER = "player", "máy phát ghi"
    PERSON = "person", "người trực ghi"


class Missed(models.TextChoices):
    """Why a planned part was not aired."""

    POWER = "power", "mất điện"
    FAULT = "fault", "hỏng thiết bị"
    WEATHER = "weather", "mưa bão, sự cố"
    STAFF = "staff", "không có người trực"
    WITHDRAWN = "withdrawn", "bài đã rút"
    REFUSED = "refused", "gói không hợp lệ"
    EMERGENCY = "emergency", "nhường tin khẩn"
    OTHER = "other", "lý do khác"


class Order(models.TextChoices):
    """What a player is told beside its week."""

    EMERGENCY = "emergency", "tin khẩn"
    STOP = "stop", "không phát nữa"
    HALT = "halt", "ngừng mọi phát sóng"
    RESUME = "resume", "phát lại bình thường"
