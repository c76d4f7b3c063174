"""Regimes of every kind and frequency, deadlines that move, and flash reports."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from haidang.ledger.append_only import append_only
from haidang.ledger.columns import Columns
from haidang.ledger.tables import Tables

KEPT = (
    "id",
    "regime_id",
    "unit_id",
    "title",
    "words",
    "place",
    "happened",
    "proposal",
    "at",
    "by_id",
    "receipt",
)
PROTECT = django.db.models.deletion.PROTECT


class Migration(migrations.Migration):
    dependencies = [
        ("reporting", "0003_frozen"),
        ("activities", "0005_aggregation"),
    ]

    operations = [
        Tables([
            Columns("regime", {
                "frequency": models.CharField(blank=True, choices=[("month", "tháng"), ("quarter", "quý"), ("half", "6 tháng"), ("year", "năm")], max_length=10, verbose_name="tần suất"),
                "through": models.ForeignKey(blank=True, null=True, on_delete=PROTECT, related_name="+", to="orgs.unit", verbose_name="qua đơn vị"),
                "kind": models.CharField(choices=[("periodic", "định kỳ"), ("thematic", "chuyên đề"), ("ad_hoc", "đột xuất")], default="periodic", max_length=10, verbose_name="loại báo cáo"),
                "basis": models.CharField(blank=True, max_length=500, verbose_name="căn cứ"),
                "content_kind": models.CharField(choices=[("both", "số liệu và lời văn"), ("figures", "số liệu"), ("prose", "lời văn")], default="both", max_length=10, verbose_name="nội dung yêu cầu"),
                "sending": models.CharField(blank=True, max_length=300, verbose_name="cách gửi"),
                "preset": models.CharField(choices=[("A", "theo chương trình: gửi trước khi hết kỳ, có cột ước thực hiện"), ("B", "theo Nghị định 09/2019: gửi khi đã hết kỳ số liệu")], default="A", max_length=1, verbose_name="kỳ số liệu"),
                "cut_off": models.CharField(blank=True, max_length=5, verbose_name="số thực hiện tính đến ngày (tháng-ngày)"),
                "due_rule": models.JSONField(blank=True, default=dict, verbose_name="cách tính hạn gửi"),
                "guidance": models.TextField(blank=True, verbose_name="hướng dẫn"),
                "is_retired": models.BooleanField(default=False, verbose_name="thôi dùng"),
                "replaces": models.OneToOneField(blank=True, null=True, on_delete=PROTECT, related_name="replaced_by", to="reporting.regime", verbose_name="thay cho"),
            }),
            Columns("round", {
                "number": models.PositiveSmallIntegerField(default=1, verbose_name="lần trong kỳ"),
                "count_to": models.DateField(blank=True, null=True, verbose_name="số thực hiện tính đến hết ngày"),
                "first_due_on": models.DateField(blank=True, null=True, verbose_name="hạn lúc mở kỳ"),
                "moved_because": models.CharField(blank=True, max_length=300, verbose_name="lý do dời hạn"),
            }, [
                models.UniqueConstraint(models.F("regime"), models.F("period"), models.F("number"), name="round_once_per_period"),
                models.CheckConstraint(condition=models.Q(("data_to__gte", models.F("data_from"))), name="round_window_is_not_empty"),
            ]),
            migrations.CreateModel(
                name="Flash",
                fields=[
                    ("id", models.UUIDField(primary_key=True, serialize=False, verbose_name="mã")),
                    ("title", models.CharField(max_length=200, verbose_name="việc gì")),
                    ("words", models.TextField(max_length=2000, verbose_name="diễn biến")),
                    ("place", models.CharField(max_length=200, verbose_name="ở đâu")),
                    ("happened", models.CharField(max_length=100, verbose_name="lúc nào")),
                    ("proposal", models.CharField(blank=True, max_length=1000, verbose_name="đề xuất")),
                    ("at", models.DateTimeField(verbose_name="gửi lúc")),
                    ("receipt", models.CharField(max_length=30, unique=True, verbose_name="mã biên nhận")),
                    ("seen_at", models.DateTimeField(blank=True, null=True, verbose_name="lãnh đạo xem lúc")),
                    ("by", models.ForeignKey(on_delete=PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="người gửi")),
                    ("regime", models.ForeignKey(on_delete=PROTECT, related_name="flashes", to="reporting.regime", verbose_name="chế độ báo cáo")),
                    ("seen_by", models.ForeignKey(blank=True, null=True, on_delete=PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="người xem")),
                    ("unit", models.ForeignKey(on_delete=PROTECT, related_name="flashes", to="orgs.unit", verbose_name="đơn vị")),
                ],
                options={
                    "verbose_name": "báo cáo nhanh",
                    "ordering": ["-at", "-receipt"],
                    "constraints": [models.CheckConstraint(condition=models.Q(models.Q(("seen_at", None), ("seen_by", None)), models.Q(("seen_at__isnull", False), ("seen_by__isnull", False)), _connector="OR"), name="seen_flash_says_when_and_by_whom")],
                },
            ),
        ]),
        append_only("reporting_flash", KEPT),
    ]
