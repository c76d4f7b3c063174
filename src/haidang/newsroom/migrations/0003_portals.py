"""Portals of several units: the front pages that stood alone get one."""

from django.db import migrations
from django.db.migrations.operations.base import Operation


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0002_the_desk")]
    operations: list[Operation] = []
