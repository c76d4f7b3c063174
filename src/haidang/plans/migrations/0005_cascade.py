"""The cascade: what each unit makes of the plan above it, and which item a task goes back to."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from haidang.ledger.append_only import append_only, final
from haidang.ledger.tables import Tables

# As in 0003; said again, for the table of tasks is altered here.
KEPT = (
    "id",
    "plan_id",
    '"start"',
    '"end"',
    "text",
    "unit_phrase",
    "lead_phrase",
    "coordinate_phrases",
    "deadline_phrase",
    "deadline_start",
    "deadline_end",
)


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0006_final'),
        ('orgs', '0001_initial'),
        ('plans', '0004_days_of_an_authority'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Tables([
            migrations.CreateModel(
                name='Detailed',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('year', models.PositiveSmallIntegerField(verbose_name='năm')),
                    ('status', models.CharField(choices=[('drafting', 'đang soạn'), ('issued', 'đã ban hành'), ('taken_over', 'đơn vị kế thừa làm tiếp')], default='drafting', max_length=10, verbose_name='trạng thái')),
                    ('signer_post', models.CharField(blank=True, max_length=200, verbose_name='chức vụ người ký')),
                    ('signer_name', models.CharField(blank=True, max_length=100, verbose_name='họ tên người ký')),
                    ('version', models.PositiveIntegerField(default=0, verbose_name='số lần đổi')),
                    ('written_version', models.PositiveIntegerField(blank=True, null=True, verbose_name='lập văn bản từ lần đổi')),
                    ('edition', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='detailed_plan', to='documents.edition', verbose_name='văn bản')),
                    ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='detailed', to='plans.plan', verbose_name='kế hoạch cấp trên')),
                    ('result', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='made_from', to='plans.plan', verbose_name='kế hoạch của đơn vị')),
                    ('took_over', models.ManyToManyField(blank=True, related_name='heirs', to='plans.detailed', verbose_name='nhận tiếp từ')),
                    ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='detailed_plans', to='orgs.unit', verbose_name='đơn vị')),
                ],
                options={
                    'verbose_name': 'kế hoạch chi tiết',
                    'ordering': ['-year', 'pk'],
                    'constraints': [
                        models.UniqueConstraint(models.F('unit'), models.F('plan'), name='detailed_plan_once'),
                        models.CheckConstraint(condition=models.Q(models.Q(('edition__isnull', False), ('result__isnull', False), ('status', 'issued')), models.Q(models.Q(('status', 'issued'), _negated=True), ('result', None)), _connector='OR'), name='issued_detailed_plan_has_its_document_and_plan'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Answer',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('how', models.CharField(choices=[('taken_up', 'nhận'), ('adapted', 'điều chỉnh'), ('waived', 'không triển khai')], max_length=8, verbose_name='trả lời')),
                    ('words', models.TextField(blank=True, verbose_name='nội dung của đơn vị')),
                    ('owner', models.CharField(blank=True, max_length=300, verbose_name='người thực hiện')),
                    ('due_on', models.DateField(blank=True, null=True, verbose_name='hạn của đơn vị')),
                    ('reason', models.TextField(blank=True, verbose_name='khác ở đâu, vì sao')),
                    ('version', models.PositiveIntegerField(default=1, verbose_name='số lần đổi')),
                    ('at', models.DateTimeField(verbose_name='lúc')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người trả lời')),
                    ('task', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='plans.task', verbose_name='mục của cấp trên')),
                    ('detailed', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='plans.detailed', verbose_name='kế hoạch chi tiết')),
                ],
                options={
                    'verbose_name': 'trả lời một mục',
                    'ordering': ['detailed', 'task'],
                    'constraints': [
                        models.UniqueConstraint(models.F('detailed'), models.F('task'), name='one_answer_an_item'),
                        models.CheckConstraint(condition=models.Q(models.Q(('how', 'taken_up'), ('words', ''), ('reason', '')), models.Q(('how', 'adapted'), models.Q(('words', ''), _negated=True), models.Q(('reason', ''), _negated=True)), models.Q(('how', 'waived'), ('words', ''), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='answer_has_its_words'),
                        models.CheckConstraint(condition=models.Q(models.Q(('how', 'waived'), _negated=True), models.Q(('due_on', None), ('owner', '')), _connector='OR'), name='waived_item_has_no_day_and_nobody'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='OwnItem',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('ordinal', models.PositiveSmallIntegerField(verbose_name='thứ tự')),
                    ('title', models.CharField(max_length=300, verbose_name='việc')),
                    ('words', models.TextField(blank=True, verbose_name='nội dung')),
                    ('owner', models.CharField(blank=True, max_length=300, verbose_name='người thực hiện')),
                    ('due_on', models.DateField(blank=True, null=True, verbose_name='hạn')),
                    ('at', models.DateTimeField(verbose_name='lúc')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người thêm')),
                    ('detailed', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='own_items', to='plans.detailed', verbose_name='kế hoạch chi tiết')),
                ],
                options={
                    'verbose_name': 'mục riêng của đơn vị',
                    'ordering': ['detailed', 'ordinal'],
                    'constraints': [
                        models.UniqueConstraint(models.F('detailed'), models.F('ordinal'), name='own_item_once'),
                        models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='own_item_has_a_title'),
                    ],
                },
            ),
        ]),
        migrations.AddField(
            model_name='task',
            name='above',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='below', to='plans.task', verbose_name='mục của kế hoạch cấp trên'),
        ),
        append_only("plans_task", KEPT),
        append_only("plans_detailed", ("id", "unit_id", "plan_id")),
        final("plans_detailed", "OLD.status <> 'drafting'"),
    ]
