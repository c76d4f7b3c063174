"""Texts, what was issued and what came back signed are only ever added; numbers stay as given.

SQLite remade the table of revisions when columns were added, and forgot its triggers.
"""

from typing import ClassVar

from django.db import migrations

from haidang.ledger.append_only import append_only

NUMBER = ("id", "series_id", "value", "reserved_at", "reserved_by_id")
ARRIVAL = ("id", "unit_id", "year", "number", "arrived_on", "file_id", "at", "by_id")


class Migration(migrations.Migration):
    dependencies: ClassVar = [("documents", "0004_issuing")]
    operations: ClassVar = [
        append_only("documents_revision"),
        append_only("documents_issue"),
        append_only("documents_signedcopy"),
        append_only("documents_number", NUMBER),
        append_only("documents_arrival", ARRIVAL),
    ]
