"""WCAG 2.2 A and AA on the pages of the look, light and dark, wide and narrow, by axe-core."""

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import sync_playwright

from haidang.orgs.enums import Role
from haidang.web.frame import THEME_COOKIE
from tests.makers import make_user
from tests.system import needs_chromium

pytestmark = [needs_chromium, pytest.mark.django_db(transaction=True)]

(AXE,) = Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
FLAGS += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
PAGES = ["/thanh-phan/", "/dang-nhap/", "/tro-giup/", "/kha-nang-tiep-can/"]


@pytest.fixture(scope="module")
def browser():
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps a loop of its own in this thread, which Django takes for ours.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, live_server, client, settings):
    # The policy of our pages would refuse axe itself.
    context = browser.new_context(bypass_csp=True)
    name = settings.SESSION_COOKIE_NAME

    def opened(path, *, width, theme="light"):
        cookies = {THEME_COOKIE: theme}
        if path != "/dang-nhap/":
            client.force_login(make_user(Role.DRAFTER))
            cookies[name] = client.cookies[name].value
        context.add_cookies(
            [{"name": n, "value": v, "url": live_server.url} for n, v in cookies.items()]
        )
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 800})
        assert page.goto(live_server.url + path).ok
        return page

    yield opened
    context.close()


def faults(page):
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)["violations"]
    return [(fault["id"], node["html"]) for fault in found for node in fault["nodes"]]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_pages_have_no_fault_that_a_machine_can_see(open_page, path, theme):
    assert faults(open_page(path, width=1440, theme=theme)) == []
    assert faults(open_page(path, width=360, theme=theme)) == []


@pytest.mark.parametrize("path", PAGES)
def test_pages_do_not_scroll_sideways(open_page, path):
    page = open_page(path, width=1440)

    for width in (1440, 768, 360, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_buttons_of_a_date_fill_its_boxes(open_page):
    page = open_page("/thanh-phan/", width=360)

    page.click("text=Hôm qua")

    day = page.input_value("#id_held_on_0")
    assert page.get_attribute("text=Hôm qua", "data-day").split(" ")[0] == day
    assert page.get_attribute("text=Hôm qua", "aria-pressed") == "true"


def test_a_password_can_be_shown(open_page):
    page = open_page("/dang-nhap/", width=1440)

    page.click("text=Hiện")

    assert page.get_attribute("#id_password", "type") == "text"
    assert page.inner_text("[data-reveal]").startswith("Ẩn")


def test_what_needs_a_script_is_not_shown_without_it(browser, live_server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url + "/dang-nhap/")

    assert page.is_visible("#id_password")
    assert page.is_hidden("[data-reveal]")
    context.close()
