"""What writing and pictures keep."""

from django.db import migrations, models
from django.db.migrations.operations.base import Operation
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0006_calendar")]
    operations: list[Operation] = [
        migrations.AddField(
            "storypicture",
            "rights",
            models.CharField("tác giả, quyền sử dụng", max_length=200, blank=True, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            "storypicture",
            "focus",
            models.CharField("tâm ảnh", max_length=9, blank=True, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            "picture",
            "folded",
            models.TextField("chữ không dấu", blank=True, editable=False, default=""),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            "picture",
            models.UniqueConstraint(
                "unit", "digest", name="picture_once_in_a_unit", condition=~Q(digest="")
            ),
        ),
    ]
