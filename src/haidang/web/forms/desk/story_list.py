"""What the list of stories is asked for."""

from typing import Any
from urllib.parse import urlencode

from django import forms

from haidang.newsroom.enums import StoryKind
from haidang.newsroom.queries.desk_lists import ALL, MINE, ON_THE_WAY, Wanted
from haidang.web.story_words import LANGUAGES

_KINDS = [(value, f"{words[:1].upper()}{words[1:]}") for value, words in StoryKind.choices]


class FilterForm(forms.Form):
    """Kind, language and words; what is no choice asks for nothing."""

    q = forms.CharField(label="Tìm", required=False, max_length=100)
    loai = forms.ChoiceField(label="Loại", required=False, choices=[("", "Tất cả loại"), *_KINDS])
    tieng = forms.ChoiceField(
        label="Ngôn ngữ", required=False, choices=[("", "vi, en, km"), *LANGUAGES.items()]
    )
    xem = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():
            field.is_asked = True  # type: ignore[attr-defined] # filters are always of choice

    def wanted(self) -> Wanted:
        """What the query layer is asked."""
        self.is_valid()
        said = self.cleaned_data
        which = said.get("xem", "")
        return Wanted(
            which=which if which in {MINE, ON_THE_WAY, ALL} else MINE,
            words=said.get("q", ""),
            kind=said.get("loai", ""),
            language=said.get("tieng", ""),
        )

    def query(self) -> str:
        """The filters without the list they are of, for the links between lists and pages."""
        said = {name: self.cleaned_data.get(name, "") for name in ("q", "loai", "tieng")}
        return urlencode({name: words for name, words in said.items() if words})
