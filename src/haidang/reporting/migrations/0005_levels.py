"""Reports that go up level by level."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("reporting", "0004_regimes"),
    ]

    operations = []
