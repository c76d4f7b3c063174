"""The activities that sittings write of themselves."""

import django.db.models.deletion
from django.db import migrations, models

from haidang.ledger.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("activities", "0007_last_of_unit"), ("broadcast", "0004_players")]

    operations = [
        migrations.CreateModel(
            name="AiredEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(verbose_name="ngày")),
                (
                    "activity",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aired_as",
                        to="activities.activity",
                        verbose_name="hoạt động",
                    ),
                ),
                (
                    "slot",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="broadcast.slot",
                        verbose_name="khung giờ",
                    ),
                ),
                (
                    "station",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="broadcast.station",
                        verbose_name="đài, cụm loa",
                    ),
                ),
            ],
            options={
                "verbose_name": "hoạt động từ nhật ký phát sóng",
                "indexes": [
                    models.Index(models.F("station"), models.F("on"), name="entries_of_a_station")
                ],
            },
        ),
        append_only("broadcast_airedentry"),
    ]
