"""Stories, and what is planned, cleared and published of them."""

import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
import taggit.managers
import wagtail.fields
import wagtail.images.models
import wagtail.models.media
from django.conf import settings
from django.db import migrations, models

from haidang.ledger.append_only import append_only
from haidang.ledger.tables import Tables


class Migration(migrations.Migration):

    dependencies = [
        ('activities', '0006_partners'),
        ('documents', '0006_final'),
        ('newsroom', '0001_initial'),
        ('occasions', '0001_initial'),
        ('orgs', '0002_digest'),
        ('plans', '0008_heirs'),
        ('taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        Tables([
        migrations.CreateModel(
            name='Portal',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('unit', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='portal', to='orgs.unit', verbose_name='đơn vị')),
            ],
            options={
                'verbose_name': 'cổng thông tin',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='SectionPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('key', models.CharField(choices=[('dau-tu', 'đầu tư'), ('du-lich', 'du lịch, văn hóa'), ('kieu-bao', 'kiều bào'), ('bien-dao', 'biển, đảo quê hương'), ('tin', 'tin, bài'), ('lam-ro', 'giải thích, làm rõ'), ('van-ban', 'văn bản'), ('gioi-thieu', 'giới thiệu')], max_length=20, verbose_name='chuyên mục')),
                ('standfirst', models.CharField(blank=True, max_length=300, verbose_name='lời dẫn')),
            ],
            options={
                'verbose_name': 'chuyên mục',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='Picture',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=255, verbose_name='title')),
                ('file', wagtail.images.models.WagtailImageField(height_field='height', upload_to=wagtail.images.models.get_upload_to, verbose_name='file', width_field='width')),
                ('description', models.CharField(blank=True, default='', max_length=255, verbose_name='description')),
                ('width', models.IntegerField(editable=False, verbose_name='width')),
                ('height', models.IntegerField(editable=False, verbose_name='height')),
                ('created_at', models.DateTimeField(auto_now_add=True, db_index=True, verbose_name='created at')),
                ('focal_point_x', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_y', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_width', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_height', models.PositiveIntegerField(blank=True, null=True)),
                ('file_size', models.PositiveIntegerField(editable=False, null=True)),
                ('file_hash', models.CharField(blank=True, db_index=True, editable=False, max_length=40)),
                ('caption', models.CharField(blank=True, max_length=300, verbose_name='chú thích')),
                ('rights', models.CharField(max_length=200, verbose_name='tác giả, quyền sử dụng')),
                ('source', models.CharField(blank=True, max_length=300, verbose_name='nguồn')),
                ('consent', models.CharField(choices=[('nobody', 'không có người nhận ra được'), ('given', 'người trong ảnh đã đồng ý'), ('public_event', 'ảnh hoạt động công khai'), ('unknown', 'chưa hỏi')], default='unknown', max_length=20, verbose_name='người trong ảnh')),
                ('digest', models.CharField(db_index=True, editable=False, max_length=64, verbose_name='băm của tệp')),
                ('likeness', models.CharField(blank=True, editable=False, max_length=16, verbose_name='dấu hình')),
                ('version', models.PositiveIntegerField(default=0, verbose_name='số lần đổi')),
                ('collection', models.ForeignKey(default=wagtail.models.media.get_root_collection_id, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.collection', verbose_name='collection')),
                ('tags', taggit.managers.TaggableManager(blank=True, help_text=None, through='taggit.TaggedItem', to='taggit.Tag', verbose_name='tags')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pictures', to='orgs.unit', verbose_name='của')),
                ('uploaded_by_user', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL, verbose_name='uploaded by user')),
            ],
            options={
                'verbose_name': 'ảnh',
                'ordering': ['-created_at', '-pk'],
            },
            bases=(wagtail.images.models.ImageFileMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='Rendition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('filter_spec', models.CharField(db_index=True, max_length=255)),
                ('file', wagtail.images.models.WagtailImageField(height_field='height', storage=wagtail.images.models.get_rendition_storage, upload_to=wagtail.images.models.get_rendition_upload_to, width_field='width')),
                ('width', models.IntegerField(editable=False)),
                ('height', models.IntegerField(editable=False)),
                ('focal_point_key', models.CharField(blank=True, default='', editable=False, max_length=16)),
                ('image', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='renditions', to='newsroom.picture')),
            ],
            options={
                'verbose_name': 'cỡ ảnh',
                'constraints': [models.UniqueConstraint(fields=('image', 'filter_spec', 'focal_point_key'), name='size_once')],
            },
            bases=(wagtail.images.models.ImageFileMixin, models.Model),
        ),
        migrations.CreateModel(
            name='Story',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('kind', models.CharField(choices=[('news', 'tin, bài'), ('photos', 'phóng sự ảnh'), ('video', 'video'), ('place', 'địa điểm'), ('opportunity', 'cơ hội đầu tư'), ('product', 'sản phẩm'), ('event', 'sự kiện'), ('document', 'văn bản'), ('clarification', 'thông tin giải thích, làm rõ'), ('fixed', 'trang giới thiệu')], default='news', max_length=20, verbose_name='loại')),
                ('content', models.CharField(choices=[('official', 'thông tin chính thức về Việt Nam'), ('image', 'thông tin quảng bá hình ảnh Việt Nam'), ('world', 'thông tin tình hình thế giới vào Việt Nam'), ('explanation', 'thông tin giải thích, làm rõ')], default='image', max_length=20, verbose_name='nội dung đối ngoại')),
                ('standfirst', models.CharField(blank=True, max_length=400, verbose_name='sapo')),
                ('body', wagtail.fields.RichTextField(blank=True, verbose_name='nội dung')),
                ('byline', models.CharField(blank=True, max_length=100, verbose_name='ghi tên')),
                ('is_shared', models.BooleanField(default=False, verbose_name='cho cổng cấp dưới hiện cùng')),
                ('where', models.CharField(blank=True, max_length=200, verbose_name='ở đâu')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='từ ngày')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('contact', models.CharField(blank=True, max_length=300, verbose_name='liên hệ')),
                ('video', models.URLField(blank=True, max_length=300, verbose_name='video')),
                ('claim', models.CharField(blank=True, max_length=500, verbose_name='thông tin sai đang lan truyền')),
                ('claim_where', models.CharField(blank=True, max_length=200, verbose_name='xuất hiện ở đâu')),
                ('claim_at', models.DateTimeField(blank=True, null=True, verbose_name='biết lúc')),
                ('finding', models.CharField(blank=True, choices=[('false', 'sai'), ('lacks_context', 'thiếu bối cảnh'), ('partly_true', 'đúng một phần'), ('true', 'đúng'), ('under_review', 'đang xác minh')], max_length=20, verbose_name='kết luận')),
                ('answered_by', models.CharField(blank=True, max_length=200, verbose_name='nơi trả lời')),
                ('written_from', models.CharField(blank=True, editable=False, max_length=64, verbose_name='dịch từ bản')),
                ('is_machine_made', models.BooleanField(default=False, editable=False, verbose_name='có câu máy dịch')),
                ('folded', models.TextField(blank=True, editable=False, verbose_name='chữ không dấu')),
                ('occasion', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='occasions.occasion', verbose_name='dịp')),
                ('reviewed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người soát dịch')),
                ('task', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='plans.task', verbose_name='nhiệm vụ')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stories', to='orgs.unit', verbose_name='của')),
            ],
            options={
                'verbose_name': 'tin, bài',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='StoryPicture',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('alt', models.CharField(blank=True, max_length=300, verbose_name='mô tả cho người không nhìn thấy')),
                ('caption', models.CharField(blank=True, max_length=300, verbose_name='chú thích')),
                ('picture', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='newsroom.picture', verbose_name='ảnh')),
                ('story', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='pictures', to='newsroom.story', verbose_name='tin, bài')),
            ],
            options={
                'verbose_name': 'ảnh trong bài',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='StoryFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('name', models.CharField(max_length=200, verbose_name='tên tệp')),
                ('words', models.CharField(blank=True, max_length=300, verbose_name='nói rõ')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile', verbose_name='tệp')),
                ('story', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='newsroom.story', verbose_name='tin, bài')),
            ],
            options={
                'verbose_name': 'tệp kèm',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='StorySource',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('words', models.CharField(max_length=300, verbose_name='nguồn')),
                ('link', models.URLField(blank=True, max_length=300, verbose_name='đường dẫn')),
                ('story', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='sources', to='newsroom.story', verbose_name='tin, bài')),
            ],
            options={
                'verbose_name': 'nguồn',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PlannedStory',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200, verbose_name='tên bài')),
                ('kind', models.CharField(choices=[('news', 'tin, bài'), ('photos', 'phóng sự ảnh'), ('video', 'video'), ('place', 'địa điểm'), ('opportunity', 'cơ hội đầu tư'), ('product', 'sản phẩm'), ('event', 'sự kiện'), ('document', 'văn bản'), ('clarification', 'thông tin giải thích, làm rõ'), ('fixed', 'trang giới thiệu')], default='news', max_length=20, verbose_name='loại')),
                ('content', models.CharField(choices=[('official', 'thông tin chính thức về Việt Nam'), ('image', 'thông tin quảng bá hình ảnh Việt Nam'), ('world', 'thông tin tình hình thế giới vào Việt Nam'), ('explanation', 'thông tin giải thích, làm rõ')], default='image', max_length=20, verbose_name='nội dung đối ngoại')),
                ('section', models.CharField(choices=[('dau-tu', 'đầu tư'), ('du-lich', 'du lịch, văn hóa'), ('kieu-bao', 'kiều bào'), ('bien-dao', 'biển, đảo quê hương'), ('tin', 'tin, bài'), ('lam-ro', 'giải thích, làm rõ'), ('van-ban', 'văn bản'), ('gioi-thieu', 'giới thiệu')], default='tin', max_length=20, verbose_name='chuyên mục')),
                ('on', models.DateField(db_index=True, verbose_name='ngày')),
                ('channels', models.CharField(max_length=60, verbose_name='kênh')),
                ('languages', models.CharField(default='vi', max_length=20, verbose_name='ngôn ngữ')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='ghi chú')),
                ('is_dropped', models.BooleanField(default=False, verbose_name='đã bỏ')),
                ('version', models.PositiveIntegerField(default=0, verbose_name='số lần đổi')),
                ('made_at', models.DateTimeField(verbose_name='lúc')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người lập')),
                ('occasion', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='occasions.occasion', verbose_name='dịp')),
                ('task', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='plans.task', verbose_name='nhiệm vụ')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='planned_stories', to='orgs.unit', verbose_name='đơn vị')),
                ('writer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người viết')),
                ('story', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='planned', to='newsroom.story', verbose_name='tin, bài')),
            ],
            options={
                'verbose_name': 'bài dự kiến',
                'ordering': ['on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Submission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fingerprint', models.CharField(max_length=64, verbose_name='băm của nội dung')),
                ('submitted_at', models.DateTimeField(verbose_name='lúc')),
                ('revision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.revision', verbose_name='bản')),
                ('story', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='submissions', to='newsroom.story', verbose_name='tin, bài')),
                ('submitted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='bởi')),
            ],
            options={
                'verbose_name': 'lần gửi duyệt',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='Clearance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('step', models.CharField(choices=[('editor', 'biên tập'), ('confidentiality', 'kiểm tra bảo mật')], max_length=20, verbose_name='bước')),
                ('agrees', models.BooleanField(verbose_name='cho đăng')),
                ('reason', models.CharField(blank=True, choices=[('E1', 'thiếu hoặc sai dữ kiện'), ('E2', 'thiếu nguồn, bản quyền'), ('E3', 'câu chữ, trình bày'), ('E4', 'bản dịch chưa khớp'), ('K1', 'vị trí, lực lượng'), ('K2', 'cá nhân'), ('K3', 'chưa được phép công bố'), ('K4', 'trao đổi trực tiếp')], max_length=2, verbose_name='lý do')),
                ('at', models.DateTimeField(verbose_name='lúc')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='bởi')),
                ('submission', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clearances', to='newsroom.submission', verbose_name='lần gửi duyệt')),
            ],
            options={
                'verbose_name': 'quyết định',
                'constraints': [models.UniqueConstraint(models.F('submission'), models.F('step'), name='decided_once_a_step'), models.CheckConstraint(condition=models.Q(models.Q(('agrees', True), ('reason', '')), models.Q(('agrees', False), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='refusal_has_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='Emergency',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ordered_at', models.DateTimeField(verbose_name='lúc')),
                ('clear_by', models.DateTimeField(verbose_name='phải duyệt xong trước')),
                ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='kết thúc lúc')),
                ('was_cleared', models.BooleanField(null=True, verbose_name='đã được duyệt')),
                ('ordered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='bởi')),
                ('submission', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='emergency', to='newsroom.submission', verbose_name='lần gửi duyệt')),
            ],
            options={
                'verbose_name': 'đăng khẩn',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('ended_at', None), ('was_cleared', None)), models.Q(('ended_at__isnull', False), ('was_cleared__isnull', False)), _connector='OR'), name='emergency_ends_one_way')],
            },
        ),
        migrations.CreateModel(
            name='Publication',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('act', models.CharField(choices=[('published', 'đăng'), ('corrected', 'đính chính'), ('withdrawn', 'rút')], max_length=10, verbose_name='việc')),
                ('fingerprint', models.CharField(max_length=64, verbose_name='băm của nội dung')),
                ('address', models.URLField(max_length=500, verbose_name='địa chỉ')),
                ('notice', models.CharField(blank=True, max_length=500, verbose_name='thông báo cho bạn đọc')),
                ('at', models.DateTimeField(db_index=True, verbose_name='lúc')),
                ('activity', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='activities.activity', verbose_name='hoạt động')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='bởi')),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile', verbose_name='trang đã hiện')),
                ('submission', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='newsroom.submission', verbose_name='đã duyệt')),
                ('story', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='publications', to='newsroom.story', verbose_name='tin, bài')),
            ],
            options={
                'verbose_name': 'lần đăng',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='Copy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('channel', models.CharField(choices=[('portal', 'cổng thông tin'), ('radio', 'loa, đài'), ('social', 'mạng xã hội'), ('board', 'bảng tin')], max_length=10, verbose_name='kênh')),
                ('name', models.CharField(max_length=200, verbose_name='ở đâu')),
                ('address', models.URLField(blank=True, max_length=500, verbose_name='địa chỉ')),
                ('state', models.CharField(choices=[('current', 'đúng bản mới'), ('stale', 'còn bản cũ'), ('cannot_recall', 'không thu hồi được')], default='current', max_length=20, verbose_name='tình trạng')),
                ('made_at', models.DateTimeField(verbose_name='lúc')),
                ('version', models.PositiveIntegerField(default=0, verbose_name='số lần đổi')),
                ('activity', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='activities.activity', verbose_name='hoạt động')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='bởi')),
                ('publication', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='copies', to='newsroom.publication', verbose_name='từ lần đăng')),
                ('story', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='copies', to='newsroom.story', verbose_name='tin, bài')),
            ],
            options={
                'verbose_name': 'bản sao',
            },
        ),
        migrations.CreateModel(
            name='Term',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('vi', models.CharField(max_length=200, verbose_name='tiếng Việt')),
                ('en', models.CharField(blank=True, max_length=200, verbose_name='tiếng Anh')),
                ('km', models.CharField(blank=True, max_length=200, verbose_name='tiếng Khmer')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='cách dùng')),
                ('is_contested', models.BooleanField(default=False, verbose_name='từ ngữ nhạy cảm')),
                ('is_retired', models.BooleanField(default=False, verbose_name='không dùng nữa')),
                ('version', models.PositiveIntegerField(default=0, verbose_name='số lần đổi')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người chịu trách nhiệm')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='terms', to='orgs.unit', verbose_name='của')),
            ],
            options={
                'verbose_name': 'thuật ngữ',
                'ordering': ['vi'],
                'constraints': [models.UniqueConstraint(models.F('unit'), models.F('vi'), name='term_once_in_a_unit')],
            },
        ),
        migrations.CreateModel(
            name='Rating',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(verbose_name='ngày')),
                ('answer', models.CharField(choices=[('useful', 'có ích'), ('partly', 'chưa đủ'), ('useless', 'không có ích')], max_length=10, verbose_name='trả lời')),
                ('times', models.PositiveIntegerField(default=0, verbose_name='số lần')),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='trang')),
            ],
            options={
                'verbose_name': 'đánh giá của bạn đọc',
                'constraints': [models.UniqueConstraint(models.F('page'), models.F('on'), models.F('answer'), name='rating_once_a_day')],
            },
        ),
        ]),
        *(append_only(f'newsroom_{name}') for name in ('submission', 'clearance', 'publication')),
    ]
