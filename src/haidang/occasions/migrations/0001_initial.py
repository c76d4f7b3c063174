"""The days that the work follows, what was announced of them, and private calendar feeds."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from haidang.ledger.tables import Tables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('ledger', '0001_initial'),
        ('orgs', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Tables([
            migrations.CreateModel(
                name='Threshold',
                fields=[
                    ('authority', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='orgs.unit', verbose_name='cơ quan')),
                    ('step', models.PositiveSmallIntegerField(choices=[(1, 'mọi năm'), (5, 'năm tròn và năm lẻ 5'), (10, 'chỉ năm tròn')], default=5, verbose_name='nêu')),
                ],
                options={
                    'verbose_name': 'năm được nêu',
                },
            ),
            migrations.CreateModel(
                name='Occasion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('key', models.SlugField(blank=True, max_length=40, null=True, unique=True, verbose_name='mã')),
                    ('name', models.CharField(max_length=200, verbose_name='tên')),
                    ('kind', models.CharField(choices=[('holiday', 'ngày nghỉ lễ'), ('memorial', 'ngày kỷ niệm, truyền thống'), ('relation', 'quan hệ ngoại giao'), ('festival', 'lễ, tết theo âm lịch'), ('khmer', 'lễ hội Khmer'), ('own', 'ngày của địa phương')], max_length=10, verbose_name='loại')),
                    ('calendar', models.CharField(choices=[('solar', 'dương lịch, hằng năm'), ('lunar', 'âm lịch Việt Nam, hằng năm'), ('khmer', 'lịch Khmer'), ('khmer_new_year', 'năm mới Khmer'), ('once', 'một lần, vào một ngày')], max_length=20, verbose_name='tính theo')),
                    ('month', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='tháng')),
                    ('day', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='ngày')),
                    ('on', models.DateField(blank=True, null=True, verbose_name='vào ngày')),
                    ('length', models.PositiveSmallIntegerField(default=1, verbose_name='số ngày')),
                    ('since_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='từ năm')),
                    ('lead_days', models.PositiveSmallIntegerField(default=14, verbose_name='chuẩn bị trước (ngày)')),
                    ('needs_confirmation', models.BooleanField(default=False, verbose_name='tạm tính cho đến khi xác nhận')),
                    ('source', models.CharField(blank=True, max_length=300, verbose_name='nguồn')),
                    ('doubt', models.CharField(blank=True, max_length=300, verbose_name='điều chưa chắc')),
                    ('is_retired', models.BooleanField(default=False, verbose_name='không dùng nữa')),
                    ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='occasions', to='orgs.unit', verbose_name='của')),
                ],
                options={
                    'verbose_name': 'dịp, ngày lễ',
                    'ordering': ['pk'],
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(models.Q(('calendar', 'once'), ('day', None), ('month', None), ('on__isnull', False)), models.Q(('calendar', 'khmer_new_year'), ('day', None), ('month', None), ('on', None)), models.Q(('calendar__in', ['solar', 'lunar', 'khmer']), ('day__range', (1, 31)), ('month__range', (1, 12)), ('on', None)), _connector='OR'), name='occasion_has_the_day_of_its_calendar'),
                        models.CheckConstraint(condition=models.Q(('length__range', (1, 31))), name='occasion_lasts_some_days'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Confirmation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('year', models.PositiveSmallIntegerField(verbose_name='năm')),
                    ('on', models.DateField(verbose_name='từ ngày')),
                    ('until', models.DateField(verbose_name='đến hết ngày')),
                    ('source', models.CharField(blank=True, max_length=200, verbose_name='theo')),
                    ('at', models.DateTimeField(verbose_name='lúc')),
                    ('version', models.PositiveIntegerField(default=1, verbose_name='lần xác nhận')),
                    ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.unit', verbose_name='cơ quan')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người xác nhận')),
                    ('occasion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='confirmations', to='occasions.occasion', verbose_name='dịp')),
                ],
                options={
                    'verbose_name': 'ngày đã xác nhận',
                    'constraints': [
                        models.UniqueConstraint(models.F('occasion'), models.F('authority'), models.F('year'), name='confirmed_once_a_year'),
                        models.CheckConstraint(condition=models.Q(('until__gte', models.F('on'))), name='confirmed_day_ends_after_it_begins'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Choice',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('is_hidden', models.BooleanField(default=False, verbose_name='ẩn')),
                    ('lead_days', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='chuẩn bị trước (ngày)')),
                    ('authority', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='orgs.unit', verbose_name='cơ quan')),
                    ('occasion', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='choices', to='occasions.occasion', verbose_name='dịp')),
                ],
                options={
                    'verbose_name': 'lựa chọn của cơ quan',
                    'constraints': [
                        models.UniqueConstraint(models.F('occasion'), models.F('authority'), name='choice_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Feed',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('token_hash', models.CharField(max_length=64, unique=True, verbose_name='mã băm')),
                    ('made_at', models.DateTimeField(verbose_name='tạo lúc')),
                    ('revoked_at', models.DateTimeField(blank=True, null=True, verbose_name='thu hồi lúc')),
                    ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người tạo')),
                    ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='feeds', to=settings.AUTH_USER_MODEL, verbose_name='người')),
                    ('revoked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người thu hồi')),
                    ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='feeds', to='orgs.unit', verbose_name='đơn vị')),
                ],
                options={
                    'verbose_name': 'địa chỉ lịch',
                    'ordering': ['pk'],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('person', None), ('unit__isnull', False)), models.Q(('person__isnull', False), ('unit', None)), _connector='OR'), name='feed_of_one_thing'), models.CheckConstraint(condition=models.Q(models.Q(('revoked_at', None), ('revoked_by', None)), models.Q(('revoked_at__isnull', False), ('revoked_by__isnull', False)), _connector='OR'), name='revoked_feed_says_when_and_by_whom')],
                },
            ),
        ]),
    ]
