"""Forms of the library of pictures. They only clean what was typed; commands decide."""

from django import forms
from django.http import QueryDict

from haidang.newsroom.enums import Consent
from haidang.newsroom.models import Picture
from haidang.newsroom.picture_facts import LONGEST, PictureFacts
from haidang.web.forms.activities import PhotoButton, PhotosField
from haidang.web.forms.desk.planning import Seen

CONSENTS = [(value, f"{words[:1].upper()}{words[1:]}") for value, words in Consent.choices]
PLACES = {17: ("Trên", "trái"), 50: ("Giữa", "giữa"), 83: ("Dưới", "phải")}
FOCUSES = [
    (f"{x},{y}", "Chính giữa" if x == y == 50 else f"{PLACES[y][0]}, {PLACES[x][1]}")
    for y in PLACES
    for x in PLACES
]
LACKING = [("", "Tất cả"), ("alt", "Thiếu mô tả"), ("use", "Chưa dùng trong bài nào")]


class PictureForm(Seen):
    """The words of a picture, and where its middle is."""

    alt = forms.CharField(
        label="Mô tả cho người không nhìn thấy ảnh",
        help_text="Nói điều ảnh cho thấy, ví dụ “Ghe biển về bến Mỹ Long lúc sáng sớm”. "
        "Bài có ảnh thiếu mô tả không gửi duyệt được.",
        max_length=LONGEST["alt"],
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    caption = forms.CharField(label="Chú thích", max_length=LONGEST["caption"], required=False)
    rights = forms.CharField(
        label="Tác giả, quyền sử dụng",
        help_text="Hiện dưới ảnh, ví dụ “Ảnh: Trung tâm VH-TT&TT”.",
        max_length=LONGEST["rights"],
        error_messages={"required": "Ghi ai chụp, hoặc ai cho dùng ảnh này."},
    )
    source = forms.CharField(label="Nguồn", max_length=LONGEST["source"], required=False)
    consent = forms.ChoiceField(
        label="Người trong ảnh", choices=CONSENTS, widget=forms.RadioSelect, initial=Consent.UNKNOWN
    )

    def facts(self) -> PictureFacts:
        """What was typed; a textarea's lines become one where they are kept."""
        names = ("rights", "alt", "caption", "source", "consent")
        said = {name: self.cleaned_data[name] for name in names}
        return PictureFacts(**said, focus=self.cleaned_data.get("focus", ""))


class KnownPictureForm(PictureForm):
    """The words of a picture that is in the library, and the middle of what is cut out of it."""

    focus = forms.ChoiceField(
        label="Tâm ảnh",
        help_text="Phần được giữ khi ảnh bị cắt cho vừa khung.",
        choices=FOCUSES,
        widget=forms.RadioSelect,
    )

    def __init__(self, data: QueryDict | None, *, picture: Picture) -> None:
        standing = {
            "alt": picture.description,
            "caption": picture.caption,
            "rights": picture.rights,
            "source": picture.source,
            "consent": picture.consent,
            "focus": nearest(picture.focus),
            "seen": picture.version,
        }
        super().__init__(data, initial=standing)


def nearest(focus: str) -> str:
    """The one of nine places that is nearest to a middle; the middle itself where there is none."""
    if not focus:
        return "50,50"
    x, y = (min(PLACES, key=lambda place: abs(place - int(part))) for part in focus.split(","))
    return f"{x},{y}"


class NewPicturesForm(PictureForm):
    """Some pictures at once, of one hand: what is said holds for each of them."""

    photos = PhotosField(
        label="Tệp ảnh",
        help_text="JPEG, PNG hoặc WebP, tối đa 15 MB một ảnh. Vị trí ghi trong ảnh bị xóa.",
        widget=PhotoButton("Chọn ảnh", "upload", multiple=""),
        error_messages={"required": "Chọn ít nhất một ảnh."},
    )
    field_order = ("photos", "rights", "alt", "caption", "source", "consent")


class FindPicturesForm(forms.Form):
    """What is looked for in the library."""

    tim = forms.CharField(label="Tìm trong mô tả, chú thích, tác giả", required=False)
    nguoi = forms.ChoiceField(
        label="Người trong ảnh", choices=[("", "Tất cả"), *CONSENTS], required=False
    )
    thieu = forms.ChoiceField(label="Xem", choices=LACKING, required=False)

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        for field in self.fields.values():
            field.is_asked = True  # type: ignore[attr-defined] # nobody takes a filter for a duty
