"""Rows of reporting_submission are only ever added."""

from typing import ClassVar

from django.db import migrations

from haidang.ledger.append_only import append_only


class Migration(migrations.Migration):
    dependencies: ClassVar = [("reporting", "0001_initial")]
    operations: ClassVar = [append_only("reporting_submission")]
