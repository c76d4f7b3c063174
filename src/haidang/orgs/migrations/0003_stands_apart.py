"""Kinds of units that stand beside the committees of their area and are led from elsewhere."""

from django.db import migrations, models

from haidang.ledger.columns import Columns

BORDER_POST = "UPDATE orgs_unitkind SET stands_apart = TRUE WHERE code = 'don-bien-phong'"


class Migration(migrations.Migration):
    dependencies = [("orgs", "0002_digest")]
    operations = [
        Columns(
            "unitkind",
            {
                "stands_apart": models.BooleanField(
                    default=False, verbose_name="ngành dọc, không thuộc ủy ban cùng địa bàn"
                )
            },
        ),
        migrations.RunSQL(BORDER_POST, migrations.RunSQL.noop),
    ]
