"""When stories are to appear, and the official accounts of units."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from haidang.ledger.tables import Tables


class Migration(migrations.Migration):
    dependencies = [
        ("newsroom", "0004_gate"),
        ("orgs", "0002_digest"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        Tables(
            [
                migrations.CreateModel(
                    name="Schedule",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("at", models.DateTimeField(db_index=True, verbose_name="đăng lúc")),
                        (
                            "is_embargo",
                            models.BooleanField(
                                default=False, verbose_name="không đăng trước giờ này"
                            ),
                        ),
                        ("set_at", models.DateTimeField(verbose_name="hẹn lúc")),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="bởi",
                            ),
                        ),
                        (
                            "story",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="schedule",
                                to="newsroom.story",
                                verbose_name="tin, bài",
                            ),
                        ),
                        (
                            "submission",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="newsroom.submission",
                                verbose_name="đã duyệt",
                            ),
                        ),
                    ],
                    options={"verbose_name": "giờ đăng", "ordering": ["at", "pk"]},
                ),
                migrations.CreateModel(
                    name="OfficialAccount",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("network", models.CharField(max_length=20, verbose_name="mạng")),
                        ("name", models.CharField(max_length=200, verbose_name="tên trang, kênh")),
                        ("address", models.URLField(max_length=300, verbose_name="địa chỉ")),
                        (
                            "is_retired",
                            models.BooleanField(default=False, verbose_name="không dùng nữa"),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(default=0, verbose_name="số lần đổi"),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="official_accounts",
                                to="orgs.unit",
                                verbose_name="của",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tài khoản mạng xã hội chính thức",
                        "ordering": ["network", "name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                "unit", "address", name="account_once_in_a_unit"
                            )
                        ],
                    },
                ),
            ]
        ),
    ]
