"""Which tasks were started from an occasion (promise N24)."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('occasions', '0001_initial'),
        ('plans', '0006_amendments'),
    ]

    operations = [
        migrations.CreateModel(
            name='OccasionTask',
            fields=[
                ('task', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='from_occasion', serialize=False, to='plans.task', verbose_name='nhiệm vụ')),
                ('year', models.PositiveSmallIntegerField(verbose_name='năm')),
                ('on', models.DateField(verbose_name='ngày của dịp')),
                ('occasion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='started', to='occasions.occasion', verbose_name='dịp')),
            ],
            options={
                'verbose_name': 'nhiệm vụ theo dịp',
            },
        ),
    ]
