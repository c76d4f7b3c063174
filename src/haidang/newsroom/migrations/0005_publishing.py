"""What publishing keeps."""

from django.db import migrations
from django.db.migrations.operations.base import Operation


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0004_gate")]
    operations: list[Operation] = []
