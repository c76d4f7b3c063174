"""The form of one word of the glossary."""

from django import forms
from django.http import QueryDict

from haidang.newsroom.commands.terms import LONGEST, Wording
from haidang.newsroom.models import Term
from haidang.orgs.models import Unit, User
from haidang.web.forms.desk.planning import Seen


class TermForm(Seen):
    """How a word is written in each language, and who answers for that."""

    vi = forms.CharField(
        label="Tiếng Việt",
        max_length=LONGEST["vi"],
        error_messages={"required": "Ghi từ tiếng Việt, ví dụ “Biển Đông”."},
    )
    en = forms.CharField(label="Tiếng Anh", max_length=LONGEST["en"], required=False)
    km = forms.CharField(
        label="Tiếng Khmer",
        max_length=LONGEST["km"],
        required=False,
        widget=forms.TextInput(attrs={"lang": "km"}),
    )
    note = forms.CharField(
        label="Cách dùng",
        max_length=LONGEST["note"],
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    owner = forms.ModelChoiceField(
        User.objects.none(),
        label="Người chịu trách nhiệm",
        help_text="Trả lời khi có người hỏi vì sao viết như vậy.",
        error_messages={"required": "Chọn người chịu trách nhiệm về từ này."},
    )
    is_contested = forms.BooleanField(
        label="Từ ngữ nhạy cảm: chỉ người chịu trách nhiệm hoặc lãnh đạo mới đổi được, "
        "bản dịch viết khác không gửi duyệt được",
        required=False,
    )

    def __init__(
        self, data: QueryDict | None, *, unit: Unit, by: User, term: Term | None = None
    ) -> None:
        names = ("vi", "en", "km", "note", "is_contested")
        standing = {name: getattr(term, name) for name in names} if term else {}
        standing["owner"] = term.owner_id if term else by.pk
        super().__init__(data, initial=standing | {"seen": term.version if term else 0})
        people = User.objects.filter(unit__in=[unit, *unit.offices.all()], is_active=True)
        self.fields["owner"].queryset = people.select_related("unit")  # type: ignore[attr-defined]

    def wording(self) -> Wording:
        """What was typed."""
        said = self.cleaned_data
        return Wording(said["vi"], said["en"], said["km"], said["note"], said["is_contested"])
