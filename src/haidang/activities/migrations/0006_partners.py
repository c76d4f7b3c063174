"""What partners say of what they are named in."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0005_aggregation"),
    ]

    operations = []
