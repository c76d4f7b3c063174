"""The words of a mail, and the same words as plain text and as simple HTML."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

FOOT = "Thư tự động của Hải Đăng, xin đừng trả lời. Đổi địa chỉ hoặc tắt thư nhắc việc:"
MY_SETTINGS = "/toi/"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing, and the path of its page."""

    words: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Some things under a heading."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail of ours: nothing secret, no person's name. Paths become whole addresses in it.

    >>> Letter("Nhắc việc", ("Kính gửi Văn thư.",)).subject
    'Nhắc việc'
    """

    subject: str
    sentences: tuple[str, ...]
    parts: tuple[Part, ...] = ()

    def text(self) -> str:
        """The mail as plain text."""
        blocks = [*self.sentences, *map(_text_of, self.parts), f"{FOOT} {address(MY_SETTINGS)}"]
        return "\n\n".join(blocks) + "\n"

    def html(self) -> str:
        """The mail as HTML that every mail program shows alike: no style, no picture."""
        return format_html(
            '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{}</title></head>'
            "<body>{}{}<hr><p>{} {}</p></body></html>\n",
            self.subject,
            _joined("<p>{}</p>", self.sentences),
            format_html_join("", "{}", ((_html_of(part),) for part in self.parts)),
            FOOT,
            _link(address(MY_SETTINGS), MY_SETTINGS),
        )


def address(path: str) -> str:
    """The whole address of a page of this installation."""
    return f"{settings.ADDRESS}{path}"


def _text_of(part: Part) -> str:
    lines = [
        f"- {line.words}" + (f"\n  {address(line.path)}" * bool(line.path)) for line in part.lines
    ]
    return "\n".join([part.heading.upper(), *lines])


def _html_of(part: Part) -> SafeString:
    lines = [_link(line.words, line.path) if line.path else line.words for line in part.lines]
    return format_html("<h2>{}</h2><ul>{}</ul>", part.heading, _joined("<li>{}</li>", lines))


def _link(words: str, path: str) -> SafeString:
    return format_html('<a href="{}">{}</a>', address(path), words)


def _joined(form: str, words: Iterable[str]) -> SafeString:
    return format_html_join("", form, ((each,) for each in words))
