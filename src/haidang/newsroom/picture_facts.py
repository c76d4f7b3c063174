"""What is said of a picture of the library, as one value: cleaned, checked, compared, recorded."""

import re
from dataclasses import asdict, dataclass, replace

from haidang.activities.facts import one_line
from haidang.documents.stamps import about_words
from haidang.errors import Issue
from haidang.newsroom.enums import Consent
from haidang.newsroom.models import Picture

LONGEST = {"alt": 250, "caption": 300, "rights": 200, "source": 300}
WORDS = {"alt": "Mô tả", "caption": "Chú thích", "rights": "Tác giả, quyền", "source": "Nguồn"}
FOCUS = re.compile(r"(100|\d{1,2}),(100|\d{1,2})")


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """The words of a picture and where its middle is; `focus` is "x,y" in percent, or blank."""

    rights: str
    alt: str = ""
    caption: str = ""
    source: str = ""
    consent: str = Consent.UNKNOWN
    focus: str = ""

    @property
    def plain(self) -> dict[str, str]:
        """The facts as the ledger keeps them."""
        return {name: str(value) for name, value in asdict(self).items()}

    @property
    def cleaned(self) -> "PictureFacts":
        """The same facts, each on one line; the zero-width spaces of Khmer stay."""
        return replace(self, **{name: one_line(getattr(self, name)) for name in LONGEST})


def wrong_with(facts: PictureFacts) -> list[Issue]:
    """What keeps facts from being taken: a stamp in words, too many of them, no word on rights."""
    issues = [row for name in LONGEST for row in about_words(getattr(facts, name), name)]
    for name, most in LONGEST.items():
        if len(one_line(getattr(facts, name))) > most:
            issues.append(Issue("too_long", f"{WORDS[name]} dài quá {most} chữ.", name))
    if not one_line(facts.rights):
        message = "Ghi ai chụp, hoặc ai cho dùng ảnh này, ví dụ “Ảnh: Trung tâm VH-TT&TT”."
        issues.append(Issue("no_rights", message, "rights"))
    if facts.consent not in Consent.values:
        issues.append(Issue("no_consent", "Chọn một mục về người trong ảnh.", "consent"))
    if facts.focus and not FOCUS.fullmatch(facts.focus):
        issues.append(Issue("no_focus", "Chọn lại tâm ảnh.", "focus"))
    return issues


def facts_of(picture: Picture) -> PictureFacts:
    """What the library says of a picture now."""
    return PictureFacts(
        rights=picture.rights,
        alt=picture.description,
        caption=picture.caption,
        source=picture.source,
        consent=picture.consent,
        focus=picture.focus,
    )
