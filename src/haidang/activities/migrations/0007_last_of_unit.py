"""What a unit logged last, which its home and its form ask each time."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0006_partners"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(fields=["unit", "-logged_at"], name="activity_last_of_unit"),
        ),
    ]
