"""What a player has received, and the word by which one key follows another."""

import django.db.models.deletion
from django.db import migrations, models

from haidang.ledger.append_only import append_only
from haidang.ledger.tables import Tables


class Migration(migrations.Migration):
    dependencies = [("broadcast", "0003_bulletins")]

    operations = [
        migrations.AddField(
            model_name="signingkey",
            name="endorsement",
            field=models.TextField(blank=True, default="", verbose_name="lời giới thiệu"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="player",
            name="known",
            field=models.PositiveIntegerField(default=0, verbose_name="lệnh mới nhất đã nhận"),
        ),
        Tables(
            [
                migrations.CreateModel(
                    name="OrderReceipt",
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
                        (
                            "order",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="receipts",
                                to="broadcast.playerorder",
                                verbose_name="lệnh",
                            ),
                        ),
                        (
                            "player",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="receipts",
                                to="broadcast.player",
                                verbose_name="máy",
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="lúc")),
                    ],
                    options={
                        "verbose_name": "lần máy nhận lệnh",
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("order"), models.F("player"), name="order_received_once"
                            )
                        ],
                    },
                ),
            ]
        ),
        append_only("broadcast_orderreceipt"),
    ]
