"""A file for a story, with its limits told before it is sent."""

from django import forms
from django.conf import settings

from haidang.newsroom.attached import MEGABYTE, MOST_VIDEO
from haidang.web.widgets import FileButton

ACCEPTED = ".pdf,.docx,.xlsx,.pptx,.txt,.mp3,.m4a,.ogg,.wav,.mp4,audio/*,video/mp4"


class AttachForm(forms.Form):
    """A file, what it is, and whether a copy without what it hides is wanted."""

    file = forms.FileField(
        label="Tệp",
        help_text=f"PDF, Word, Excel, PowerPoint đến {settings.DOCUMENT_LIMIT // MEGABYTE} MB;"
        f" ghi âm, video .mp4 đến {MOST_VIDEO // MEGABYTE} MB. Video dài hơn: đăng lên kênh của"
        " đơn vị rồi dán đường dẫn vào bài. Tên tác giả, nơi quay ghi trong tệp được xóa.",
        widget=FileButton("Chọn tệp", attrs={"accept": ACCEPTED}),
        error_messages={"required": "Chọn tệp.", "empty": "Tệp này rỗng. Chọn lại tệp."},
    )
    words = forms.CharField(
        label="Tệp này là gì", required=False, max_length=300, help_text="Bạn đọc thấy dòng này."
    )
    is_cleaned = forms.BooleanField(
        label="Dùng bản đã làm sạch: bỏ chữ ẩn, nhận mọi chỗ sửa có theo dõi, bỏ lời bình",
        required=False,
    )
