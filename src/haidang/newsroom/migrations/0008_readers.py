"""What portals keep for readers."""

from django.db import migrations
from django.db.migrations.operations.base import Operation


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0007_writing")]
    operations: list[Operation] = []
