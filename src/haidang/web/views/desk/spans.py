"""Which days of the calendar an address asks for: a week, four weeks as a list, a month."""

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlencode

from haidang import clock
from haidang.newsroom.enums import Channel, State
from haidang.web.request import Request
from haidang.web.story_words import LANGUAGES

WEEK, LIST, MONTH = "tuan", "danh-sach", "thang"
VIEWS = {WEEK: "Tuần", LIST: "Danh sách", MONTH: "Tháng"}
ONE, LISTED = dt.timedelta(7), dt.timedelta(28)
NOT_LIVE, NO_WRITER = "chua-dang", "chua-co-nguoi"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for; whatever it does not know counts as not asked."""

    view: str
    day: dt.date
    channel: str
    language: str
    state: str

    @property
    def first(self) -> dt.date:
        """The first day that is shown: a Monday, or the first of a month."""
        if self.view == MONTH:
            return self.day.replace(day=1)
        return self.day - dt.timedelta(self.day.weekday())

    @property
    def last(self) -> dt.date:
        """The last day that is shown."""
        if self.view == MONTH:
            return (self.first + dt.timedelta(31)).replace(day=1) - dt.timedelta(1)
        return self.first + (ONE if self.view == WEEK else LISTED) - dt.timedelta(1)

    @property
    def before(self) -> str:
        """The address of what comes before."""
        back = {WEEK: ONE, LIST: LISTED, MONTH: dt.timedelta(1)}[self.view]
        return self.at(self.first - back)

    @property
    def after(self) -> str:
        """The address of what comes after."""
        return self.at(self.last + dt.timedelta(1))

    def at(self, day: dt.date | None = None, view: str = "") -> str:
        """The same calendar on another day, or looked at in another way."""
        asked = {
            "tuan": (day or self.day).isoformat(),
            "xem": view or self.view,
            "kenh": self.channel,
            "ngon-ngu": self.language,
            "trang-thai": self.state,
        }
        return f"?{urlencode({name: value for name, value in asked.items() if value})}"

    @property
    def ways(self) -> list[tuple[str, str, bool]]:
        """The ways to look at it: address, word, whether it is this one."""
        return [(self.at(view=view), word, view == self.view) for view, word in VIEWS.items()]


def asked_of(request: Request) -> Asked:
    """Read the address."""
    given = request.GET
    return Asked(
        view=_among(given.get("xem", ""), VIEWS) or WEEK,
        day=_day(given.get("tuan", "")),
        channel=_among(given.get("kenh", ""), Channel.values),
        language=_among(given.get("ngon-ngu", ""), LANGUAGES),
        state=_among(given.get("trang-thai", ""), [NOT_LIVE, NO_WRITER, *State.values]),
    )


def _among(value: str, known: object) -> str:
    return value if value in known else ""  # type: ignore[operator] # lists and dicts of text


def _day(text: str) -> dt.date:
    today = clock.today()
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return today
    return day if abs(day.year - today.year) < 20 else today
