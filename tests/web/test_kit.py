"""The kit: its tags, and the promises of the look that a machine can check."""

import datetime as dt
import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template import engines

from haidang import clock, web
from haidang.orgs.enums import Role
from haidang.web.templatetags import kit
from tests.makers import make_user

ROOM = Path(web.__file__).parent
STATIC = ROOM / "static" / "haidang"
SYMBOLS = set(re.findall(r'<symbol id="([\w-]+)"', (STATIC / "icons.svg").read_text()))
TEMPLATES = sorted((ROOM / "templates").rglob("*.html"))
CSS = (STATIC / "tokens.css").read_text() + (STATIC / "staff.css").read_text()
SCRIPT = (STATIC / "app.js").read_text()


def rendered(text, **context):
    return engines["django"].from_string(text).render(context)


def test_a_state_is_a_sign_a_word_and_a_class():
    html = rendered('{% status "late" "Quá hạn 3 ngày" %}')

    assert html.startswith('<span class="tag late">')
    assert "icons.svg#triangle-alert" in html
    assert html.endswith("Quá hạn 3 ngày</span>")


def test_a_state_may_have_its_own_sign():
    assert "icons.svg#lock" in rendered('{% status "run" "Đang xem xét" "lock" %}')


def test_words_from_people_are_escaped():
    assert "&lt;b&gt;" in rendered('{% status "run" word %}', word="<b>")


def test_a_sign_of_the_matrix_is_read_aloud():
    assert '<span class="hide">quá hạn</span>' in rendered('{% sign "late" "quá hạn" %}')


def test_a_chip_has_the_full_word():
    assert rendered('{% chip "task" %}') == '<span class="chip b-task">Nhiệm vụ</span>'


def test_certainty_is_squares_and_a_word():
    html = rendered('{% certainty "middle" %}')

    assert (html.count('class="on"'), html.count("<i")) == (2, 3)
    assert "Vừa" in html


def test_a_count_is_written_as_a_number():
    assert ">1.032</span>" in rendered('{% count_badge 1032 "late" %}')


def test_dates_and_numbers_are_filters():
    day = dt.date(2024, 11, 29)
    text = "{{ n|number }} {{ d|weekday }} {{ d|day }} {{ d|day_short }}"

    assert rendered(text, n=2629, d=day) == "2.629 thứ Sáu 29/11/2024 29/11"


@pytest.mark.parametrize("name", ["number", "day", "day_short", "weekday", "moment"])
def test_nothing_is_written_for_nothing(name):
    assert rendered("{{ value|" + name + " }}", value=None) == ""


def test_a_moment_is_told_from_today():
    assert rendered("{{ at|moment }}", at=clock.now()).startswith("hôm nay, ")


def test_initials_stand_for_a_post():
    assert [kit.initials(post) for post in ("Chuyên viên", "Biên tập viên Đài", "")] == [
        "CV",
        "BT",
        "",
    ]


def test_a_week_shows_today_and_the_day_that_something_is_due(settings):
    settings.AS_OF = dt.date(2024, 11, 27)

    html = rendered("{% week due %}", due=dt.date(2024, 11, 29))

    assert re.findall(r"<b>(\d+)</b>", html) == ["25", "26", "27", "28", "29", "30", "1"]
    assert '<li class="today ">T4<b>27</b><span class="hide">, hôm nay</span>' in html
    assert '<li class="due ">T6<b>29</b><span class="hide">, hạn</span>' in html


def test_a_notice_of_an_unknown_level_has_a_sign():
    assert (kit.notice_sign("success"), kit.notice_sign("debug")) == ("circle-check", "info")


def test_a_chart_has_its_finding_and_a_table():
    html = rendered(
        '{% bar_chart rows "Lượt người" "Mỹ Hòa ít hơn năm trước." "Lượt người" %}',
        rows=[("Mỹ Hòa", 1234, 1259), ("Kim Hòa", 227, None)],
    )

    assert "Mỹ Hòa ít hơn năm trước." in html
    assert '<td class="num">1.234</td><td class="num">1.259</td>' in html
    assert '<td class="num">227</td><td class="num">chưa có</td>' in html


def test_every_icon_named_anywhere_is_in_the_sprite():
    written = "\n".join(path.read_text() for path in TEMPLATES)
    named = set(re.findall(r'{% icon "([\w-]+)"', written))
    named |= set(re.findall(r'{% status "\w+" "[^"]*" "([\w-]+)"', written))
    named |= {*kit.SIGNS.values(), *kit.MATRIX_SIGNS.values(), *kit.NOTICES.values()}

    assert named - SYMBOLS == set()


def test_pages_carry_no_inline_style_or_script():
    # What is told to machines is data, which no browser runs; `one=` is a word of our templates.
    script = r'<script(?![^>]*\ssrc=)(?! type="application/ld\+json">)'
    forbidden = re.compile(rf"\sstyle=|<style|{script}|\son(?!e=)[a-z]+=|javascript:")
    found = [path.name for path in TEMPLATES if forbidden.search(path.read_text())]

    assert found == []


def test_css_keeps_to_what_chrome_80_knows():
    words = r"@layer|:has\(|:is\(|:where\(|:focus-visible|aspect-ratio|[;{]inset:|clamp\(|&"
    too_new = re.compile(words)

    assert too_new.findall(re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL)) == []


def test_css_leaves_gaps_to_grids():
    rules = re.findall(r"([^{}]+){([^{}]*)}", CSS)
    flex_gaps = [
        name for name, rule in rules if "flex" in rule and re.search(r"[;{ ]gap:[^0]", rule)
    ]

    assert flex_gaps == []


def test_script_keeps_to_what_chrome_80_knows():
    assert re.findall(r"\?\?=|\|\|=|&&=|\?\.|replaceAll|replaceChildren|^import ", SCRIPT) == []


@pytest.fixture
def page(client, db):
    client.force_login(make_user(Role.DRAFTER))
    return client.get("/thanh-phan/").content


def test_first_visit_stays_within_its_weight(page):
    names = re.findall(rb'(?:href|src)="/static/([^"#]+)', page)
    files = {name: gzip.compress(Path(finders.find(name.decode())).read_bytes()) for name in names}
    css = sum(len(body) for name, body in files.items() if name.endswith(b".css"))

    assert len(files) + 1 <= 8
    assert css <= 12_000
    assert len(gzip.compress(page)) + sum(map(len, files.values())) <= 60_000
    assert len(SCRIPT.encode()) <= 10_000


def test_kit_shows_every_part_and_what_is_wrong_with_a_field(page):
    page = page.decode()

    assert "Có lỗi cần sửa" in page
    assert '<a href="#id_people">Số lượt người phải là số, ví dụ 85.</a>' in page
    for part in ("strip", "read", "matrix", "sums", "figures", "checks", "timeline", "chart"):
        assert re.search(rf'class="[^"]*\b{part}\b', page), part


def test_paper_has_no_width_of_a_phone():
    for name in ("staff.css", "paper.css"):
        narrow = re.findall(r"@media ([^{]*max-width[^{]*){", (STATIC / name).read_text())
        assert narrow
        assert all(rule.startswith("screen and") for rule in narrow), name
