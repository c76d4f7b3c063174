"""Accepted values as rows, and what corrects them later."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("reporting", "0005_levels"),
    ]

    operations = []
