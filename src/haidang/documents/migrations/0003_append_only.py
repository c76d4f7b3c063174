"""Rows of documents_revision are only ever added."""

from typing import ClassVar

from django.db import migrations

from haidang.ledger.append_only import append_only


class Migration(migrations.Migration):
    dependencies: ClassVar = [("documents", "0002_initial")]
    operations: ClassVar = [append_only("documents_revision")]
