"""Forms of an amendment: the file, what was matched, the day of the answers, an answer."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from haidang.plans.enums import Amended, How
from haidang.plans.models import AmendedItem, Asked, Item, Plan, Task
from haidang.web.forms.plans import PlanFileForm, SeenForm
from haidang.web.widgets import AskedField, DayBoxes, DayField

WHOLE, SOME = "whole", "some"
WAYS = [
    (WHOLE, "Thay cả kế hoạch: mục nào không có trong bản mới là bãi bỏ"),
    (SOME, "Chỉ sửa một số mục: mục không được nêu vẫn giữ nguyên"),
]
ANSWERS = [
    (How.TAKEN_UP.value, "Nhận: thực hiện như bản mới"),
    (How.ADAPTED.value, "Điều chỉnh: thực hiện khác đi"),
    (How.WAIVED.value, "Không thực hiện vì …"),
]


class WayForm(forms.Form):
    """Whether a document takes the place of a plan, or changes some of its items."""

    way = forms.ChoiceField(
        label="Văn bản mới", choices=WAYS, initial=WHOLE, widget=forms.RadioSelect
    )

    @property
    def is_partial(self) -> bool:
        """Whether only some items are changed."""
        return bool(self.cleaned_data["way"] == SOME)


class AmendmentFileForm(PlanFileForm, WayForm):
    """The amending document."""

    field_order = ("file", "way")


class AmendmentPlanForm(WayForm):
    """A plan in review that was read in before."""

    plan = forms.ChoiceField(label="Kế hoạch đang rà soát")

    def __init__(self, *args: Any, plans: Iterable[Plan], **options: Any) -> None:
        super().__init__(*args, **options)
        self.plans = {str(plan.pk): plan for plan in plans}
        names = [(key, f"{plan}, năm {plan.year}") for key, plan in self.plans.items()]
        self.fields["plan"].choices = names  # type: ignore[attr-defined]

    field_order = ("plan", "way")


class MatchForm(SeenForm):
    """Which item of the new document an old one became, in a person's word."""

    becomes = forms.ChoiceField(label="Mục này trở thành", widget=forms.RadioSelect)

    def __init__(
        self,
        *args: Any,
        items: list[AmendedItem],
        sentences: Iterable[tuple[Item, str]],
        is_partial: bool,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.tasks = {f"t{item.after.pk}": item.after for item in items if item.after}
        words = list(sentences)
        self.sentences = {f"c{row.pk}": row for row, _ in words}
        stays = [(Amended.SAME.value, "Giữ nguyên, không sửa")] if is_partial else []
        choices: list[Any] = [*stays, (Amended.REMOVED.value, "Bãi bỏ, không còn mục nào thay")]
        named = [(key, _name(task)) for key, task in self.tasks.items()]
        said = [(f"c{row.pk}", text) for row, text in words]
        choices += [("Nhiệm vụ của văn bản mới", named)] if named else []
        choices += [("Câu khác của văn bản mới", said)] if said else []
        self.fields["becomes"].choices = choices  # type: ignore[attr-defined]

    @property
    def after(self) -> Task | None:
        """The task that was chosen."""
        return self.tasks.get(self.cleaned_data["becomes"])

    @property
    def sentence(self) -> Item | None:
        """The sentence that was chosen, where no task rests on it yet."""
        return self.sentences.get(self.cleaned_data["becomes"])

    @property
    def kind(self) -> Amended | None:
        """What was said of an item without a counterpart."""
        said = self.cleaned_data["becomes"]
        return Amended(said) if said in {Amended.SAME, Amended.REMOVED} else None


class AskedDay(DayField):
    """A day that some answers need: none where nobody is asked."""

    is_asked = True


class AnswerByForm(forms.Form):
    """Until when the units are to answer."""

    answer_by = AskedDay(
        label="Các đơn vị trả lời chậm nhất hết ngày",
        required=False,
        widget=DayBoxes(lately=False),
    )


class OnDayForm(forms.Form):
    """The day on which a plan is looked at."""

    ngay = DayField(label="Bản có hiệu lực vào ngày", widget=DayBoxes(lately=False))


class ChangeAnswerForm(SeenForm):
    """What a unit does with a changed item."""

    how = forms.ChoiceField(
        label="Trả lời",
        choices=ANSWERS,
        widget=forms.RadioSelect,
        error_messages={"required": "Chọn một cách trả lời."},
    )
    words = AskedField(
        label="Điều chỉnh thế nào, hoặc vì sao không thực hiện",
        help_text="Bắt buộc khi điều chỉnh hoặc không thực hiện.",
        widget=forms.Textarea({"rows": 3}),
    )

    @classmethod
    def of(cls, asked: Asked, typed: Mapping[str, Any] | None = None) -> "ChangeAnswerForm":
        """The form of one item, with what was answered so far; several stand on one page."""
        stood = {"how": asked.how, "words": asked.words, "seen": asked.version}
        return cls(typed, initial=stood, prefix=f"a{asked.pk}")


def _name(task: Task) -> str:
    return f"{task.label} {task.title}"
