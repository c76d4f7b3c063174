"""Reading that takes long, shown while it goes on: the page is sent piece by piece.

It needs no script. Whoever closes the page ends the reading, and nothing is kept.
"""

import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.http import HttpResponse, StreamingHttpResponse
from django.template.loader import render_to_string

from haidang.errors import Incomplete, Refused
from haidang.text.reading.apart import Step
from haidang.text.reading.listening import TICK
from haidang.web import turns
from haidang.web.request import Request

PULSE = 1.0  # seconds of silence after which we look whether anybody still listens
RETRY = 60  # seconds
BUSY = "Máy đang đọc các văn bản khác. Tệp của bạn chưa được nhận; hãy gửi lại sau ít phút."
HERE = "<!-- each page -->"

Row = TypeVar("Row")
Steps = Generator[Step | None, None, Row]


@dataclass(slots=True)
class Watched(Generic[Row]):
    """What a reading has said so far, and in the end what was made of it."""

    steps: Steps[Row]
    step: Step | None = None
    made: Row | None = None

    def go_on(self) -> bool:
        """Listen for a moment; whether it goes on."""
        try:
            self.step = next(self.steps) or self.step
        except StopIteration as end:
            self.made = end.value
        return self.made is None

    def wait(self, seconds: float) -> None:
        """Listen until it ends, but not longer than this. Raises what the reading raises."""
        until = time.monotonic() + seconds
        while self.go_on() and time.monotonic() < until:
            pass


@dataclass(frozen=True, slots=True)
class Ends(Generic[Row]):
    """The words of the page: where it belongs, what is looked for, and how each end is shown."""

    section: str
    section_url: str
    seeks: str
    ended: Callable[[Row], str]
    refused: Callable[[list[str]], str]


def in_turn(begin: Callable[[], Steps[Row]]) -> Steps[Row]:
    """A reading that begins when its turn comes; Busy where too many wait."""
    place = yield from turns.in_turn("reading", TICK)
    try:
        return (yield from begin())
    finally:
        turns.leave(place)


def asked_to_retry(response: HttpResponse) -> HttpResponse:
    """The answer to whoever came while every place was taken."""
    response.status_code = 503
    response["Retry-After"] = str(RETRY)
    return response


def streamed(request: Request, watched: Watched[Row], ends: Ends[Row]) -> StreamingHttpResponse:
    """The page that shows the rest of a reading, and then leads on."""
    page = {"section": ends.section, "section_url": ends.section_url}
    before, after = render_to_string("kit/reading_in.html", page, request).split(HERE)
    response = StreamingHttpResponse(_pieces(watched, ends, before, after))
    response["Content-Encoding"] = "identity"  # packed, it would arrive in one piece at the end
    response["Cache-Control"] = "no-store"
    response["X-Accel-Buffering"] = "no"
    return response


def _pieces(watched: Watched[Row], ends: Ends[Row], before: str, after: str) -> Iterator[str]:
    yield before
    try:
        yield from _lines(watched, ends.seeks)
        assert watched.made is not None
        yield ends.ended(watched.made)
    except Refused as error:
        issues = error.issues if isinstance(error, Incomplete) else []
        yield ends.refused([issue.message for issue in issues] or [error.message])
    finally:
        watched.steps.close()
    yield after


def _lines(watched: Watched[Row], seeks: str) -> Iterator[str]:
    said, at = watched.step, time.monotonic()
    yield _line(said, seeks)
    while watched.go_on():
        if watched.step != said:
            said, at = watched.step, time.monotonic()
            yield _line(said, seeks)
        elif time.monotonic() - at > PULSE:
            at = time.monotonic()
            yield "\n"


def _line(step: Step | None, seeks: str) -> str:
    done, of = step or (0, 0)
    context = {"waits": step == (0, 0), "done": done, "of": of, "page": min(done + 1, of)}
    return render_to_string("kit/reading_line.html", {**context, "seeks": seeks})
