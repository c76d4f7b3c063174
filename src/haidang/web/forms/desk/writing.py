"""Forms of writing: which story is begun, and its words. Commands decide."""

import datetime as dt
import re
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.timezone import localtime

from haidang import clock
from haidang.newsroom.asked import OWN, facts_asked
from haidang.newsroom.enums import Content, Finding, Section, StoryKind
from haidang.newsroom.marks import to_marks
from haidang.newsroom.models import Story
from haidang.newsroom.queries.writers import tasks_for
from haidang.newsroom.story_facts import Source
from haidang.occasions.models import Occasion
from haidang.orgs.models import Unit
from haidang.plans.overtaking import Overtaken
from haidang.web.forms.desk.planning import NOTHING, Seen, TaskField
from haidang.web.forms.desk.story_pictures import pictures_typed
from haidang.web.story_words import LANGUAGES
from haidang.web.widgets import DayBoxes, DayField

_ADDRESS = re.compile(r"\s*(\S+://\S+)\s*$")
HELP = "Đặt dấu bằng nút phía trên, hoặc gõ: ## đề mục, **đậm**, *nghiêng*, - danh sách, > trích."


def _capital(choices: Any) -> list[tuple[str, str]]:
    return [(value, f"{words[:1].upper()}{words[1:]}") for value, words in choices]


class DraftForm(forms.Form):
    """What is begun: its kind, where it is to stand, and its name."""

    title = forms.CharField(
        label="Tên bài",
        max_length=200,
        error_messages={"required": "Ghi tên bài, ví dụ “Ngư dân ra khơi vụ mới”."},
    )
    unit = forms.ModelChoiceField(Unit.objects.none(), label="Gửi cho", empty_label=None)
    kind = forms.ChoiceField(
        label="Loại", choices=_capital(StoryKind.choices), initial=StoryKind.NEWS
    )
    section = forms.ChoiceField(
        label="Chuyên mục", choices=_capital(Section.choices), initial=Section.NEWS
    )
    language = forms.ChoiceField(label="Viết bằng", choices=list(LANGUAGES.items()), initial="vi")

    def __init__(self, typed: QueryDict | None, *, units: list[Unit], **given: Any) -> None:
        super().__init__(typed, **given)
        field = self.fields["unit"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Unit.objects.filter(pk__in=[unit.pk for unit in units])
        field.initial = units[0] if units else None
        if len(units) == 1:
            field.widget = forms.HiddenInput()


class StoryForm(Seen):
    """The words of a story, and the facts that its kind asks for."""

    title = forms.CharField(
        label="Tên bài", max_length=200, error_messages={"required": "Ghi tên bài."}
    )
    standfirst = forms.CharField(
        label="Sapo",
        required=False,
        max_length=400,
        help_text="Một, hai câu nói điều chính, từ 15 đến 60 chữ.",
        widget=forms.Textarea({"rows": 3}),
    )
    body = forms.CharField(
        label="Nội dung",
        required=False,
        help_text=HELP,
        widget=forms.Textarea({"rows": 18, "data-marks": ""}),
    )
    where = forms.CharField(label="Ở đâu", required=False, max_length=200)
    starts_on = DayField(label="Từ ngày", required=False, widget=DayBoxes(lately=False))
    ends_on = DayField(label="Đến hết ngày", required=False, widget=DayBoxes(lately=False))
    contact = forms.CharField(
        label="Liên hệ", required=False, max_length=300, help_text="Nơi hỏi, điện thoại, thư."
    )
    video = forms.CharField(
        label="Đường dẫn video",
        required=False,
        max_length=300,
        help_text="Địa chỉ https:// của kênh đơn vị. Tệp video ngắn thì thêm ở mục Tệp kèm.",
    )
    claim = forms.CharField(
        label="Thông tin đang lan truyền",
        required=False,
        max_length=500,
        help_text="Nêu nội dung, không nêu tên người đưa.",
        widget=forms.Textarea({"rows": 3}),
    )
    claim_where = forms.CharField(label="Xuất hiện ở đâu", required=False, max_length=200)
    claim_at = DayField(label="Biết ngày", required=False, widget=DayBoxes(lately=False))
    claim_hour = forms.TimeField(
        label="Lúc",
        required=False,
        input_formats=["%H:%M", "%Hh%M", "%Hh"],
        help_text="Ví dụ 14:05. Trả lời đầu tiên phải có trong 24 giờ.",
        widget=forms.TimeInput({"inputmode": "numeric"}, format="%H:%M"),
        error_messages={"invalid": "Ghi giờ như 14:05."},
    )
    finding = forms.ChoiceField(
        label="Kết luận",
        required=False,
        choices=[("", "Chưa kết luận"), *_capital(Finding.choices)],
    )
    answered_by = forms.CharField(label="Nơi trả lời", required=False, max_length=200)
    sources = forms.CharField(
        label="Nguồn",
        required=False,
        help_text="Mỗi nguồn một dòng; có đường dẫn thì để cuối dòng.",
        widget=forms.Textarea({"rows": 3}),
    )
    byline = forms.CharField(label="Ghi tên", required=False, max_length=100)
    section = forms.ChoiceField(label="Chuyên mục", choices=_capital(Section.choices))
    content = forms.ChoiceField(
        label="Nội dung đối ngoại",
        choices=_capital(Content.choices),
        help_text="Theo Nghị định 72/2015/NĐ-CP.",
    )
    task = TaskField(None, label="Tính cho nhiệm vụ", required=False, empty_label=NOTHING)
    occasion = forms.ModelChoiceField(
        Occasion.objects.none(), label="Dịp", required=False, empty_label=NOTHING
    )
    is_shared = forms.BooleanField(label="Cho cổng của đơn vị cấp dưới hiện cùng", required=False)
    folded = ("byline", "section", "content", "task", "occasion", "is_shared")

    def __init__(self, typed: QueryDict | None, *, page: Story, **given: Any) -> None:
        super().__init__(typed, **given)
        self.page, self.is_overtaken = page, False
        for name in set(OWN) - set(facts_asked(page.kind)):
            del self.fields[name]
        for name, rows in (
            ("task", tasks_for(page.unit)),
            ("occasion", Occasion.objects.of(page.unit.seat).order_by("name", "pk")),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = rows
        self.fields["title"].widget.attrs["lang"] = page.language
        self.fields["body"].widget.attrs["lang"] = page.language

    def overtaken_by(self, error: Overtaken) -> None:
        """Keep what was typed, beside what another saved; the next saving goes over that."""
        self.seen_now(error)
        self.is_overtaken = True

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
        """Whether the fold stands open: something under it is wrong."""
        return any(box.errors for box in self.rest)

    def given(self) -> dict[str, Any]:
        """What was typed, as `edit_story` takes it."""
        typed = {name: value for name, value in self.cleaned_data.items() if name != "seen"}
        typed["sources"] = [_source(line) for line in typed["sources"].splitlines() if line.strip()]
        if "claim_at" in typed:
            typed["claim_at"] = _moment(typed["claim_at"], typed.pop("claim_hour"))
        return typed | {"pictures": pictures_typed(self.data, self.page)}


def standing(page: Story, section: str) -> dict[str, Any]:
    """What the form says before anybody typed: the newest revision."""
    known = localtime(page.claim_at) if page.claim_at else None
    said = {name: getattr(page, name) for name in StoryForm.base_fields if hasattr(page, name)}
    return said | {
        "body": to_marks(page.body),
        "sources": "\n".join(f"{row.words} {row.link}".strip() for row in page.sources.all()),
        "section": section,
        "claim_at": known.date() if known else None,
        "claim_hour": known.time() if known else None,
        "seen": page.latest_revision_id,
    }


def _source(line: str) -> Source:
    address = _ADDRESS.search(line)
    if not address:
        return Source(line)
    return Source(line[: address.start()] or address[1], address[1])


def _moment(day: dt.date | None, hour: dt.time | None) -> dt.datetime | None:
    if day is None:
        return None
    return clock.at(day, hour.hour, hour.minute) if hour else clock.at(day)
