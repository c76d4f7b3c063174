"""What the editorial calendar keeps."""

from django.db import migrations
from django.db.migrations.operations.base import Operation


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0005_publishing")]
    operations: list[Operation] = []
