"""What partners say of what they are named in."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import PROTECT, Q


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0005_aggregation"),
    ]

    operations = [
        migrations.CreateModel(
            name="Declined",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.CharField(max_length=300, verbose_name="lý do")),
                ("at", models.DateTimeField(verbose_name="lúc")),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=PROTECT,
                        related_name="declined",
                        to="activities.activity",
                        verbose_name="hoạt động",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người báo",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=PROTECT,
                        related_name="+",
                        to="orgs.unit",
                        verbose_name="đơn vị",
                    ),
                ),
            ],
            options={
                "verbose_name": "báo không tham gia",
                "constraints": [
                    models.UniqueConstraint("activity", "unit", name="declined_once"),
                    models.CheckConstraint(condition=~Q(reason=""), name="declined_says_why"),
                ],
            },
        ),
    ]
