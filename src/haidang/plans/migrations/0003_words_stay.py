"""Whatever is changed of a task or a sentence, the place and words it came from stay.

SQLite remakes a table that is altered and forgets its triggers: add these again after that.
"""

from typing import ClassVar

from django.db import migrations

from haidang.ledger.append_only import append_only

PLACE = ("id", "plan_id", '"start"', '"end"')
WORDS = (
    "text",
    "unit_phrase",
    "lead_phrase",
    "coordinate_phrases",
    "deadline_phrase",
    "deadline_start",
    "deadline_end",
)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("plans", "0002_several_owners_targets_places_versions")]
    operations: ClassVar = [
        append_only("plans_task", PLACE + WORDS),
        append_only("plans_item", (*PLACE, "ordinal")),
    ]
