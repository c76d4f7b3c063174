"""What the gate keeps: submissions that their writers took back."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from haidang.ledger.append_only import append_only
from haidang.ledger.tables import Tables


class Migration(migrations.Migration):
    dependencies = [
        ("newsroom", "0003_portals"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        Tables(
            [
                migrations.CreateModel(
                    name="Recall",
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
                        ("at", models.DateTimeField(verbose_name="lúc")),
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
                            "submission",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="recall",
                                to="newsroom.submission",
                                verbose_name="lần gửi duyệt",
                            ),
                        ),
                    ],
                    options={"verbose_name": "rút lại bài gửi duyệt"},
                ),
            ]
        ),
        append_only("newsroom_recall"),
    ]
