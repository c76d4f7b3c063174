"""What the gate keeps."""

from django.db import migrations
from django.db.migrations.operations.base import Operation


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0003_portals")]
    operations: list[Operation] = []
