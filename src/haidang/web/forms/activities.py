"""Forms of the log: what was done, and which entries to show. They only clean input."""

import calendar
import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, Self
from uuid import uuid4

from django import forms
from django.core.files.uploadedfile import UploadedFile

from haidang import clock
from haidang.activities.enums import Language
from haidang.activities.facts import Facts, facts_of
from haidang.activities.models import Activity, Kind, Measure
from haidang.orgs.models import Unit
from haidang.plans.models import Task
from haidang.web.forms.plans import SeenForm
from haidang.web.forms.together import TogetherForm
from haidang.web.widgets import AskedField, DayField, FileButton, Tiles, WholeNumberField

QUANTITY = "quantity_"
YEARS = 5  # that the journal's filter offers
DAYS = ["%d/%m/%Y", "%Y-%m-%d"]  # as people type them, and as addresses of pages have them
LANGUAGES = {row.value: f"{row.label[0].upper()}{row.label[1:]}" for row in Language}


class AmountField(WholeNumberField):
    """A quantity; what is no number is left out, and the command says which one is missing."""

    def clean(self, value: object) -> int | None:
        try:
            amount: int | None = super().clean(value)
        except forms.ValidationError:
            return None
        return amount


PAPERS = ".pdf,.docx,.xlsx,.pptx,.txt,audio/*,.mp3,.m4a"


class PhotoButton(FileButton):
    """A button that takes several photos; the phone shrinks them before it sends them."""

    allow_multiple_selected = True

    def __init__(self, word: str, sign: str, accept: str = "image/*", **attrs: str) -> None:
        named = {"accept": accept, "data-shrink": "", "aria-label": word}
        super().__init__(word, sign, attrs={**named, **attrs})


class KindTiles(Tiles):
    """The first few kinds as large choices, the others behind one press."""

    template_name = "activities/kind_tiles.html"
    first = 6

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Say which choices stand in front, and whether the chosen one is behind."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        options = [one for _, group, _ in context["widget"]["optgroups"] for one in group]
        rest = options[self.first :] if len(options) > self.first + 2 else []
        is_open = any(option["selected"] for option in rest)
        front = options[: len(options) - len(rest)]
        return context | {"front": front, "rest": rest, "is_open": is_open}


class PhotosField(forms.FileField):
    """Any number of photos, as a list."""

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[bytes]]":
        files = data if isinstance(data, list | tuple) else [data]
        return [file for file in files if file]


class TaskField(forms.ChoiceField):
    """A task; one that an amendment replaced is taken as the one that goes on from it."""

    now: Mapping[int, int] = {}

    def to_python(self, value: Any) -> str:
        """Read what was chosen, also in a form that was opened before the amendment."""
        return self._standing(super().to_python(value))

    def prepare_value(self, value: Any) -> str:
        """Show the task that stands today as the chosen one."""
        return self._standing(str(value or ""))

    def _standing(self, value: str) -> str:
        # What is offered stands, and asks nothing more of the database.
        if self.valid_value(value) or not value.isdecimal():
            return value
        return str(self.now.get(int(value), value))


class LogForm(TogetherForm):
    """One activity: five things to fill in, the rest is suggested."""

    use_required_attribute = False  # fields of other kinds are hidden, not gone

    id = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label="Loại", error_messages={"required": "Chọn loại hoạt động, ví dụ Phát thanh."}
    )
    title = forms.CharField(
        label="Nội dung", required=False, strip=False, widget=forms.Textarea({"rows": 2})
    )
    on = DayField(label="Ngày")
    language = forms.ChoiceField(label="Ngôn ngữ", choices=LANGUAGES, widget=forms.RadioSelect)
    link = forms.CharField(
        label="Đường dẫn",
        required=False,
        help_text="Trang đăng bài, hoặc nơi xem video.",
        widget=forms.TextInput({"inputmode": "url"}),
    )
    camera = PhotosField(
        label="Chụp ảnh",
        required=False,
        widget=PhotoButton("Chụp ảnh", "camera", capture="environment"),
    )
    photos = PhotosField(
        label="Chọn ảnh, tệp có sẵn",
        required=False,
        widget=PhotoButton("Chọn tệp", "upload", accept=f"image/*,{PAPERS}", multiple=""),
    )
    task = TaskField(label="Chọn nhiệm vụ", required=False)

    def __init__(
        self,
        *args: Any,
        kinds: Iterable[Kind],
        tasks: Iterable[Task],
        near: Iterable[Unit] = (),
        usual: Iterable[Unit] = (),
        now: Mapping[int, int] | None = None,
        occasions: Mapping[int, str] | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.offered: dict[str, Any] = {
            "kinds": kinds,
            "tasks": tasks,
            "near": near,
            "usual": usual,
            "now": now,
            "occasions": occasions,
        }
        self.offer_partners(near, usual)
        self.kinds = {kind.code: kind for kind in kinds}
        self.tasks = {str(task.pk): task for task in tasks}
        names = {code: kind.name for code, kind in self.kinds.items()}
        self.fields["kind"].widget = KindTiles({code: k.icon for code, k in self.kinds.items()})
        self.fields["kind"].choices = list(names.items())  # type: ignore[attr-defined]
        tasks_by_name = [
            ("", "Không gắn với nhiệm vụ nào"),
            *(_task_choice(task, (occasions or {}).get(task.pk)) for task in tasks),
        ]
        field = self.fields["task"]
        assert isinstance(field, TaskField)
        field.choices = tasks_by_name
        if now is not None:
            field.now = now
        for measure in self.measures.values():
            self.fields[f"{QUANTITY}{measure.code}"] = _amount_field(measure)

    @cached_property
    def measures(self) -> dict[str, Measure]:
        """Every quantity that some kind asks for."""
        asked = [m for kind in self.kinds.values() for m in kind.measures.all()]
        return {measure.code: measure for measure in sorted(asked, key=lambda m: m.position)}

    @property
    def chosen(self) -> Kind:
        """The kind whose fields are shown first."""
        return self.kinds.get(str(self["kind"].value())) or next(iter(self.kinds.values()))

    @property
    def quantities(self) -> list[tuple[forms.BoundField, str, bool]]:
        """Each quantity with the kinds that ask for it, and whether the chosen one does."""
        asking: dict[str, list[str]] = {code: [] for code in self.measures}
        for kind in self.kinds.values():
            for measure in kind.measures.all():
                asking[measure.code].append(kind.code)
        chosen = self.chosen.code
        return [
            (self[f"{QUANTITY}{code}"], " ".join(kinds), chosen in kinds)
            for code, kinds in asking.items()
        ]

    @property
    def language_kinds(self) -> str:
        """The kinds that ask in which language, for the script."""
        return " ".join(kind.code for kind in self.kinds.values() if kind.asks_language)

    @property
    def link_kinds(self) -> str:
        """The kinds that ask for an address on the web, for the script."""
        return " ".join(kind.code for kind in self.kinds.values() if kind.asks_link)

    @property
    def chosen_task(self) -> Task | None:
        """The task that is suggested or chosen."""
        return self.tasks.get(str(self["task"].value()))

    @property
    def chosen_task_name(self) -> str:
        """How the chosen task is offered: with the occasion, where it is for one."""
        task = self.chosen_task
        if task is None:
            return ""
        return _task_choice(task, (self.offered["occasions"] or {}).get(task.pk))[1]

    @property
    def day_typed(self) -> dt.date | None:
        """The day that stands in the boxes, where it is one."""
        try:
            day: dt.date | None = self.fields["on"].clean(self["on"].value())
        except forms.ValidationError:
            return None
        return day

    def facts(self) -> Facts:
        """What was filled in, for the chosen kind alone."""
        given, kind = self.cleaned_data, self.kinds[self.cleaned_data["kind"]]
        amounts = {m.code: given[f"{QUANTITY}{m.code}"] for m in kind.measures.all()}
        return Facts(
            kind=kind,
            title=given["title"],
            on=given["on"],
            quantities={code: amount for code, amount in amounts.items() if amount is not None},
            language=given["language"] if kind.asks_language else Language.VIETNAMESE,
            task=self.tasks.get(given["task"]),
            link=given["link"],
            together=self.partners(),
        )

    def read_on(self) -> Facts:
        """What could be read of a form that has faults, the rest as if it had been left alone."""
        alone = {"kind": self.chosen.code, "on": clock.today(), "language": Language.VIETNAMESE}
        left = {"title": "", "task": "", "link": "", "together": [], "others": []}
        self.cleaned_data = {**alone, **left, **self.cleaned_data}
        return self.facts()

    @property
    def is_link_open(self) -> bool:
        """Whether the address on the web is shown at once."""
        return bool(self.chosen.asks_link or self["link"].value() or self["link"].errors)

    def again(self, values: dict[str, Any]) -> Self:
        """The same form with other values in it, unchecked."""
        return type(self)(initial=values, **self.offered)

    def uploads(self) -> "list[UploadedFile[bytes]]":
        """The photos of both buttons."""
        return [*self.cleaned_data["camera"], *self.cleaned_data["photos"]]

    def as_typed(self) -> dict[str, Any]:
        """What stands in the fields now, to show them again unchecked; chosen files are lost."""
        return {
            field.name: field.value() for field in self if field.name not in {"camera", "photos"}
        }


class CorrectForm(SeenForm, LogForm):
    """A correction: the version that was seen, and why, where the days are closed."""

    @property
    def status_of_page(self) -> int:
        """The status of the page: what others changed meanwhile is a conflict."""
        return 409 if getattr(self, "was_overtaken", False) else 200

    reason = AskedField(
        label="Lý do đính chính",
        max_length=300,
        help_text="Ví dụ: ghi nhầm số lượt người, đã đối chiếu sổ ký nhận.",
        widget=forms.Textarea({"rows": 2}),
    )


class WithdrawForm(SeenForm):
    """Why an entry is taken back."""

    reason = forms.CharField(
        label="Lý do rút lại",
        max_length=300,
        help_text="Ví dụ: ghi hai lần, ghi nhầm đơn vị.",
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": "Ghi lý do rút lại, để người xem sau hiểu."},
    )


def fresh(kind: Kind, task: Task | None, measures: Mapping[str, Measure]) -> dict[str, Any]:
    """What stands in an empty form: today, one session, the suggested task."""
    ones = {f"{QUANTITY}{code}": 1 for code, m in measures.items() if m.example == 1}
    return {
        "id": uuid4(),
        "kind": kind.code,
        "on": clock.today(),
        "language": Language.VIETNAMESE,
        "task": task.pk if task else "",
        **ones,
    }


def filled(activity: Activity) -> dict[str, Any]:
    """What stands in the form of an activity that was logged."""
    facts = facts_of(activity)
    return {
        "id": activity.pk,
        "kind": facts.kind.code,
        "title": facts.title,
        "on": facts.on,
        "language": facts.language,
        "link": facts.link,
        "task": activity.task_id or "",
        "together": [unit.pk for unit in facts.together],
        "seen": activity.version,
        **{f"{QUANTITY}{code}": amount for code, amount in facts.quantities.items()},
    }


def _day_box() -> forms.DateInput:
    attrs = {"inputmode": "numeric", "size": 10, "placeholder": "1/11/2024"}
    return forms.DateInput(attrs, format="%d/%m/%Y")


class JournalFilter(forms.Form):
    """Which entries of the log to show; what cannot be is ignored."""

    unit = forms.ModelChoiceField(
        Unit.objects.none(), label="Đơn vị", required=False, empty_label="Tất cả"
    )
    kind = forms.ModelChoiceField(
        Kind.objects.all(), label="Loại", required=False, empty_label="Tất cả"
    )
    task = forms.ModelChoiceField(
        Task.objects.none(), label="Nhiệm vụ", required=False, empty_label="Tất cả"
    )
    photo = forms.BooleanField(label="Có ảnh, tệp", required=False)
    withdrawn = forms.BooleanField(label="Đã rút lại", required=False)
    year = forms.TypedChoiceField(label="Năm", required=False, coerce=int, empty_value=None)
    month = forms.TypedChoiceField(
        label="Tháng",
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", "Cả năm"), *((month, f"Tháng {month}") for month in range(1, 13))],
    )
    since = forms.DateField(label="Từ ngày", required=False, input_formats=DAYS, widget=_day_box())
    until = forms.DateField(label="Đến ngày", required=False, input_formats=DAYS, widget=_day_box())

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        latest = clock.today().year
        years = [(year, str(year)) for year in range(latest, latest - YEARS, -1)]
        self.fields["year"].choices = [("", "Tất cả"), *years]  # type: ignore[attr-defined]

    @property
    def days(self) -> tuple[dt.date | None, dt.date | None]:
        """The first and the last day: as they are typed, or else of a month or a year."""
        year, month = self.cleaned_data.get("year"), self.cleaned_data.get("month")
        typed = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if any(typed) or (not year and not month):
            return typed
        year = year or clock.today().year
        last = calendar.monthrange(year, month or 12)[1]
        return dt.date(year, month or 1, 1), dt.date(year, month or 12, last)


def _task_choice(task: Task, occasion: str | None) -> tuple[str, str]:
    return str(task.pk), f"{task} (dịp {occasion})" if occasion else str(task)


def _amount_field(measure: Measure) -> AmountField:
    hint = f"Ước lượng cũng được, ví dụ {measure.example}" if measure.example > 1 else ""
    is_said = measure.unit_name in measure.name.lower()
    label = measure.name if is_said else f"{measure.name} ({measure.unit_name})"
    return AmountField(label=label, help_text=hint)
