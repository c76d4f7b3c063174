"""Stations, their weeks and bulletins, players, and what was aired."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from haidang.ledger.append_only import append_only
from haidang.ledger.tables import Tables

ONLY_ADDED = (
    "bulletinsubmission",
    "bulletinclearance",
    "release",
    "fault",
    "playerorder",
    "aired",
    "monthlog",
    "exchanged",
)


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('activities', '0007_last_of_unit'),
        ('documents', '0006_final'),
        ('newsroom', '0008_readers'),
        ('orgs', '0003_stands_apart'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Tables([
        migrations.CreateModel(
            name='HoursRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, verbose_name='tên')),
                ('most_times_a_day', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='số buổi mỗi ngày')),
                ('most_minutes_a_time', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='số phút mỗi buổi')),
                ('most_days_a_week', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='số ngày mỗi tuần')),
                ('not_before', models.TimeField(blank=True, null=True, verbose_name='không trước')),
                ('not_after', models.TimeField(blank=True, null=True, verbose_name='không sau')),
                ('source', models.CharField(blank=True, max_length=300, verbose_name='căn cứ')),
            ],
            options={
                'verbose_name': 'quy định giờ phát',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Station',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stations', to='orgs.unit', verbose_name='đơn vị')),
                ('kind', models.CharField(choices=[('district', 'đài truyền thanh, trung tâm'), ('commune', 'đài truyền thanh cấp xã'), ('cluster', 'cụm loa')], max_length=10, verbose_name='loại')),
                ('name', models.CharField(max_length=200, verbose_name='tên')),
                ('within', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='clusters', to='broadcast.station', verbose_name='thuộc')),
                ('place', models.CharField(blank=True, max_length=200, verbose_name='đặt ở')),
                ('languages', models.CharField(default='vi', max_length=20, verbose_name='ngôn ngữ')),
                ('relays', models.CharField(blank=True, max_length=200, verbose_name='tiếp âm')),
                ('stream', models.URLField(blank=True, max_length=300, verbose_name='địa chỉ luồng phát')),
                ('rule', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='broadcast.hoursrule', verbose_name='quy định giờ phát')),
                ('is_retired', models.BooleanField(default=False, verbose_name='không dùng nữa')),
                ('version', models.PositiveIntegerField(default=0, verbose_name='số lần đổi')),
            ],
            options={
                'verbose_name': 'đài, cụm loa',
                'ordering': ['unit_id', 'kind', 'name'],
                'constraints': [models.UniqueConstraint(models.F('unit'), models.F('name'), name='station_named_once_in_a_unit'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'cluster'), ('within__isnull', False)), models.Q(models.Q(('kind', 'cluster'), _negated=True), ('within', None)), _connector='OR'), name='a_cluster_hangs_on_a_station')],
            },
        ),
        migrations.CreateModel(
            name='Slot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('station', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='slots', to='broadcast.station', verbose_name='đài, cụm loa')),
                ('name', models.CharField(max_length=60, verbose_name='tên')),
                ('starts_at', models.TimeField(verbose_name='từ')),
                ('minutes', models.PositiveSmallIntegerField(verbose_name='số phút')),
                ('weekdays', models.CharField(default='1234567', max_length=7, verbose_name='các thứ')),
                ('valid_from', models.DateField(verbose_name='từ ngày')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
            ],
            options={
                'verbose_name': 'khung giờ',
                'ordering': ['starts_at', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('minutes__gte', 1), ('minutes__lte', 1440)), name='slot_within_a_day')],
            },
        ),
        migrations.CreateModel(
            name='Recording',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recordings', to='orgs.unit', verbose_name='đơn vị')),
                ('title', models.CharField(max_length=200, verbose_name='tên')),
                ('language', models.CharField(choices=[('vi', 'tiếng Việt'), ('km', 'tiếng Khmer'), ('en', 'tiếng Anh')], default='vi', max_length=2, verbose_name='ngôn ngữ')),
                ('source', models.CharField(choices=[('uploaded', 'tải lên'), ('recorded', 'ghi âm trên máy'), ('machine', 'giọng máy'), ('received', 'nhận từ cấp khác')], max_length=10, verbose_name='nguồn')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile', verbose_name='tệp để phát')),
                ('original', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile', verbose_name='tệp đã nhận')),
                ('seconds', models.DecimalField(decimal_places=3, max_digits=9, verbose_name='số giây')),
                ('loudness', models.DecimalField(decimal_places=1, max_digits=5, verbose_name='độ to khi nhận (LUFS)')),
                ('findings', models.JSONField(blank=True, default=list, verbose_name='điều cần nghe lại')),
                ('rights', models.CharField(blank=True, max_length=200, verbose_name='quyền sử dụng')),
                ('is_for_filling', models.BooleanField(default=False, verbose_name='dùng phát khi trống')),
                ('is_retired', models.BooleanField(default=False, verbose_name='không dùng nữa')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='bởi')),
                ('made_at', models.DateTimeField(verbose_name='lúc')),
            ],
            options={
                'verbose_name': 'bản thu',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='Bulletin',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bulletins', to='orgs.unit', verbose_name='đơn vị')),
                ('title', models.CharField(max_length=200, verbose_name='tên')),
                ('language', models.CharField(choices=[('vi', 'tiếng Việt'), ('km', 'tiếng Khmer'), ('en', 'tiếng Anh')], default='vi', max_length=2, verbose_name='ngôn ngữ')),
                ('on', models.DateField(verbose_name='cho ngày')),
                ('words', models.TextField(blank=True, verbose_name='lời đọc')),
                ('spoken', models.TextField(blank=True, verbose_name='lời cho phát thanh viên')),
                ('recording', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='broadcast.recording', verbose_name='bản thu')),
                ('edition_of', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='broadcast.bulletin', verbose_name='bản của')),
                ('is_shared', models.BooleanField(default=False, verbose_name='cho cấp dưới dùng')),
                ('is_retired', models.BooleanField(default=False, verbose_name='không dùng nữa')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='bởi')),
                ('made_at', models.DateTimeField(verbose_name='lúc')),
                ('version', models.PositiveIntegerField(default=0, verbose_name='số lần đổi')),
            ],
            options={
                'verbose_name': 'bản tin',
                'ordering': ['-on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='BulletinStory',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('bulletin', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='broadcast.bulletin', verbose_name='bản tin')),
                ('story', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bulletin_parts', to='newsroom.story', verbose_name='tin, bài')),
                ('publication', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='newsroom.publication', verbose_name='từ lần đăng')),
                ('ordinal', models.PositiveSmallIntegerField(verbose_name='thứ tự')),
            ],
            options={
                'verbose_name': 'tin trong bản tin',
                'ordering': ['ordinal', 'pk'],
                'constraints': [models.UniqueConstraint(models.F('bulletin'), models.F('story'), name='story_once_in_a_bulletin')],
            },
        ),
        migrations.CreateModel(
            name='BulletinSubmission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('bulletin', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='submissions', to='broadcast.bulletin', verbose_name='bản tin')),
                ('fingerprint', models.CharField(max_length=64, verbose_name='băm của nội dung')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='bởi')),
                ('at', models.DateTimeField(verbose_name='lúc')),
            ],
            options={
                'verbose_name': 'lần gửi duyệt bản tin',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='BulletinClearance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('submission', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clearances', to='broadcast.bulletinsubmission', verbose_name='lần gửi duyệt')),
                ('step', models.CharField(choices=[('editor', 'biên tập'), ('confidentiality', 'kiểm tra bảo mật')], max_length=20, verbose_name='bước')),
                ('agrees', models.BooleanField(verbose_name='cho phát')),
                ('reason', models.CharField(blank=True, choices=[('E1', 'thiếu hoặc sai dữ kiện'), ('E2', 'thiếu nguồn, bản quyền'), ('E3', 'câu chữ, trình bày'), ('E4', 'bản dịch chưa khớp'), ('K1', 'vị trí, lực lượng'), ('K2', 'cá nhân'), ('K3', 'chưa được phép công bố'), ('K4', 'trao đổi trực tiếp')], max_length=2, verbose_name='lý do')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='bởi')),
                ('at', models.DateTimeField(verbose_name='lúc')),
            ],
            options={
                'verbose_name': 'quyết định về bản tin',
                'constraints': [models.UniqueConstraint(models.F('submission'), models.F('step'), name='bulletin_decided_once_a_step'), models.CheckConstraint(condition=models.Q(models.Q(('agrees', True), ('reason', '')), models.Q(('agrees', False), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='bulletin_refusal_has_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='Week',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('station', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='weeks', to='broadcast.station', verbose_name='đài, cụm loa')),
                ('monday', models.DateField(verbose_name='tuần từ')),
                ('version', models.PositiveIntegerField(default=0, verbose_name='số lần đổi')),
            ],
            options={
                'verbose_name': 'tuần phát thanh',
                'constraints': [models.UniqueConstraint(models.F('station'), models.F('monday'), name='week_once_a_station')],
            },
        ),
        migrations.CreateModel(
            name='Part',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('week', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='broadcast.week', verbose_name='tuần')),
                ('slot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='broadcast.slot', verbose_name='khung giờ')),
                ('on', models.DateField(verbose_name='ngày')),
                ('ordinal', models.PositiveSmallIntegerField(verbose_name='thứ tự')),
                ('kind', models.CharField(choices=[('bulletin', 'bản tin'), ('notice', 'thông báo'), ('relay', 'tiếp âm'), ('repeat', 'phát lại'), ('music', 'văn nghệ'), ('tune', 'nhạc hiệu')], max_length=10, verbose_name='loại')),
                ('title', models.CharField(max_length=200, verbose_name='tên')),
                ('language', models.CharField(choices=[('vi', 'tiếng Việt'), ('km', 'tiếng Khmer'), ('en', 'tiếng Anh')], default='vi', max_length=2, verbose_name='ngôn ngữ')),
                ('seconds', models.PositiveIntegerField(verbose_name='số giây')),
                ('bulletin', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='broadcast.bulletin', verbose_name='bản tin')),
                ('recording', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='broadcast.recording', verbose_name='bản thu')),
                ('relay', models.URLField(blank=True, max_length=300, verbose_name='nguồn tiếp âm')),
            ],
            options={
                'verbose_name': 'chương trình',
                'ordering': ['on', 'slot__starts_at', 'slot_id', 'ordinal', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('bulletin', None), ('recording', None), _connector='OR'), name='part_has_one_sound'), models.CheckConstraint(condition=models.Q(('seconds__gte', 1)), name='part_lasts')],
            },
        ),
        migrations.CreateModel(
            name='Template',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('station', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='templates', to='broadcast.station', verbose_name='đài, cụm loa')),
                ('name', models.CharField(max_length=100, verbose_name='tên')),
                ('parts', models.JSONField(default=list, verbose_name='chương trình')),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('made_at', models.DateTimeField(verbose_name='lúc')),
            ],
            options={
                'verbose_name': 'mẫu tuần',
                'constraints': [models.UniqueConstraint(models.F('station'), models.F('name'), name='template_named_once')],
            },
        ),
        migrations.CreateModel(
            name='Release',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('station', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='releases', to='broadcast.station', verbose_name='đài, cụm loa')),
                ('monday', models.DateField(verbose_name='tuần từ')),
                ('number', models.PositiveIntegerField(verbose_name='bản số')),
                ('content', models.JSONField(verbose_name='nội dung')),
                ('sha256', models.CharField(max_length=64, verbose_name='băm')),
                ('package', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile', verbose_name='gói đã niêm')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='bởi')),
                ('at', models.DateTimeField(verbose_name='lúc')),
            ],
            options={
                'verbose_name': 'lịch đã phát hành',
                'ordering': ['-monday', '-number'],
                'constraints': [models.UniqueConstraint(models.F('station'), models.F('monday'), models.F('number'), name='release_numbered_once')],
            },
        ),
        migrations.CreateModel(
            name='SigningKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.unit', verbose_name='cơ quan')),
                ('public', models.CharField(max_length=64, unique=True, verbose_name='khóa công khai')),
                ('made_at', models.DateTimeField(verbose_name='lúc')),
                ('retired_at', models.DateTimeField(blank=True, null=True, verbose_name='không dùng từ')),
            ],
            options={
                'verbose_name': 'khóa niêm',
            },
        ),
        migrations.CreateModel(
            name='Player',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('station', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='players', to='broadcast.station', verbose_name='đài, cụm loa')),
                ('name', models.CharField(max_length=100, verbose_name='tên máy')),
                ('token_hash', models.CharField(max_length=64, unique=True, verbose_name='băm của mã máy')),
                ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('added_at', models.DateTimeField(verbose_name='lúc')),
                ('retired_at', models.DateTimeField(blank=True, null=True, verbose_name='không dùng từ')),
                ('seen_at', models.DateTimeField(blank=True, null=True, verbose_name='thấy lần cuối')),
                ('health', models.JSONField(blank=True, default=dict, verbose_name='tình trạng')),
            ],
            options={
                'verbose_name': 'máy phát',
            },
        ),
        migrations.CreateModel(
            name='Fault',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('player', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='faults', to='broadcast.player', verbose_name='máy')),
                ('code', models.CharField(max_length=40, verbose_name='mã')),
                ('words', models.CharField(max_length=300, verbose_name='nội dung')),
                ('at', models.DateTimeField(verbose_name='lúc')),
                ('received_at', models.DateTimeField(verbose_name='nhận lúc')),
            ],
            options={
                'verbose_name': 'sự cố máy phát',
                'ordering': ['-at'],
            },
        ),
        migrations.CreateModel(
            name='Alert',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('identifier', models.CharField(max_length=120, unique=True, verbose_name='mã CAP')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='alerts', to='orgs.unit', verbose_name='cơ quan')),
                ('facts', models.JSONField(verbose_name='nội dung')),
                ('message', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile', verbose_name='bản tin CAP')),
                ('recording', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='broadcast.recording', verbose_name='tiếng')),
                ('updates', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='broadcast.alert', verbose_name='thay cho')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='bởi')),
                ('at', models.DateTimeField(verbose_name='lúc')),
                ('expires_at', models.DateTimeField(verbose_name='hết hiệu lực')),
                ('stations', models.ManyToManyField(related_name='+', to='broadcast.station', verbose_name='đài, cụm loa')),
            ],
            options={
                'verbose_name': 'tin khẩn',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='PlayerOrder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('station', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='orders', to='broadcast.station', verbose_name='đài, cụm loa')),
                ('number', models.PositiveIntegerField(verbose_name='số')),
                ('order', models.CharField(choices=[('emergency', 'tin khẩn'), ('stop', 'không phát nữa'), ('halt', 'ngừng mọi phát sóng'), ('resume', 'phát lại bình thường')], max_length=10, verbose_name='lệnh')),
                ('content', models.JSONField(default=dict, verbose_name='nội dung')),
                ('sealed', models.TextField(verbose_name='bản đã niêm')),
                ('alert', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='orders', to='broadcast.alert', verbose_name='tin khẩn')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='bởi')),
                ('at', models.DateTimeField(verbose_name='lúc')),
            ],
            options={
                'verbose_name': 'lệnh cho máy phát',
                'ordering': ['station_id', 'number'],
                'constraints': [models.UniqueConstraint(models.F('station'), models.F('number'), name='order_numbered_once')],
            },
        ),
        migrations.CreateModel(
            name='Aired',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('station', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='aired', to='broadcast.station', verbose_name='đài, cụm loa')),
                ('player', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='broadcast.player', verbose_name='máy')),
                ('release', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='aired', to='broadcast.release', verbose_name='theo bản')),
                ('part', models.CharField(blank=True, max_length=40, verbose_name='mã chương trình')),
                ('how', models.CharField(choices=[('player', 'máy phát ghi'), ('person', 'người trực ghi')], max_length=10, verbose_name='ai ghi')),
                ('kind', models.CharField(choices=[('bulletin', 'bản tin'), ('notice', 'thông báo'), ('relay', 'tiếp âm'), ('repeat', 'phát lại'), ('music', 'văn nghệ'), ('tune', 'nhạc hiệu')], max_length=10, verbose_name='loại')),
                ('title', models.CharField(max_length=200, verbose_name='tên')),
                ('language', models.CharField(choices=[('vi', 'tiếng Việt'), ('km', 'tiếng Khmer'), ('en', 'tiếng Anh')], default='vi', max_length=2, verbose_name='ngôn ngữ')),
                ('sha256', models.CharField(blank=True, max_length=64, verbose_name='băm của tiếng')),
                ('started_at', models.DateTimeField(db_index=True, verbose_name='từ lúc')),
                ('seconds', models.DecimalField(decimal_places=3, max_digits=9, verbose_name='số giây')),
                ('missed', models.CharField(blank=True, choices=[('power', 'mất điện'), ('fault', 'hỏng thiết bị'), ('weather', 'mưa bão, sự cố'), ('staff', 'không có người trực'), ('withdrawn', 'bài đã rút'), ('refused', 'gói không hợp lệ'), ('emergency', 'nhường tin khẩn'), ('other', 'lý do khác')], max_length=10, verbose_name='vì sao không phát')),
                ('note', models.CharField(blank=True, max_length=200, verbose_name='ghi chú')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='bởi')),
                ('received_at', models.DateTimeField(verbose_name='nhận lúc')),
                ('activity', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='activities.activity', verbose_name='hoạt động')),
            ],
            options={
                'verbose_name': 'lượt phát',
                'ordering': ['started_at', 'received_at'],
                'indexes': [models.Index(models.F('station'), models.F('started_at'), name='aired_of_a_station')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('how', 'player'), ('player__isnull', False)), models.Q(('by__isnull', False), ('how', 'person')), _connector='OR'), name='somebody_says_it_was_aired'), models.CheckConstraint(condition=models.Q(models.Q(('missed', ''), ('seconds__gt', 0)), models.Q(models.Q(('missed', ''), _negated=True), ('seconds', 0)), _connector='OR'), name='what_was_missed_has_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='MonthLog',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('station', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='month_logs', to='broadcast.station', verbose_name='đài, cụm loa')),
                ('first', models.DateField(verbose_name='tháng từ')),
                ('content', models.JSONField(verbose_name='nội dung')),
                ('sha256', models.CharField(max_length=64, verbose_name='băm')),
                ('edition', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.edition', verbose_name='văn bản')),
                ('file', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile', verbose_name='tệp')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='bởi')),
                ('at', models.DateTimeField(verbose_name='lúc')),
            ],
            options={
                'verbose_name': 'nhật ký phát sóng tháng',
                'ordering': ['-first', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Exchanged',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('identifier', models.CharField(max_length=120, verbose_name='mã')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.unit', verbose_name='đơn vị')),
                ('is_incoming', models.BooleanField(verbose_name='nhận về')),
                ('facts', models.JSONField(verbose_name='thông tin')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile', verbose_name='gói')),
                ('bulletin', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='broadcast.bulletin', verbose_name='bản tin')),
                ('recording', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='broadcast.recording', verbose_name='bản thu')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='bởi')),
                ('at', models.DateTimeField(verbose_name='lúc')),
            ],
            options={
                'verbose_name': 'gói bản tin',
                'ordering': ['-pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_incoming', True)), fields=('unit', 'identifier'), name='package_received_once')],
            },
        ),
        ]),
        *(append_only(f"broadcast_{name}") for name in ONLY_ADDED),
    ]
