"""The official social accounts of a unit, which its portal has to list (NĐ 244/2026/NĐ-CP)."""

from django.db import models

from haidang.newsroom.social import NETWORKS
from haidang.orgs.models import Unit


class OfficialAccount(models.Model):
    """A page or channel of a unit elsewhere; one that was given up stays, marked."""

    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="official_accounts", verbose_name="của"
    )
    network = models.CharField("mạng", max_length=20)  # a key of `social.NETWORKS`
    name = models.CharField("tên trang, kênh", max_length=200)
    address = models.URLField("địa chỉ", max_length=300)
    is_retired = models.BooleanField("không dùng nữa", default=False)
    version = models.PositiveIntegerField("số lần đổi", default=0)

    class Meta:
        verbose_name = "tài khoản mạng xã hội chính thức"
        ordering = ["network", "name", "pk"]
        constraints = [models.UniqueConstraint("unit", "address", name="account_once_in_a_unit")]

    def __str__(self) -> str:
        return f"{NETWORKS[self.network].name}: {self.name}"
