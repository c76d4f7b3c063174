"""Regimes of every kind and frequency."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("reporting", "0003_frozen"),
        ("activities", "0005_aggregation"),
    ]

    operations = []
