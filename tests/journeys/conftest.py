"""A real browser before a real server, and people at it."""

import datetime as dt
import io
import os
import re
from pathlib import Path

import pytest
from django.test import override_settings
from PIL import Image
from playwright.sync_api import expect, sync_playwright

from haidang import clock
from haidang.activities.commands import load_catalogue
from haidang.demonstration import people, units
from haidang.web.frame import THEME_COOKIE

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
SAMPLES = Path(__file__).resolve().parents[2] / "samples"
WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 360, "height": 740}

PATIENCE = 120_000  # milliseconds that an act may take: the machine is shared
expect.set_options(timeout=PATIENCE)

# A form that goes off does so a moment after the press, and its page is there until then.
NOTE_WHAT_IS_SENT = """() => addEventListener("submit", (event) => {
  self.isSent = !event.defaultPrevented;
}, { once: true })"""
# Waited for, since it is asked again of the next page where one goes meanwhile.
TOO_WIDE = """() => {
  const root = document.documentElement;
  return root && { px: root.scrollWidth - root.clientWidth };
}"""

# The browser's own loop runs in this thread; rows are still read one after the other.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="package")
def browser():
    """Debian's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def office(transactional_db):
    """The demonstration's units and people on its Monday, before any plan was read in."""
    with override_settings(AS_OF=dt.date(2024, 11, 25)):
        with clock.as_if(clock.at(dt.date(2023, 10, 2), 8)):
            district = units.set_up()
            accounts, persons = people.appoint_all(district)
            load_catalogue(by=None)
        yield Office(district, persons, {name: password for name, password, _ in accounts})


class Office:
    """The units, the people, and their passwords."""

    def __init__(self, district, persons, passwords):
        self.district, self.persons, self.passwords = district, persons, passwords


class Person:
    """Somebody at a screen; every page they see fits its width and throws no script error."""

    def __init__(self, browser, address, screen, *, script=True, **more):
        self.address = address
        self.context = browser.new_context(
            viewport=screen, java_script_enabled=script, base_url=address, locale="vi-VN", **more
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.faults = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.script = script

    def chooses(self, theme):
        self.context.add_cookies([{"name": THEME_COOKIE, "value": theme, "url": self.address}])

    def sign_in(self, name, password):
        self.page.goto("/dang-nhap/")
        self.page.get_by_label("Tên đăng nhập").fill(name)
        self.page.locator("#id_password").fill(password)
        self.page.get_by_role("button", name="Đăng nhập").click()
        self.page.wait_for_url(lambda url: "/dang-nhap/" not in url)  # which has a heading too
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()
        return self

    def goes_to(self, path):
        answer = self.page.goto(path)
        self.looks()
        return answer

    def presses(self, name, **more):
        """Press a button; where it sends a form off, its page has gone afterwards."""
        button = self.page.get_by_role("button", name=name, **more)
        if self.script:
            self.page.evaluate(NOTE_WHAT_IS_SENT)
            button.click()
            self.page.wait_for_function("() => !self.isSent", polling=50)
        else:
            with self.page.expect_navigation():
                button.click()
        self.looks()

    def follows(self, name, **more):
        self.page.get_by_role("link", name=name, **more).first.click()
        self.looks()

    def fills(self, label, text):
        self.page.get_by_label(label).first.fill(text)

    def sees(self, text):
        expect(self.page.locator("body")).to_contain_text(text)

    def looks(self):
        self.page.wait_for_load_state()
        assert self.faults == []
        if self.script:
            wide = self.page.wait_for_function(TOO_WIDE, polling=50).json_value()["px"]
            assert wide <= 0, f"{self.page.url} is {wide} px too wide"

    def number(self, locator):
        return int(re.sub(r"\D", "", self.page.locator(locator).first.inner_text()))


@pytest.fixture
def person(browser, live_server, office):
    """Call with an account and a screen: that person, signed in."""
    opened = []

    def sit_down(name, screen=WIDE, **more):
        somebody = Person(browser, live_server.url, screen, **more)
        opened.append(somebody)
        return somebody.sign_in(name, office.passwords[name])

    yield sit_down
    for somebody in opened:
        somebody.context.close()


@pytest.fixture
def photo():
    """A photo as a phone takes it, with the place where it was taken inside."""
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (9.0, 48.0, 12.0), 3: "E", 4: (106.0, 27.0, 3.0)}
    buffer = io.BytesIO()
    Image.new("RGB", (1600, 1200), (30, 110, 170)).save(buffer, "JPEG", exif=exif)
    return {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": buffer.getvalue()}
