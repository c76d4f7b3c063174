"""What the heirs of a unit owe."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0007_tasks_of_occasions"),
    ]

    operations = []
