"""What players are told beside their weeks: emergencies, what is not to be aired, the switch."""

from django.db import models

from haidang.broadcast.enums import Order
from haidang.broadcast.models.player import Player
from haidang.broadcast.models.recording import Recording
from haidang.broadcast.models.station import Station
from haidang.documents.models import StoredFile
from haidang.orgs.models import Unit, User


class Alert(models.Model):
    """An emergency message of a leader (CAP 1.2). What was sent is not changed, but updated."""

    identifier = models.CharField("mã CAP", max_length=120, unique=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="alerts", verbose_name="cơ quan")
    stations = models.ManyToManyField(Station, related_name="+", verbose_name="đài, cụm loa")
    facts = models.JSONField("nội dung")  # the fields of CAP, by their names there
    message = models.ForeignKey(
        StoredFile, models.PROTECT, related_name="+", verbose_name="bản tin CAP"
    )
    recording = models.ForeignKey(Recording, models.PROTECT, related_name="+", verbose_name="tiếng")
    updates = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="thay cho"
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="bởi")
    at = models.DateTimeField("lúc")
    expires_at = models.DateTimeField("hết hiệu lực")

    class Meta:
        verbose_name = "tin khẩn"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return str(self.facts.get("headline", self.identifier))


class PlayerOrder(models.Model):
    """One order to one station's players, signed. Rows are only added; a later one ends it."""

    station = models.ForeignKey(
        Station, models.PROTECT, related_name="orders", verbose_name="đài, cụm loa"
    )
    number = models.PositiveIntegerField("số")  # rises by one a station; what is older is refused
    order = models.CharField("lệnh", max_length=10, choices=Order)
    content = models.JSONField("nội dung", default=dict)
    sealed = models.TextField("bản đã niêm")
    alert = models.ForeignKey(
        Alert, models.PROTECT, null=True, blank=True, related_name="orders", verbose_name="tin khẩn"
    )
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="bởi")
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "lệnh cho máy phát"
        ordering = ["station_id", "number"]
        constraints = [models.UniqueConstraint("station", "number", name="order_numbered_once")]

    def __str__(self) -> str:
        return f"{self.station}: {self.get_order_display()}"


class OrderReceipt(models.Model):
    """That a player has an order: first said by the player itself. Rows are only added."""

    order = models.ForeignKey(
        PlayerOrder, models.PROTECT, related_name="receipts", verbose_name="lệnh"
    )
    player = models.ForeignKey(Player, models.PROTECT, related_name="receipts", verbose_name="máy")
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "lần máy nhận lệnh"
        constraints = [models.UniqueConstraint("order", "player", name="order_received_once")]

    def __str__(self) -> str:
        return f"{self.player}: {self.order}"
