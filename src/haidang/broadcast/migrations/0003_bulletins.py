"""Who wrote a bulletin, and at which change it was sent to those who clear it."""

from django.conf import settings
from django.db import migrations, models

from haidang.ledger.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [
        ("broadcast", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="bulletin",
            name="writers",
            field=models.ManyToManyField(
                related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="người viết, người đọc"
            ),
        ),
        migrations.AddField(
            model_name="bulletinsubmission",
            name="version",
            field=models.PositiveIntegerField(default=0, verbose_name="ở lần đổi"),
        ),
        append_only("broadcast_bulletinsubmission"),
    ]
