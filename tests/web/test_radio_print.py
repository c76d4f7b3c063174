"""The week on paper: one A4 page in a real browser, however full a week of common use is."""

import datetime as dt
import re

import pytest
from playwright.sync_api import sync_playwright

from haidang.broadcast.models import Part
from haidang.web.views.radio.sheet import Line, Row, Sheet, density_of
from tests.makers.broadcast import MONDAY, make_part, make_slot, make_station, maker_of
from tests.system import needs_chromium

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
TITLE = "Trách nhiệm của Việt Nam trên Biển Đông và luật biên phòng"
FULL = ((3, 2), (3, 3), (5, 4), (6, 6))


def sheet(slots, parts, title=TITLE):
    lines = [[Line("5h00", title, "15'", "vi")] * parts] * 7
    return Sheet([("T2", MONDAY)] * 7, [Row("Sáng", "5h00, 30 phút", lines)] * slots)


@pytest.mark.parametrize(
    ("slots", "parts", "title", "density"),
    [(3, 2, "Bản tin", ""), (3, 3, TITLE, "tight"), (6, 5, TITLE, "tightest"), (0, 0, "", "")],
)
def test_letters_are_as_small_as_they_must_be(slots, parts, title, density):
    assert density_of(sheet(slots, parts, title)) == density


def filled(by, hours, parts):
    """A station whose every sitting of the week has so many programmes."""
    station = make_station(by, name=f"Đài {hours} {parts}")
    for hour in range(hours):
        slot = make_slot(station, f"{5 + 2 * hour:02}:00", name=f"Khung {hour}", by=by)
        first = make_part(slot, title=TITLE, by=by)
        facts = {"week": first.week, "slot": slot, "kind": "music", "title": TITLE, "seconds": 300}
        days = [MONDAY + dt.timedelta(ahead) for ahead in range(7)]
        places = [(on, n) for on in days for n in range(1, parts + 1)]
        Part.objects.bulk_create(Part(on=on, ordinal=n, **facts) for on, n in places[1:])
    return station


@needs_chromium
@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("monday")
def test_print_week_is_one_a4(live_server, client, settings, monkeypatch):
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    by = maker_of(make_station())
    stations = [filled(by, *one) for one in FULL]
    client.force_login(by)
    name, sheets = settings.SESSION_COOKIE_NAME, []

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        context = browser.new_context()
        cookie = {"name": name, "value": client.cookies[name].value, "url": live_server.url}
        context.add_cookies([cookie])
        page = context.new_page()
        for station in stations:
            page.goto(f"{live_server.url}/phat-thanh/in/?dai={station.pk}")
            assert page.locator(".air-sheet td").count()
            sheets.append(page.pdf(prefer_css_page_size=True))
        browser.close()

    assert [len(re.findall(rb"/Type\s*/Page\b(?!s)", one)) for one in sheets] == [1, 1, 1, 1]
    sizes = [re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", one).groups() for one in sheets]
    assert {(round(float(w)), round(float(h))) for w, h in sizes} == {(842, 595)}
