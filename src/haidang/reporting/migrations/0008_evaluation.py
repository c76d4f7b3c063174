"""How the work of units is scored."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("reporting", "0007_official"),
    ]

    operations = []
