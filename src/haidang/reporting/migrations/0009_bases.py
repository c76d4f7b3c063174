"""The bases of law of proposals of commendation, as an authority keeps them."""

from typing import ClassVar

from django.conf import settings
from django.db import migrations, models
from django.db.models import PROTECT, F

from haidang.ledger.append_only import append_only
from haidang.ledger.tables import Tables

KEY = models.BigAutoField(
    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
)
BASES = [
    ("id", KEY),
    ("ordinal", models.PositiveSmallIntegerField("lần")),
    ("words", models.JSONField("các căn cứ")),
    ("at", models.DateTimeField("giữ lúc")),
    (
        "authority",
        models.ForeignKey("orgs.unit", PROTECT, related_name="kept_bases", verbose_name="cơ quan"),
    ),
    (
        "by",
        models.ForeignKey(
            settings.AUTH_USER_MODEL, PROTECT, related_name="+", verbose_name="người giữ"
        ),
    ),
]
ONCE = models.UniqueConstraint(F("authority"), F("ordinal"), name="bases_once")


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("reporting", "0008_evaluation"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        Tables(
            [
                migrations.CreateModel(
                    "KeptBases",
                    BASES,
                    {
                        "verbose_name": "căn cứ pháp lý",
                        "ordering": ["authority", "-ordinal"],
                        "constraints": [ONCE],
                    },
                )
            ]
        ),
        append_only("reporting_keptbases"),
    ]
