"""The time in which a command of publishing changes what the public sees of one story."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from wagtail.models import Page

from haidang.errors import Refused

_open: ContextVar[int | None] = ContextVar("open", default=None)


class NotCleared(Refused):
    """The story may not become public, or not in this way."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Bài chỉ lên cổng, đổi trên cổng hoặc rời cổng bằng nút đăng, đính chính, rút của "
            "Hải Đăng, sau khi biên tập và kiểm tra bảo mật đã cho đăng."
        )


@contextmanager
def opened(story: Page) -> Iterator[None]:
    """The way past the rows for one story; only commands of publishing open it."""
    before = _open.set(story.pk)
    try:
        yield
    finally:
        _open.reset(before)


def is_opened(story: Page) -> bool:
    """Whether a command of publishing is at work on a story."""
    return story.pk is not None and _open.get() == story.pk


def refuse_closed(story: Page) -> None:
    """Refuse with NotCleared what comes from elsewhere, before anything is done."""
    if not is_opened(story):
        raise NotCleared
