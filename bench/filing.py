"""A commune's yearly report filed on a phone with a bad line, and the office's draft made of all.

A commune that logged its year opens its report in Chromium at 360 px, held at 400 kbit/s and 400
ms, goes through every section, and sends. Then the office goes from fifteen accepted reports to
the draft with its annexes. The hand hurries and what it would need is added, as in `minute`:
a tap with its thought 2.45 s, a letter 0.33 s, and so long to look at a figure or at words as the
form itself says to the unit (`reporting/burden.py`). How long pages take is measured.
"""

import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from bench.ground import own_installation
from bench.lines_phone import CHROMIUM, FLAGS
from bench.lines_server import DAY, Server
from bench.measure import against, machine, table
from bench.minute import LETTER, LINE, TAP, THOUGHT, Hand

if TYPE_CHECKING:
    from haidang.reporting.models import Report

COMMUNE, OFFICE = "longson", "chuyenvien"
MOST_MINUTES, LEAST_UNTOUCHED, MOST_OF_OFFICE = 25.0, 0.8, 15.0
LOOK, READ, SEND, PAGE_OF_TEXT = 15, 90, 60, 120  # seconds; the first three are the form's own
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1440, "height": 900}
MENU = "details.menu > summary"
WORDS = "Cụm loa gần biển xuống cấp nhanh do hơi muối, đề nghị hỗ trợ kinh phí sửa chữa."


@dataclass
class Clerk(Hand):
    """A hand that also reads; what it would need for all that is counted, not waited for."""

    is_in_a_hurry: bool = True
    letters: int = 0
    looked: float = 0.0

    def type(self, words: str) -> None:
        """Type where the last tap went."""
        super().type(words)
        self.letters += len(words)

    def look(self, length: float) -> None:
        """Look at what stands there."""
        self.looked += length

    def go(self, thing: Locator) -> None:
        """Tap what leads to another page."""
        with self.page.expect_navigation():
            self.tap(thing)

    def minutes(self, waited: float) -> float:
        """How long it takes, with the pages that it waited for."""
        return (waited + self.taps * (THOUGHT + TAP) + self.letters * LETTER + self.looked) / 60


def file_report(clerk: Clerk) -> None:
    """From the week's list to the receipt."""
    page = clerk.page
    _open_reports(clerk)
    clerk.go(page.get_by_role("link", name=re.compile("Báo cáo năm 2024")).first)
    clerk.go(page.get_by_role("button", name="Mở báo cáo, điền từ nhật ký"))
    clerk.go(page.locator("a.row").first)  # also sections that the log filled are looked at
    for _ in range(40):  # a section that looks wrong is shown once more
        if page.url.endswith("/gui/"):
            break
        _do_section(clerk)
    _send(clerk)


def _open_reports(clerk: Clerk) -> None:
    """The menu stands beside the page; on a phone it is opened first."""
    page = clerk.page
    link = page.locator('a[href="/bao-cao/"]')
    if not link.first.is_visible():
        clerk.tap(page.locator(MENU).first)
    clerk.go(link.locator("visible=true").first)


def _do_section(clerk: Clerk) -> None:
    page = clerk.page
    if page.locator("#text").count():
        _write(clerk)
    else:
        clerk.look(LOOK * page.locator(".figure").count())
    clerk.go(page.get_by_role("button", name="Lưu và tiếp tục"))


def _write(clerk: Clerk) -> None:
    page = clerk.page
    take = page.get_by_role("button", name="Lấy tất cả")
    if not page.locator("#text").input_value() and take.count():
        clerk.go(take)
    if page.locator("#text").input_value():
        clerk.look(READ)
        return
    clerk.tap(page.locator("#text"))
    clerk.type(WORDS)


def _send(clerk: Clerk) -> None:
    page = clerk.page
    nothing = page.get_by_role("link", name=re.compile("còn trống: không phát sinh"))
    if nothing.count():
        clerk.go(nothing)
        clerk.look(LOOK)
        clerk.go(page.get_by_role("button", name="Ghi “Không phát sinh”"))
    clerk.look(SEND)
    clerk.tap(page.get_by_role("checkbox", name="Báo cáo không chứa bí mật nhà nước"))
    clerk.go(page.get_by_role("button", name=re.compile("Gửi báo cáo lên")))
    page.wait_for_url("**/bien-nhan/")


def write_draft(clerk: Clerk) -> None:
    """From fifteen accepted reports to the draft with its annexes, looked at."""
    page = clerk.page
    _open_reports(clerk)
    clerk.go(page.get_by_role("link", name=re.compile("Báo cáo năm 2024")).first)
    clerk.go(page.get_by_role("link", name="Bảng tổng hợp"))
    clerk.look(PAGE_OF_TEXT)
    clerk.go(page.get_by_role("button", name="Chốt số liệu"))
    clerk.go(page.get_by_role("button", name="Lập báo cáo"))
    page.get_by_text("Đã lập văn bản từ số liệu đã chốt.").wait_for()
    clerk.look(3 * PAGE_OF_TEXT)


def untouched_in(report: "Report") -> tuple[int, int]:
    """How many figures of a report nobody had to type, and how many it has.

    What the log holds nothing of is confirmed for all at once, and counts as typed.
    """
    from haidang.reporting.burden import is_untouched

    rows = list(report.figures.select_related("indicator"))
    return sum(is_untouched(row) for row in rows), len(rows)


@dataclass
class District:
    """Units, people and passwords, as the journeys of the tests have them."""

    district: Any
    persons: dict[str, Any]
    passwords: dict[str, str]


@contextmanager
def _district() -> Iterator[District]:
    """The demonstration's communes with the year that they logged, and the round opened."""
    os.environ |= {
        "HAIDANG_SECRET_KEY": os.urandom(32).hex(),
        "DJANGO_ALLOW_ASYNC_UNSAFE": "true",  # the browser's own loop runs in this thread
    }
    with own_installation(as_of=DAY):
        import datetime as dt

        from django.core.management import call_command

        from haidang import clock
        from haidang.activities.commands import load_catalogue
        from haidang.demonstration import people, units
        from haidang.reporting.commands import open_round
        from tests.journeys.story import given_a_regime

        call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=["wagtail*"])
        with clock.as_if(clock.at(dt.date(2023, 10, 2), 8)):
            district = units.set_up()
            accounts, persons = people.appoint_all(district)
            load_catalogue(by=None)
        office = District(district, persons, {name: word for name, word, _ in accounts})
        log_the_year(office)
        open_round(regime=given_a_regime(office), year=2024, by=persons[OFFICE])
        yield office


def log_the_year(office: District, most: int | None = None) -> None:
    """Let every commune log what it did; with `most` so many entries each."""
    import uuid

    from haidang.activities.commands import log_activity
    from haidang.activities.models import Kind
    from haidang.demonstration.entries import commune_entries
    from haidang.demonstration.figures import YEAR

    kinds = {kind.code: kind for kind in Kind.objects.prefetch_related("measures")}
    for account, figures in YEAR.items():
        for one in islice(commune_entries(account, figures), most):
            log_activity(
                id=uuid.uuid4(),
                unit=office.district.communes[account],
                kind=kinds[one.kind],
                title=one.title,
                on=one.on,
                by=office.persons[account],
                quantities=one.quantities,
                language=one.language,
            )


def main() -> int:
    """Count and time both; 1 where something is over its limit."""
    print(machine())
    with _district() as office, sync_playwright() as play:
        server = Server()
        server.start()
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            return _commune(browser, server, office) | _office(browser, server, office)
        finally:
            browser.close()
            server.kill()


def _commune(browser: Browser, server: Server, office: District) -> int:
    from tests.journeys.story import report_of

    page = _signed_in(browser, server, office, COMMUNE, PHONE)
    phone = page.context.new_cdp_session(page)
    phone.send("Network.enable")
    phone.send("Network.emulateNetworkConditions", LINE)
    phone.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    clerk, begun = Clerk(page), time.perf_counter()
    file_report(clerk)
    waited = time.perf_counter() - begun
    minutes, (same, asked) = clerk.minutes(waited), untouched_in(report_of(office, COMMUNE))
    rows = [
        ("taps", clerk.taps, "", ""),
        ("letters typed", clerk.letters, "", ""),
        ("waited for pages", f"{waited:.0f} s", "", ""),
        ("figures untouched", f"{same}/{asked}", f"{LEAST_UNTOUCHED:.0%}", f"{same / asked:.0%}"),
        ("minutes", f"{minutes:.1f}", MOST_MINUTES, against(minutes, MOST_MINUTES)),
    ]
    table("a yearly report at 400 kbit/s, 400 ms", ("", "measured", "limit", "of it"), rows)
    return int(minutes > MOST_MINUTES or same < LEAST_UNTOUCHED * asked)


def _office(browser: Browser, server: Server, office: District) -> int:
    from haidang.reporting import commands
    from tests.journeys.story import report_of, when_the_others_report

    when_the_others_report(office, but=[COMMUNE])
    drafter = office.persons[OFFICE]
    report = commands.begin_review(report=report_of(office, COMMUNE), by=drafter)
    commands.accept_report(report=report, by=drafter)

    clerk = Clerk(_signed_in(browser, server, office, OFFICE, DESK))
    begun = time.perf_counter()
    write_draft(clerk)
    waited = time.perf_counter() - begun
    minutes = clerk.minutes(waited)
    rows = [
        ("presses", clerk.taps, "", ""),
        ("waited for pages", f"{waited:.0f} s", "", ""),
        ("minutes", f"{minutes:.1f}", MOST_OF_OFFICE, against(minutes, MOST_OF_OFFICE)),
    ]
    table("fifteen reports to the draft", ("", "measured", "limit", "of it"), rows)
    return int(minutes > MOST_OF_OFFICE)


def _signed_in(browser: Browser, server: Server, office: District, name: str, screen: Any) -> Page:
    page = browser.new_page(viewport=screen)
    page.set_default_timeout(120_000)
    page.goto(f"http://127.0.0.1:{server.port}/dang-nhap/")
    page.fill("#id_username", name)
    page.fill("#id_password", office.passwords[name])
    page.click("form.card .btn.main")
    page.wait_for_url("**/viec/")
    return page


if __name__ == "__main__":
    sys.exit(main())
