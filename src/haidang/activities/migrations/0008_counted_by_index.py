"""What is counted on nearly every page is counted from an index, without reading the entries."""

from django.db import migrations, models

WIDER = {
    "activity_unit_day": ["unit", "on", "withdrawn_at"],
    "activity_unit_kind_day": ["unit", "kind", "on", "withdrawn_at", "language"],
    "activity_task_unit": ["task", "unit", "withdrawn_at", "on"],
}


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0007_last_of_unit"),
    ]

    operations = [
        operation
        for name, fields in WIDER.items()
        for operation in (
            migrations.RemoveIndex(model_name="activity", name=name),
            migrations.AddIndex(
                model_name="activity", index=models.Index(fields=fields, name=name)
            ),
        )
    ]
