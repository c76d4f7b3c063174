"""What was frozen in a consolidation stays; only its document is added later."""

from typing import ClassVar

from django.db import migrations

from haidang.ledger.append_only import append_only

FROZEN = ("id", "round_id", "ordinal", "frozen_at", "frozen_by_id", "content", "sha256")


class Migration(migrations.Migration):
    dependencies: ClassVar = [("reporting", "0002_append_only")]
    operations: ClassVar = [append_only("reporting_consolidation", FROZEN)]
