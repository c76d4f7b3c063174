"""Forms of bulletins and their sound. They only clean what was typed; commands decide."""

from typing import Any

from django import forms

from haidang.activities.enums import Language
from haidang.broadcast.enums import Source
from haidang.broadcast.models import Recording
from haidang.broadcast.speaking.machine import is_there
from haidang.newsroom.models import Story
from haidang.web.forms.clearing import NO, YES, DecideForm
from haidang.web.forms.desk.planning import RowField, Seen
from haidang.web.widgets import DayBoxes, DayField, FileButton

AUDIO = {"accept": "audio/*", "data-record": ""}
FILE = "MP3, M4A, WAV, OGG: dài nhất 60 phút, nặng nhất 100 MB"


class StoriesField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg] # no argument at run time
    """Stories that are public, by title and day."""

    def label_from_instance(self, obj: Any) -> str:
        """The title, and when it was shown first."""
        shown = obj.first_published_at
        return f"{obj.title} ({shown:%d/%m})" if shown else str(obj.title)


class DraftBulletinForm(forms.Form):
    """What a bulletin begins with: stories that are public, or words that are typed."""

    title = forms.CharField(
        label="Tên bản tin",
        max_length=200,
        error_messages={"required": "Ghi tên bản tin, ví dụ “Bản tin sáng thứ Hai”."},
    )
    on = DayField(label="Cho ngày", widget=DayBoxes(lately=False))
    stories = StoriesField(
        Story.objects.none(),
        label="Tin, bài đã đăng",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    words = forms.CharField(
        label="Lời đọc",
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Để trống thì lấy lời của các bài đã chọn",
    )

    def __init__(self, *args: Any, stories: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["stories"].queryset = stories  # type: ignore[attr-defined]


class BulletinForm(Seen):
    """The words of a bulletin, as they are written and as they are said."""

    title = forms.CharField(label="Tên bản tin", max_length=200)
    on = DayField(label="Cho ngày", widget=DayBoxes(lately=False))
    words = forms.CharField(label="Lời viết", widget=forms.Textarea(attrs={"rows": 8}))
    spoken = forms.CharField(
        label="Lời cho phát thanh viên",
        required=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="Chỗ trong [?…] chưa chắc cách đọc: sửa lại thành chữ",
    )


class SoundForm(Seen):
    """Sound for a bulletin: a file, one of those that are there, or the voice of the machine."""

    file = forms.FileField(
        label="Tệp tiếng",
        required=False,
        help_text=FILE,
        widget=FileButton("Chọn tệp", "upload", attrs=AUDIO),
    )
    recording = RowField(
        Recording.objects.none(), label="Bản thu đã có", required=False, empty_label="Không chọn"
    )

    def __init__(self, *args: Any, recordings: Any, language: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["recording"].queryset = recordings  # type: ignore[attr-defined]
        self.has_voice = is_there(language)


class RecordingForm(forms.Form):
    """A piece of sound for the library: music, a tune, a programme that was received."""

    title = forms.CharField(
        label="Tên", max_length=200, error_messages={"required": "Ghi tên bản thu."}
    )
    language = forms.ChoiceField(
        label="Ngôn ngữ",
        choices=[(value, words[:1].upper() + words[1:]) for value, words in Language.choices],
    )
    rights = forms.CharField(label="Tác giả, quyền sử dụng", max_length=200, required=False)
    is_for_filling = forms.BooleanField(label="Dùng phát khi trống sóng", required=False)
    file = forms.FileField(
        label="Tệp tiếng",
        help_text=FILE,
        widget=FileButton("Chọn tệp", "upload", attrs=AUDIO),
        error_messages={"required": "Chọn tệp hoặc ghi âm."},
    )


class PackageForm(forms.Form):
    """A package of a bulletin that another system made."""

    file = forms.FileField(
        label="Tệp gói bản tin (.zip)",
        help_text="Bản tin nhận về là bản nháp: phải duyệt tại đây trước khi phát.",
        widget=FileButton("Chọn tệp", attrs={"accept": ".zip,application/zip"}),
    )


class DecideBulletinForm(DecideForm):
    """As on a story, in the words of the radio."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        decision, reason = self.fields["decision"], self.fields["reason"]
        decision.choices = [(YES, "Cho phát"), (NO, "Không cho phát")]  # type: ignore[attr-defined]
        decision.error_messages["required"] = "Chọn Cho phát hoặc Không cho phát."
        reason.label = "Lý do, nếu không cho phát"


def source_of(name: str) -> Source:
    """Whether the browser recorded it here."""
    return Source.RECORDED if name.startswith("ghi-am-tren-may.") else Source.UPLOADED
