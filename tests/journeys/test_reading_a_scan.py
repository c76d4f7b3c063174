"""A scanned plan is uploaded: each page is told while it is recognised, then the plan opens."""

import re
from contextlib import closing
from threading import Event

import pytest
from playwright.sync_api import expect

from haidang.plans.models import Plan
from haidang.web import turns
from haidang.web.views.plans import reading_in
from tests.journeys.conftest import WIDE
from tests.journeys.test_every_screen import faults
from tests.system import needs
from tests.text.scans import drawn, needs_scans, scanned

pytestmark = [pytest.mark.journey, needs("chromium", "chromium")]
SLOW = 240_000  # on a busy machine, milliseconds
ON_TOP = """() => {
    const box = document.querySelector('.reading-in ol').getBoundingClientRect();
    const seen = document.elementFromPoint(box.x + 20, box.y + 10);
    const lines = document.querySelectorAll('.reading-in li');
    return seen.closest('li') === lines[lines.length - 1];
}"""
WORDS = "Tuyên truyền về biển, đảo cho Nhân dân các xã, thị trấn trên địa bàn huyện."


@pytest.fixture
def scan(monkeypatch):
    """A plan of three scanned pages, which takes longer than anybody waits for an answer."""
    monkeypatch.setattr(reading_in, "PATIENCE", 0.3)
    lines = [(80, 720 - 24 * line, f"- {WORDS}") for line in range(14)]
    pages = [drawn([(220, 780, f"KẾ HOẠCH tuyên truyền, phần {n}"), *lines]) for n in (1, 2, 3)]
    return {"name": "quet.pdf", "mimeType": "application/pdf", "buffer": scanned(*pages)}


@pytest.fixture
def looked(monkeypatch):
    """The reading stays at its second page until this is set."""
    real, looked = reading_in._steps, Event()

    def steps(*given):
        reading = real(*given)
        with closing(reading):
            while True:
                try:
                    step = next(reading)
                except StopIteration as end:
                    return end.value
                yield step
                if step == (2, 3):
                    looked.wait(SLOW / 1000)

    monkeypatch.setattr(reading_in, "_steps", steps)
    yield looked
    looked.set()


@needs_scans
@pytest.mark.parametrize("script", [True, False])
def test_a_scan_is_read_page_by_page(person, scan, looked, script):
    specialist = person("chuyenvien", WIDE, script=script, bypass_csp=True)
    specialist.goes_to("/ke-hoach/")
    specialist.page.locator("input[type=file]").set_input_files(scan)

    specialist.page.get_by_role("button", name="Đọc văn bản").click(no_wait_after=True)

    expect(specialist.page.locator(".reading-in li").last).to_contain_text("2/3", timeout=SLOW)
    expect(specialist.page.locator(".reading-in li").last).to_be_visible()
    assert specialist.page.evaluate(ON_TOP)
    if script:
        assert faults(specialist.page) == []
    looked.set()
    specialist.page.wait_for_url(re.compile(r"/ke-hoach/\d+/$"), timeout=SLOW)
    plan = Plan.objects.get()
    assert specialist.page.url.endswith(f"/ke-hoach/{plan.pk}/")
    specialist.sees("Đọc văn bản → nhiệm vụ")


@needs_scans
def test_closing_the_page_ends_the_reading(person, scan):
    specialist = person("chuyenvien")
    specialist.goes_to("/ke-hoach/")
    specialist.page.locator("input[type=file]").set_input_files(scan)
    specialist.page.get_by_role("button", name="Đọc văn bản").click(no_wait_after=True)
    expect(specialist.page.locator(".reading-in li").last).to_contain_text("Đang", timeout=SLOW)

    specialist.page.goto("/ke-hoach/")

    for _ in range(480):
        places = [turns.place_at("reading", number) for number in range(1, turns.CORES + 1)]
        for place in filter(None, places):
            turns.leave(place)
        if all(places):
            break
        specialist.page.wait_for_timeout(250)
    assert all(places)
    assert not Plan.objects.exists()
