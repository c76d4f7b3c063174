"""Lines that are put together at once: what they say, and that hostile words stay words."""

from types import SimpleNamespace as Made

import pytest

from haidang.web.templatetags import listing
from haidang.web.templatetags.kit import icon
from tests.web.test_templating import HOSTILE, ours

SAFE = "&lt;b onclick=&quot;x(&#x27;&amp;&#x27;)&quot;&gt;"


def row(**fields):
    usual = {"title": "Gửi báo cáo", "why": "Hạn 29/11", "url": "/bc/1/", "date": "29/11"}
    return Made(
        **{**usual, "kind": "late", "word": "Quá hạn", "sign": "", "edge": "late", **fields}
    )


def test_a_row_says_what_why_until_when_and_how_it_stands():
    drawn = listing.work_rows([row()])

    assert drawn == (
        '<li class="late">\n  <a class="row" href="/bc/1/">\n'
        '    <span><span class="row-title">Gửi báo cáo</span>'
        '<span class="row-why">Hạn 29/11</span></span>\n'
        '    <span class="row-end"><span class="row-date">29/11</span>'
        f'<span class="tag late">{icon("triangle-alert")}Quá hạn</span></span>\n'
        f"    {icon('chevron-right')}\n  </a>\n</li>\n"
    )


def test_a_row_without_a_day_keeps_its_place_and_without_a_state_has_none():
    drawn = listing.work_rows([row(date="", kind="", edge="")])

    assert '<span class="row-end"><span class="row-date only-wide"></span></span>' in drawn


def test_a_row_by_its_template_is_the_same():
    text = '{% include "kit/work_row.html" with url="/bc/1/" title=title why=why date="29/11" kind="late" word="Quá hạn" edge="late" only %}'  # noqa: E501

    assert ours(text, title="Gửi báo cáo", why="Hạn 29/11").strip() == (
        listing.work_rows([row()]).strip()
    )


@pytest.mark.parametrize(
    "drawn",
    [
        listing.work_rows([row(title=HOSTILE, why="")]),
        listing.work_rows([row(why=HOSTILE)]),
        listing.work_rows([row(word=HOSTILE)]),
        listing.work_rows([row(date=HOSTILE)]),
        listing.menu_links([Made(url="/", label=HOSTILE, is_current=True)]),
        listing.strip_units([Made(name=HOSTILE, url="", words="")]),
        listing.strip_units([Made(name="xã", url="/", words=HOSTILE)]),
        listing.options([Made(pk=1, name=HOSTILE)], None, "pk", "name"),
        listing.options([Made(pk=HOSTILE, name="")], None, "pk", "name"),
        listing.owner_options([("", HOSTILE)]),
        listing.owner_options([("Đơn vị", [("u1", HOSTILE)])]),
        listing.loose_tasks([Made(thing=Made(pk=1, label="", title=HOSTILE), why="")], True),
        listing.loose_tasks([Made(thing=Made(pk=1, label="", title=""), why=HOSTILE)], False),
    ],
)
def test_hostile_words_stay_words(drawn):
    assert SAFE in drawn
    assert "<b " not in drawn


def test_the_page_that_is_open_is_marked_in_the_menu():
    items = [
        Made(url="/viec/", label="Việc", is_current=True),
        Made(url="/lich/", label="Lịch", is_current=False),
    ]

    assert listing.menu_links(items) == (
        '<a href="/viec/" aria-current="page">Việc</a><a href="/lich/">Lịch</a>'
    )


def test_one_choice_of_a_list_is_chosen():
    units = [Made(pk=1, short_name="xã A"), Made(pk=2, short_name="xã B")]

    assert listing.options(units, units[1], "pk", "short_name") == (
        '<option value="1">xã A</option><option value="2" selected>xã B</option>'
    )


def goal(group, planned, percent):
    reached = Made(planned=planned, done=1234, percent=percent)
    return Made(label="Tin, bài", unit_name="tin", url="/x/", group=group, reached=reached)


def test_goals_stand_under_their_groups_each_named_once():
    drawn = listing.goal_lines(
        [goal("1. Tin", 2000, 61), goal("1. Tin", None, None), goal("", 1, 9)]
    )

    assert drawn.count("section-row") == 1
    assert drawn.count("1. Tin") == 1
    assert '<td class="num">2.000</td><td class="num"><a href="/x/">1.234</a></td>' in drawn
    assert '<td class="num">61%</td>' in drawn
    assert '<td class="num soft">chưa đặt</td>' in drawn
    assert '<td class="num soft">—</td>' in drawn
