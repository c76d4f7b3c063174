"""The leader's page on paper: exactly one A4, also with fifteen late units and long names."""

import datetime as dt
import re

import pytest
from playwright.sync_api import sync_playwright

from haidang.orgs.models import Unit
from haidang.plans.enums import TaskKind
from tests.makers.activities import make_adopted_plan, make_adopted_task
from tests.makers.reporting import make_season
from tests.system import needs_chromium

pytestmark = [needs_chromium, pytest.mark.django_db(transaction=True)]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
LONG = "thị trấn có tên rất dài thuộc vùng ven biển phía đông nam của huyện, khu vực {}"


def test_one_page_is_one_a4(live_server, client, settings, monkeypatch):
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    settings.AS_OF = dt.date(2024, 12, 3)
    season = make_season(communes=15)
    for at, unit in enumerate(season.authority.communes):
        Unit.objects.filter(pk=unit.pk).update(area=LONG.format(at))
    plan = make_adopted_plan(season.authority.district, season.drafter)
    for at in range(6):
        make_adopted_task(plan, kind=TaskKind.DIRECTION, start=at, end=at + 1)
        late = {"due_on": dt.date(2024, 11, 1), "start": at, "end": at + 1}
        make_adopted_task(plan, *season.authority.communes, **late)
    client.force_login(season.drafter)
    name = settings.SESSION_COOKIE_NAME

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        context = browser.new_context()
        cookie = {"name": name, "value": client.cookies[name].value, "url": live_server.url}
        context.add_cookies([cookie])
        page = context.new_page()
        page.goto(f"{live_server.url}/mot-trang/")
        units = page.locator(".late-units li").count()
        sheet = page.pdf(prefer_css_page_size=True)
        browser.close()

    assert units == 15
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", sheet)) == 1
    width, height = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", sheet).groups()
    assert (round(float(width)), round(float(height))) == (595, 842)
