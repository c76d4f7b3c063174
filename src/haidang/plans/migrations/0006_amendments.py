"""What an amendment is: items that became others, and what each unit is asked (promise N5)."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from haidang.ledger.append_only import append_only
from haidang.ledger.tables import Tables

# As in 0005; said again, for the table of tasks is remade here.
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
        ('plans', '0005_cascade'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Tables([
            migrations.CreateModel(
                name='Amendment',
                fields=[
                    ('plan', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='amendment', serialize=False, to='plans.plan', verbose_name='kế hoạch sửa đổi')),
                    ('is_partial', models.BooleanField(default=False, verbose_name='chỉ sửa các mục được nêu')),
                    ('since', models.DateField(blank=True, null=True, verbose_name='có hiệu lực từ ngày')),
                    ('answer_by', models.DateField(blank=True, null=True, verbose_name='trả lời chậm nhất hết ngày')),
                    ('version', models.PositiveIntegerField(default=0, verbose_name='số lần đổi')),
                ],
                options={
                    'verbose_name': 'sửa đổi kế hoạch',
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(models.Q(('answer_by', None), ('since', None)), ('since__isnull', False), _connector='OR'), name='adopted_amendment_says_since_when'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='AmendedItem',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('ordinal', models.PositiveIntegerField(verbose_name='thứ tự')),
                    ('kind', models.CharField(choices=[('same', 'giữ nguyên'), ('changed', 'sửa đổi'), ('added', 'bổ sung'), ('removed', 'bãi bỏ')], max_length=8, verbose_name='thay đổi')),
                    ('likeness', models.PositiveSmallIntegerField(default=0, verbose_name='giống nhau, phần trăm')),
                    ('by_hand', models.BooleanField(default=False, verbose_name='do người ghép')),
                    ('facts', models.JSONField(default=list, verbose_name='điều khác')),
                    ('after', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='amended_from', to='plans.task', verbose_name='mục mới')),
                    ('before', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='amended_in', to='plans.task', verbose_name='mục cũ')),
                    ('amendment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='plans.amendment', verbose_name='sửa đổi')),
                ],
                options={
                    'verbose_name': 'mục được sửa đổi',
                    'ordering': ['amendment', 'ordinal'],
                    'constraints': [
                        models.UniqueConstraint(models.F('amendment'), models.F('before'), name='amended_from_once'),
                        models.UniqueConstraint(models.F('amendment'), models.F('after'), name='amended_to_once'),
                        models.CheckConstraint(condition=models.Q(('before__isnull', False), ('after__isnull', False), _connector='OR'), name='amended_item_has_a_side'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Asked',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('due_on', models.DateField(verbose_name='chậm nhất hết ngày')),
                    ('how', models.CharField(blank=True, choices=[('taken_up', 'nhận'), ('adapted', 'điều chỉnh'), ('waived', 'không triển khai')], max_length=8, verbose_name='trả lời')),
                    ('words', models.TextField(blank=True, verbose_name='nội dung, lý do')),
                    ('version', models.PositiveIntegerField(default=0, verbose_name='số lần đổi')),
                    ('at', models.DateTimeField(blank=True, null=True, verbose_name='lúc')),
                    ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người trả lời')),
                    ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='asked', to='plans.amendeditem', verbose_name='mục được sửa đổi')),
                    ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='asked_amendments', to='orgs.unit', verbose_name='đơn vị')),
                ],
                options={
                    'verbose_name': 'trả lời mục sửa đổi',
                    'ordering': ['item', 'unit'],
                    'indexes': [
                        models.Index(condition=models.Q(('how', '')), fields=['due_on'], name='asked_and_unanswered'),
                    ],
                    'constraints': [
                        models.UniqueConstraint(models.F('item'), models.F('unit'), name='asked_once'),
                        models.CheckConstraint(condition=models.Q(models.Q(('at', None), ('by', None), ('how', ''), ('words', '')), models.Q(models.Q(('how', ''), _negated=True), ('at__isnull', False), ('by__isnull', False)), _connector='OR'), name='answered_says_when_and_by_whom'),
                        models.CheckConstraint(condition=models.Q(('how__in', ['', 'taken_up']), models.Q(('words', ''), _negated=True), _connector='OR'), name='adapted_or_waived_says_why'),
                    ],
                },
            ),
        ]),
        migrations.RemoveConstraint(
            model_name='plan',
            name='adopted_plan_says_when_and_by_whom',
        ),
        migrations.AddField(
            model_name='plan',
            name='amends',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='amendments', to='plans.plan', verbose_name='sửa đổi kế hoạch'),
        ),
        migrations.AddField(
            model_name='task',
            name='continues',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='continued_by', to='plans.task', verbose_name='nối tiếp việc'),
        ),
        migrations.AddField(
            model_name='task',
            name='current',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='earlier', to='plans.task', verbose_name='nay là việc'),
        ),
        migrations.AddField(
            model_name='task',
            name='replaced_on',
            field=models.DateField(blank=True, null=True, verbose_name='không còn hiệu lực từ ngày'),
        ),
        migrations.AlterField(
            model_name='plan',
            name='status',
            field=models.CharField(choices=[('in_review', 'đang rà soát'), ('adopted', 'đã đưa vào thực hiện'), ('withdrawn', 'đã rút'), ('replaced', 'đã thay thế')], default='in_review', max_length=10, verbose_name='trạng thái'),
        ),
        migrations.AlterField(
            model_name='task',
            name='status',
            field=models.CharField(choices=[('proposed', 'chờ xem'), ('accepted', 'đã nhận'), ('refused', 'đã bỏ'), ('replaced', 'đã sửa đổi hoặc bãi bỏ')], default='proposed', max_length=10, verbose_name='trạng thái'),
        ),
        migrations.AddConstraint(
            model_name='plan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status__in', ('adopted', 'replaced')), ('adopted_at__isnull', False), ('adopted_by__isnull', False)), models.Q(models.Q(('status__in', ('adopted', 'replaced')), _negated=True), ('adopted_at', None), ('adopted_by', None)), _connector='OR'), name='adopted_plan_says_when_and_by_whom'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('replaced_on__isnull', False), ('status', 'replaced')), models.Q(models.Q(('status', 'replaced'), _negated=True), ('current', None), ('replaced_on', None)), _connector='OR'), name='replaced_task_says_since_when'),
        ),
        append_only("plans_task", KEPT),
        append_only("plans_asked", ("id", "item_id", "unit_id")),
    ]
