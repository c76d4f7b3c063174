"""The newsroom of the demonstration: what stands on the portal, and what is on its way there."""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial

from haidang import clock
from haidang.demonstration import editorial
from haidang.demonstration.desk import Desk
from haidang.demonstration.season import Step as Act
from haidang.demonstration.stories import told
from haidang.demonstration.units import District
from haidang.newsroom.commands.publishing import correct_story, publish_story
from haidang.newsroom.enums import Step
from haidang.orgs.models import User
from haidang.plans.models import Plan

# Each with the day on which it appeared.
APPEARED = {
    "to-chuc": dt.date(2024, 10, 7),
    "ban-do": dt.date(2024, 10, 7),
    "dieu-kien": dt.date(2024, 10, 8),
    "lich-su": dt.date(2024, 10, 8),
    "ok-om-bok": dt.date(2024, 11, 11),
    "lich-thang-12": dt.date(2024, 11, 18),
    "le-hoi-o-dau": dt.date(2024, 11, 18),
    "tiem-nang": dt.date(2024, 11, 20),
    "luat-bien-phong": dt.date(2024, 11, 21),
    "ve-tham-que": dt.date(2024, 11, 22),
    "hoi-thi": dt.date(2024, 11, 22),
    "bien-dao": dt.date(2024, 11, 23),
    "thanh-tuu": dt.date(2024, 11, 24),
    "nghinh-ong": dt.date(2024, 11, 25),
}
# What the centre's own part of the plan asks for: stories on the page of the district.
TASK = "III.2.a"
MISTAKEN = ("lich-thang-12", "Ngày 22 tháng 12", "Ngày 21 tháng 12")
NOTICE = "Đã sửa Ngày thành lập Quân đội nhân dân Việt Nam: 22 tháng 12, không phải 21 tháng 12."
# What answers a false claim is written, read and shown on one day (Nghị định 72/2015/NĐ-CP).
SAME_DAY = {"ok-om-bok"}


def steps(district: District, persons: dict[str, User], plan: Plan) -> Iterator[Act]:
    """Yield all that the newsroom did, each act at its moment."""
    desk = Desk.of(district, persons, plan.tasks.get(label=TASK))
    for name, on in APPEARED.items():
        yield from _story(desk, name, on)
    yield from _correction(desk)
    yield from editorial.steps(desk)


def _story(desk: Desk, name: str, on: dt.date) -> Iterator[Act]:
    before = on if name in SAME_DAY else on - dt.timedelta(1)
    english = [f"{name}/en"] if told(name).english else []
    other = {"body": _mistaken(name)} if name == MISTAKEN[0] else {}
    yield clock.at(before, 9, 10), partial(desk.write, name, **other)
    if english:
        yield clock.at(before, 10, 40), partial(desk.translate, name)
    show = clock.at(on, 15, 30) if name in SAME_DAY else clock.at(on, 7, 0)
    for page in [name, *english]:
        yield from _cleared(desk, page, before)
        yield show, partial(_publish, desk, page)


def _cleared(desk: Desk, page: str, on: dt.date) -> Iterator[Act]:
    yield clock.at(on, 11, 0), partial(desk.send, page)
    yield clock.at(on, 13, 45), partial(desk.agree, page, Step.EDITOR)
    yield clock.at(on, 14, 30), partial(desk.agree, page, Step.CONFIDENTIALITY)


def _publish(desk: Desk, page: str) -> None:
    publish_story(story=desk.stories[page], by=desk.editor)


def _mistaken(name: str) -> str:
    _, right, wrong = MISTAKEN
    return told(name).words.body.replace(right, wrong)


def _correction(desk: Desk) -> Iterator[Act]:
    """A story that said a wrong day is put right two days later, by the whole way again."""
    name, on = MISTAKEN[0], APPEARED[MISTAKEN[0]] + dt.timedelta(2)
    right: Callable[[], object] = partial(desk.fill, name)
    yield clock.at(on, 8, 20), right
    yield from _cleared(desk, name, on)
    yield clock.at(on, 15, 0), partial(_correct, desk, name)


def _correct(desk: Desk, name: str) -> None:
    correct_story(story=desk.stories[name], notice=NOTICE, by=desk.editor)
