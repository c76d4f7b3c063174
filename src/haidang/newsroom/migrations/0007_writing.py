"""What writing and pictures keep."""

from django.db import migrations
from django.db.migrations.operations.base import Operation


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0006_calendar")]
    operations: list[Operation] = []
