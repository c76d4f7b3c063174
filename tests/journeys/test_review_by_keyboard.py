"""A plan is reviewed with the keyboard alone; its pages and cards fit and bear axe's look."""

import pytest
from playwright.sync_api import expect

from haidang.plans import commands
from haidang.plans.enums import TaskStatus
from tests.journeys.conftest import PHONE, SAMPLES, WIDE
from tests.journeys.test_every_screen import faults
from tests.system import needs
from tests.text.files import pdf

pytestmark = [pytest.mark.journey, needs("chromium", "chromium")]
HERE = ".sent[aria-current]"


def read_in(office, content, name):
    return commands.read_in(
        content=content,
        file_name=name,
        unit=office.district.authority,
        by=office.persons["chuyenvien"],
    )


@pytest.fixture
def plan(office):
    return read_in(office, (SAMPLES / "99-KH-UBND.docx").read_bytes(), "99-KH-UBND.docx")


def test_a_plan_is_reviewed_with_the_keyboard_alone(person, plan):
    specialist = person("chuyenvien")
    specialist.goes_to(f"/ke-hoach/{plan.pk}/")
    page = specialist.page

    when_the_keys_are_asked_for(page)
    when_the_sentences_are_walked_through(page)
    when_all_that_waits_is_taken(specialist, plan)
    when_a_title_is_changed(page, plan)

    assert specialist.faults == []


def when_the_keys_are_asked_for(page):
    page.keyboard.press("?")
    expect(page.locator(".keys dl")).to_be_visible()
    page.keyboard.press("?")
    expect(page.locator(".keys dl")).to_be_hidden()


def when_the_sentences_are_walked_through(page):
    before = page.locator(".way-at").inner_text()
    page.keyboard.press("j")
    expect(page.locator(".way-at")).not_to_have_text(before)
    expect(page.locator(HERE).first).to_be_in_viewport()
    expect(page.locator(".task[aria-current]")).to_be_in_viewport()
    page.keyboard.press("k")
    expect(page.locator(".way-at")).to_have_text(before)
    page.go_back()
    expect(page.locator(".way-at")).not_to_have_text(before)
    page.wait_for_load_state()  # htmx asks for the whole page: a key before its script is nobody's


def when_all_that_waits_is_taken(specialist, plan):
    page = specialist.page
    total = plan.tasks.count()
    page.keyboard.press("c")
    for taken in range(1, total + 1):
        page.keyboard.press("n")
        expect(page.locator(".tally")).to_contain_text(f"{taken}/{total} nhiệm vụ đã xem")
        expect(page.locator(".task[aria-current]")).to_be_focused()
    assert plan.tasks.filter(status=TaskStatus.ACCEPTED).count() == total


def when_a_title_is_changed(page, plan):
    page.keyboard.press("s")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Sửa")
    title = page.get_by_label("Tên việc")
    title.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("nhận báo cáo, sửa sau")
    expect(title).to_have_value("nhận báo cáo, sửa sau")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Lưu":
            break
    page.keyboard.press("Enter")
    expect(page.locator(".task[aria-current] h3")).to_have_text("nhận báo cáo, sửa sau")
    assert plan.tasks.filter(title="nhận báo cáo, sửa sau").count() == 1


def test_the_review_screen_bears_a_look_in_every_shape(person, office, plan):
    scan = read_in(office, pdf([(200, 800, "KẾ HOẠCH"), (60, 700, "- Tuyên truyền về biển.")]), "x")
    task = plan.tasks.get(label="III.4.c")
    found = []
    for screen, theme in ((WIDE, "light"), (WIDE, "dark"), (PHONE, "light"), (PHONE, "dark")):
        specialist = person("chuyenvien", screen, bypass_csp=True)
        specialist.chooses(theme)
        for address in (
            f"/ke-hoach/{plan.pk}/?viec={task.pk}",
            f"/ke-hoach/{plan.pk}/?viec={task.pk}&xem=van-ban",
            f"/ke-hoach/{scan.pk}/?goc=1&xem=van-ban",
            f"/ke-hoach/viec/{task.pk}/sua/",
            f"/ke-hoach/{plan.pk}/rut/",
        ):
            specialist.goes_to(address)
            specialist.page.evaluate(
                "document.querySelectorAll('main details').forEach(one => { one.open = true })"
            )
            found += faults(specialist.page)

    assert found == []


def test_without_script_a_sentence_and_its_card_stand_side_by_side(person, plan):
    specialist = person("chuyenvien", script=False)
    specialist.goes_to(f"/ke-hoach/{plan.pk}/")
    last = plan.items.filter(is_sentence=True).last()

    specialist.page.locator(f"#cau-{last.pk} a.sent").click()

    expect(specialist.page.locator(HERE).first).to_be_in_viewport()
    expect(specialist.page.locator(".task[aria-current]")).to_be_in_viewport()
    specialist.page.get_by_role("button", name="Nhận nhiệm vụ").click()
    specialist.sees("Đã nhận III.4.c.")
