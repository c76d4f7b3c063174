"""Forms of the editorial calendar. They only clean what was typed; commands decide."""

from typing import Any, Self

from django import forms
from django.http import QueryDict

from haidang.newsroom.enums import Channel, Content, Section, StoryKind
from haidang.newsroom.planned_facts import PlannedFacts
from haidang.newsroom.queries.writers import tasks_for, writers_for
from haidang.occasions.models import Occasion
from haidang.orgs.models import Unit, User
from haidang.plans.overtaking import Overtaken
from haidang.web.story_words import CHANNELS, LANGUAGES
from haidang.web.widgets import DayBoxes, DayField

NOBODY = "Chưa có người viết"
NOTHING = "Không gắn"
_SHORT = 90  # letters of a task's title in a list


def capital(choices: Any) -> list[tuple[str, str]]:
    """Choices as they stand in a list: each begins with a capital letter."""
    return [(value, f"{words[:1].upper()}{words[1:]}") for value, words in choices]


class Seen(forms.Form):
    """A form about something that may have been changed since the page was opened."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def seen_now(self, error: Overtaken) -> Self:
        """Keep what was typed, say what somebody else changed, and take that as seen."""
        assert isinstance(self.data, QueryDict)
        typed = self.data.copy()
        typed["seen"] = str(error.version)
        self.data = typed
        self.add_error(None, error.message)
        return self


class WriterField(forms.ModelChoiceField):  # type: ignore[type-arg] # no argument at run time
    """Who writes: people by post and unit, never by name."""

    def __init__(self) -> None:
        super().__init__(User.objects.none(), label="Người viết", required=False)
        self.empty_label = NOBODY
        self.is_asked = True  # the empty choice says what it means


class RowField(forms.ModelChoiceField):  # type: ignore[type-arg] # as above
    """A row of those that the form offers once it is made."""


class TaskField(RowField):
    """A task of a plan, short enough for a list."""

    def label_from_instance(self, obj: Any) -> str:
        """Its number and the first words of its title."""
        title = obj.title if len(obj.title) <= _SHORT else f"{obj.title[:_SHORT].rstrip()}…"
        return f"{obj.label} {title}"


class PlanForm(Seen):
    """What is to appear, when and where; below a fold what is mostly right as it stands."""

    title = forms.CharField(
        label="Tên bài",
        max_length=200,
        error_messages={"required": "Ghi tên bài, ví dụ “Ngư dân ra khơi vụ mới”."},
    )
    on = DayField(label="Ngày", widget=DayBoxes(lately=False))
    channels = forms.MultipleChoiceField(
        label="Kênh",
        choices=[(code.value, words) for code, (_, words) in CHANNELS.items()],
        initial=[Channel.PORTAL.value],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chọn ít nhất một kênh."},
    )
    languages = forms.MultipleChoiceField(
        label="Ngôn ngữ",
        choices=list(LANGUAGES.items()),
        initial=["vi"],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chọn ít nhất một ngôn ngữ."},
    )
    section = forms.ChoiceField(
        label="Chuyên mục", choices=capital(Section.choices), initial=Section.NEWS
    )
    writer = WriterField()
    kind = forms.ChoiceField(label="Loại", choices=capital(StoryKind.choices))
    content = forms.ChoiceField(
        label="Nội dung đối ngoại",
        choices=capital(Content.choices),
        initial=Content.IMAGE,
        help_text="Theo Nghị định 72/2015/NĐ-CP.",
    )
    task = TaskField(None, label="Tính cho nhiệm vụ", required=False, empty_label=NOTHING)
    occasion = RowField(None, label="Dịp", required=False, empty_label=NOTHING)
    note = forms.CharField(
        label="Ghi chú", max_length=300, required=False, widget=forms.Textarea({"rows": 2})
    )
    folded = ("kind", "content", "task", "occasion", "note")

    def __init__(self, typed: QueryDict | None, *, unit: Unit, **given: Any) -> None:
        super().__init__(typed, **given)
        _offer(self, "writer", writers_for(unit))
        _offer(self, "task", tasks_for(unit))
        _offer(self, "occasion", Occasion.objects.of(unit.seat).order_by("name", "pk"))

    @property
    def first(self) -> list[forms.BoundField]:
        """The boxes that stand open."""
        return [box for box in self.visible_fields() if box.name not in self.folded]

    @property
    def rest(self) -> list[forms.BoundField]:
        """The boxes under the fold."""
        return [self[name] for name in self.folded]

    @property
    def is_open(self) -> bool:
        """Whether the fold stands open: something under it is wrong, or was chosen."""
        return any(box.errors or box.value() for box in self.rest if box.name != "content")

    def given(self) -> PlannedFacts:
        """What was typed, as `plan_story` takes it."""
        typed = {name: value for name, value in self.cleaned_data.items() if name != "seen"}
        typed["channels"] = tuple(typed["channels"])
        typed["languages"] = tuple(typed["languages"])
        return PlannedFacts(**typed)


class MoveForm(Seen):
    """Another day for a planned story."""

    on = DayField(label="Ngày mới", widget=DayBoxes(lately=False))


class WriterForm(Seen):
    """Who writes a planned story."""

    writer = WriterField()

    def __init__(self, typed: QueryDict | None, *, unit: Unit, **given: Any) -> None:
        super().__init__(typed, **given)
        _offer(self, "writer", writers_for(unit))


def _offer(form: forms.Form, name: str, rows: Any) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = rows
