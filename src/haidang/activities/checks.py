"""What is wrong in an activity as it was given; each sentence says what to do."""

import datetime as dt
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from haidang import clock
from haidang.activities.enums import Language
from haidang.activities.facts import Facts
from haidang.activities.models import Measure
from haidang.activities.queries import is_loggable, partners_of, successors_of
from haidang.errors import Issue
from haidang.orgs.models import Unit
from haidang.plans.models import Task

LONGEST_TITLE = 300
LONGEST_LINK = 300
MOST = 100_000
MOST_PARTNERS = 50
is_web_address = URLValidator(schemes=["http", "https"])


def before_logging(
    unit: Unit, facts: Facts, kept: frozenset[str] = frozenset(), standing: Task | None = None
) -> list[Issue]:
    """What is wrong; `kept` and `standing` are what the entry has and would not be given today."""
    return [
        *_about_title(facts.title),
        *_about_day(unit, facts.on),
        *_about_quantities(facts, kept),
        *_about_links(unit, facts, standing),
        *_about_partners(unit, facts),
    ]


def before_amending(reason: str, *, is_closed: bool) -> list[Issue]:
    if reason or not is_closed:
        return []
    return [
        Issue(
            "no_reason",
            "Số liệu của ngày này đã chốt. Ghi lý do đính chính, ví dụ “ghi nhầm số lượt người”.",
            "reason",
        )
    ]


def before_withdrawing(reason: str) -> list[Issue]:
    if reason:
        return []
    return [Issue("no_reason", "Ghi lý do rút lại, ví dụ “ghi hai lần”.", "reason")]


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
        yield Issue("unit_ended", _ended(unit, unit.valid_to), "on")
    elif on < unit.valid_from:
        words = f"{unit} có từ ngày {unit.valid_from:%d/%m/%Y}. Việc trước đó ghi cho đơn vị cũ."
        yield Issue("unit_not_begun", words, "on")


def _ended(unit: Unit, last_day: dt.date) -> str:
    later = successors_of(unit)
    names = ", ".join(map(str, later)) or "đơn vị mới"
    return (
        f"{unit} đã kết thúc ngày {last_day:%d/%m/%Y}, nay là {names}. Việc sau ngày đó ghi cho "
        f"{names}: người của {names} mở “Ghi hoạt động” và ghi lại nội dung này; tài khoản nào "
        "còn ở đơn vị cũ thì nhờ quản trị chuyển. Việc đến hết ngày đó vẫn ghi ở đây được."
    )


def _about_quantities(facts: Facts, kept: frozenset[str]) -> Iterator[Issue]:
    asked = list(facts.kind.measures.all())
    for measure in asked:
        yield from _about_amount(measure, facts.quantities.get(measure.code))
    if asked and all(facts.quantities.get(measure.code) == 0 for measure in asked):
        name = f"quantity_{asked[0].code}"
        yield Issue("nothing", "Ghi ít nhất một số lượng lớn hơn 0.", name)
    for code in sorted(set(facts.quantities) - {measure.code for measure in asked} - kept):
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


def _about_links(unit: Unit, facts: Facts, standing: Task | None) -> Iterator[Issue]:
    if facts.language not in Language.values:
        yield Issue("language", "Chọn tiếng Việt, tiếng Khmer hoặc tiếng Anh.", "language")
    if facts.link:
        try:
            is_web_address(facts.link)
        except ValidationError:
            yield Issue("link", "Đường dẫn phải bắt đầu bằng https://, ví dụ https://….vn.", "link")
        if len(facts.link) > LONGEST_LINK:
            yield Issue("long_link", "Đường dẫn dài quá 300 ký tự.", "link")
    if facts.task and facts.task != standing and not is_loggable(unit, facts.task):
        yield Issue("task", f"Nhiệm vụ “{facts.task}” không giao cho {unit}. Chọn lại.", "task")
    elif facts.task and facts.on < first_day_of(facts.task.plan.year):
        year, first = facts.task.plan.year, first_day_of(facts.task.plan.year)
        words = (
            f"Ngày {facts.on:%d/%m/%Y} trước năm {year} của kế hoạch có nhiệm vụ này (tính từ "
            f"{first:%d/%m/%Y}). Xem lại ngày, chọn nhiệm vụ khác, hoặc không gắn nhiệm vụ nào."
        )
        yield Issue("before_plan", words, "task")


def first_day_of(year: int) -> dt.date:
    """The first day whose figures count for a year (NĐ 09/2019/NĐ-CP, Điều 12)."""
    return dt.date(year - 1, 12, 15)


def _about_partners(unit: Unit, facts: Facts) -> Iterator[Issue]:
    if not facts.together:
        return
    if len(facts.together) > MOST_PARTNERS:
        words = f"Chọn nhiều nhất {MOST_PARTNERS} đơn vị cùng làm."
        yield Issue("many_partners", words, "together")
    near = set(partners_of(unit, facts.on))
    for other in facts.together:
        if other == unit:
            yield Issue("own_partner", f"{unit} là đơn vị ghi, không chọn lại.", "together")
        elif other not in near:
            yield Issue(
                "no_partner",
                f"{other} không cùng cấp trên với {unit}, hoặc không còn vào ngày này. Bỏ chọn.",
                "together",
            )
