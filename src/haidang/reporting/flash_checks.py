"""What keeps a flash report from being sent."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from haidang.documents.stamps import about_words
from haidang.errors import Issue

LIMITS = {"title": 200, "words": 2000, "place": 200, "happened": 100, "proposal": 1000}
ASKED = {
    "title": "Ghi việc gì đã xảy ra.",
    "words": "Ghi diễn biến và đã xử lý ra sao.",
    "place": "Ghi xảy ra ở đâu.",
    "happened": "Ghi xảy ra lúc nào.",
}


@dataclass(frozen=True, slots=True)
class Said:
    """What, where, when, and what is proposed; tidied."""

    words: str
    title: str
    place: str
    happened: str
    proposal: str

    def columns(self) -> dict[str, str]:
        """What a row holds of it."""
        return asdict(self)


def before_sending(said: Said, *, no_secret: bool) -> list[Issue]:
    """What is missing or must not be written here."""
    return list(_wrong(said, no_secret=no_secret))


def _wrong(said: Said, *, no_secret: bool) -> Iterator[Issue]:
    for name, text in said.columns().items():
        if not text and name in ASKED:
            yield Issue(f"no_{name}", ASKED[name], name)
        elif len(text) > LIMITS[name]:
            yield Issue(f"long_{name}", f"Dài quá {LIMITS[name]} ký tự.", name)
        else:
            yield from about_words(text, name)
    if not no_secret:
        message = "Xác nhận báo cáo không chứa bí mật nhà nước."
        yield Issue("secrecy_not_stated", message, "no_secret")
