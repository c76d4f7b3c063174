"""What is wrong in an activity as it was given; each sentence says what to do."""

import datetime as dt
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from haidang import clock
from haidang.activities.enums import Language
from haidang.activities.facts import Facts
from haidang.activities.models import Measure
from haidang.activities.queries import loggable_tasks
from haidang.errors import Issue
from haidang.orgs.models import Unit

LONGEST_TITLE = 300
LONGEST_LINK = 300
MOST = 100_000
is_web_address = URLValidator(schemes=["http", "https"])


def before_logging(unit: Unit, facts: Facts) -> list[Issue]:
    return [
        *_about_title(facts.title),
        *_about_day(unit, facts.on),
        *_about_quantities(facts),
        *_about_links(unit, facts),
    ]


def _about_title(title: str) -> Iterator[Issue]:
    if not title:
        yield Issue("no_title", "Ghi nội dung hoạt động, ví dụ “Luật Biên phòng, bài 3”.", "title")
    elif len(title) > LONGEST_TITLE:
        yield Issue(
            "long_title",
            f"Nội dung dài {len(title)} ký tự; rút gọn còn không quá {LONGEST_TITLE} ký tự.",
            "title",
        )


def _about_day(unit: Unit, on: dt.date) -> Iterator[Issue]:
    today = clock.today()
    if on > today:
        yield Issue("future", f"Ngày {on:%d/%m/%Y} chưa tới. Chỉ ghi việc đã làm.", "on")
    elif on.year < today.year - 1:
        yield Issue("too_old", f"Chỉ ghi được việc từ 01/01/{today.year - 1} đến nay.", "on")
    elif unit.valid_to is not None and on > unit.valid_to:
        yield Issue(
            "unit_ended",
            f"{unit} đã kết thúc ngày {unit.valid_to:%d/%m/%Y}. "
            "Việc sau ngày đó ghi cho đơn vị mới.",
            "on",
        )


def _about_quantities(facts: Facts) -> Iterator[Issue]:
    asked = list(facts.kind.measures.all())
    for measure in asked:
        yield from _about_amount(measure, facts.quantities.get(measure.code))
    if asked and all(facts.quantities.get(measure.code) == 0 for measure in asked):
        name = f"quantity_{asked[0].code}"
        yield Issue("nothing", "Ghi ít nhất một số lượng lớn hơn 0.", name)
    for code in sorted(set(facts.quantities) - {measure.code for measure in asked}):
        yield Issue("not_asked", f"Loại “{facts.kind}” không ghi số lượng này: {code}.", "kind")


def _about_amount(measure: Measure, amount: int | None) -> Iterator[Issue]:
    field = f"quantity_{measure.code}"
    if amount is None or amount < 0:
        words = f"{measure.name} phải là số nguyên, ví dụ {measure.example}."
        yield Issue("not_a_number", words, field)
    elif amount > MOST:
        yield Issue(
            "too_many",
            f"{measure.name} lớn hơn 100.000 {measure.unit_name}: hãy xem lại, "
            "hoặc chia thành nhiều hoạt động.",
            field,
        )


def _about_links(unit: Unit, facts: Facts) -> Iterator[Issue]:
    if facts.language not in Language.values:
        yield Issue("language", "Chọn tiếng Việt, tiếng Khmer hoặc tiếng Anh.", "language")
    if facts.link:
        try:
            is_web_address(facts.link)
        except ValidationError:
            yield Issue("link", "Đường dẫn phải bắt đầu bằng https://, ví dụ https://….vn.", "link")
        if len(facts.link) > LONGEST_LINK:
            yield Issue("long_link", "Đường dẫn dài quá 300 ký tự.", "link")
    if facts.task and not loggable_tasks(unit).filter(pk=facts.task.pk).exists():
        yield Issue("task", f"Nhiệm vụ “{facts.task}” không giao cho {unit}. Chọn lại.", "task")
