"""The form of which old item each new one goes on from."""

from collections.abc import Iterable
from typing import Any

from django import forms

from haidang.plans.enums import Amended
from haidang.plans.models import AmendedItem, Item, Task
from haidang.web.forms.plans import SeenForm


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


def _name(task: Task) -> str:
    return f"{task.label} {task.title}"
