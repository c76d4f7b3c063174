"""What the official report is written from."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("reporting", "0006_accepted"),
    ]

    operations = []
