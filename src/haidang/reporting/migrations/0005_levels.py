"""Reports that go up level by level: recalled, judged from outside, filled from the level below."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from haidang.ledger.append_only import append_only
from haidang.ledger.columns import Columns
from haidang.ledger.tables import Tables


class Migration(migrations.Migration):
    dependencies = [
        ("orgs", "0002_digest"),
        ("reporting", "0004_regimes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Tables([
            Columns("regime", {
                "fed_by": models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='feeds', to='reporting.regime', verbose_name='lấy số từ chế độ báo cáo cấp dưới'),
                "reviewer": models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.unit', verbose_name='xin ý kiến'),
            }),
            Columns("remark", {
                "paragraph": models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='đoạn'),
                "quote": models.CharField(blank=True, max_length=500, verbose_name='lời được góp ý'),
            }),
            Columns("report", {
                "fed_from": models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='fed', to='reporting.consolidation', verbose_name='lấy số từ lần chốt'),
                "version": models.PositiveIntegerField(default=0, verbose_name='số lần đổi'),
                "status": models.CharField(choices=[('not_started', 'chưa mở'), ('draft', 'đang soạn'), ('submitted', 'đã gửi'), ('in_review', 'đang xem xét'), ('returned', 'trả lại để bổ sung'), ('accepted', 'tiếp nhận'), ('handed_over', 'đơn vị kế thừa báo cáo')], default='not_started', max_length=12, verbose_name='trạng thái'),
            }),
            migrations.CreateModel(
                name='Answer',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('words', models.CharField(max_length=500, verbose_name='giải trình')),
                    ('at', models.DateTimeField(verbose_name='lúc')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người giải trình')),
                    ('remark', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='reporting.remark', verbose_name='góp ý')),
                ],
                options={
                    'verbose_name': 'giải trình',
                    'ordering': ['pk'],
                },
            ),
            migrations.CreateModel(
                name='Opinion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('attempt', models.PositiveSmallIntegerField(verbose_name='lần gửi')),
                    ('agrees', models.BooleanField(null=True, verbose_name='đồng ý')),
                    ('words', models.CharField(blank=True, max_length=1000, verbose_name='ý kiến')),
                    ('at', models.DateTimeField(verbose_name='lúc')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người viết')),
                    ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opinions', to='reporting.report', verbose_name='báo cáo')),
                    ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.unit', verbose_name='cơ quan cho ý kiến')),
                ],
                options={
                    'verbose_name': 'ý kiến',
                    'ordering': ['report', 'pk'],
                },
            ),
            migrations.CreateModel(
                name='Recall',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('reason', models.CharField(max_length=300, verbose_name='lý do')),
                    ('at', models.DateTimeField(verbose_name='lúc')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người thu hồi')),
                    ('submission', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='recall', to='reporting.submission', verbose_name='lần gửi')),
                ],
                options={
                    'verbose_name': 'thu hồi',
                    'ordering': ['pk'],
                },
            ),
            migrations.CreateModel(
                name='Quality',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('mark', models.PositiveSmallIntegerField(verbose_name='điểm chất lượng')),
                    ('words', models.CharField(blank=True, max_length=500, verbose_name='nhận xét')),
                    ('at', models.DateTimeField(verbose_name='lúc')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người chấm')),
                    ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='qualities', to='reporting.report', verbose_name='báo cáo')),
                ],
                options={
                    'verbose_name': 'chất lượng báo cáo',
                    'ordering': ['report', 'pk'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('mark__gte', 1), ('mark__lte', 5)), name='mark_is_1_to_5')],
                },
            ),
        ]),
        append_only("reporting_remark"),
        append_only("reporting_answer"),
        append_only("reporting_recall"),
        append_only("reporting_opinion"),
        append_only("reporting_quality"),
    ]
