"""Who heard, as a second person, that a recording is music and nobody speaks in it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("broadcast", "0005_airing"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="recording",
            name="music_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="người nghe xác nhận là nhạc",
            ),
        ),
        migrations.AddField(
            model_name="recording",
            name="music_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="xác nhận lúc"),
        ),
        migrations.AddConstraint(
            model_name="recording",
            constraint=models.CheckConstraint(
                condition=models.Q(("music_at", None), ("music_by", None))
                | models.Q(("music_at__isnull", False), ("music_by__isnull", False)),
                name="music_is_said_by_somebody_at_some_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="recording",
            constraint=models.CheckConstraint(
                condition=models.Q(("music_by", None))
                | models.Q(("music_by", models.F("made_by")), _negated=True),
                name="music_is_said_by_a_second_person",
            ),
        ),
    ]
