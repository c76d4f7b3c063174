"""Players at stations and clusters, and the keys that seal what they play."""

from django.db import models

from haidang.broadcast.models.station import Station
from haidang.orgs.models import Unit, User


class SigningKey(models.Model):
    """A key pair of an authority (Ed25519). The private half is a file of the installation."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="cơ quan")
    public = models.CharField("khóa công khai", max_length=64, unique=True)  # hex
    made_at = models.DateTimeField("lúc")
    retired_at = models.DateTimeField("không dùng từ", null=True, blank=True)
    endorsement = models.TextField("lời giới thiệu", blank=True)  # sealed by the key before it

    class Meta:
        verbose_name = "khóa niêm"

    def __str__(self) -> str:
        return self.public[:12]


class Player(models.Model):
    """A small computer at a station or a cluster; known by the hash of a token it was given."""

    station = models.ForeignKey(
        Station, models.PROTECT, related_name="players", verbose_name="đài, cụm loa"
    )
    name = models.CharField("tên máy", max_length=100)
    token_hash = models.CharField("băm của mã máy", max_length=64, unique=True)
    added_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField("lúc")
    retired_at = models.DateTimeField("không dùng từ", null=True, blank=True)
    seen_at = models.DateTimeField("thấy lần cuối", null=True, blank=True)
    health = models.JSONField("tình trạng", default=dict, blank=True)  # as last reported
    known = models.PositiveIntegerField("lệnh mới nhất đã nhận", default=0)  # by its number

    class Meta:
        verbose_name = "máy phát"

    def __str__(self) -> str:
        return self.name


class Fault(models.Model):
    """What a player refused or could not do, by its own log. Rows are only added."""

    id = models.UUIDField(primary_key=True)  # made by the player
    player = models.ForeignKey(Player, models.PROTECT, related_name="faults", verbose_name="máy")
    code = models.CharField("mã", max_length=40)
    words = models.CharField("nội dung", max_length=300)
    at = models.DateTimeField("lúc")
    received_at = models.DateTimeField("nhận lúc")

    class Meta:
        verbose_name = "sự cố máy phát"
        ordering = ["-at"]

    def __str__(self) -> str:
        return self.words
