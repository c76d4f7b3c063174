"""WCAG 2.2 A and AA on every type of page of the portal, in three languages, wide and narrow."""

import datetime as dt
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import sync_playwright

from haidang import clock
from haidang.newsroom.enums import Finding, Section, StoryKind
from haidang.newsroom.relative import relative
from tests.makers.newsroom import make_newsroom
from tests.makers.portal import publish
from tests.system import needs_chromium

pytestmark = [needs_chromium, pytest.mark.django_db(transaction=True)]

(AXE,) = Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = ["", "dau-tu/", "tin/", "lien-he/", "nghe-lai/", "kha-nang-tiep-can/", "nguon-tin/"]
PAGES += ["danh-gia/", "tin/khong-co/"]
CLAIM = {
    "kind": StoryKind.CLARIFICATION,
    "claim": "Bến cá đóng cửa.",
    "finding": Finding.FALSE,
    "answered_by": "UBND huyện",
}


@pytest.fixture
def page(monkeypatch):
    with sync_playwright() as playwright:
        # Playwright keeps a loop of its own in this thread, which Django takes for ours.
        monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        # The policy of our pages would refuse axe itself.
        yield browser.new_context(bypass_csp=True).new_page()
        browser.close()


def stories():
    room, day = make_newsroom(), dt.date(2024, 11, 28)
    news = publish(room, byline="Ban Biên tập", body="<h2>Đề mục</h2><ul><li>Một</li></ul>")
    return [
        news,
        publish(room, "Off to sea", language="en", translation_key=news.translation_key),
        publish(room, "Lễ hội", kind=StoryKind.EVENT, where="Bến cá", starts_on=day),
        publish(room, "Về bến cá", section=Section.CLARIFIED, claim_at=clock.now(), **CLAIM),
    ]


def faults(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == width
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)["violations"]
    return [(page.url, f["id"], node["html"]) for f in found for node in f["nodes"]]


def test_pages_of_the_portal_have_no_fault_that_a_machine_can_see(page, live_server):
    told = [relative(story) for story in stories()]
    everywhere = [f"/{code}/{path}" for code in ("vi", "en", "km") for path in PAGES]
    elsewhere = [address.replace("/vi/", "/km/") for address in told]

    found = []
    for address in [*everywhere, *told, *elsewhere]:
        page.goto(live_server.url + address)
        page.evaluate(AXE.read_text("utf-8"))
        widths = (320, 1440) if "/vi/" in address else (320,)
        found += [fault for width in widths for fault in faults(page, width)]

    assert found == []
