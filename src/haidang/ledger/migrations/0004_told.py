"""The acts that pages tell of, in their order: among a million loggings they are few."""

from django.db import migrations, models

TOLD = (
    "submit_report",
    "recall_report",
    "return_report",
    "accept_report",
    "correct_activity",
    "amend_activity",
)


class Migration(migrations.Migration):
    dependencies = [
        ("ledger", "0003_append_only"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                fields=["-seq"], name="entry_told", condition=models.Q(event__in=TOLD)
            ),
        ),
    ]
