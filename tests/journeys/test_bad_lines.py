"""Logging on a phone whose line comes and goes: nothing is lost, nothing is doubled."""

from pathlib import Path

import axe_playwright_python
import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from haidang.activities.models import Activity
from tests.journeys.conftest import PHONE
from tests.system import needs

pytestmark = [
    pytest.mark.journey,
    pytest.mark.promise("N28"),
    needs("chromium", "chromium"),
]
(AXE,) = Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")
KEPT = """navigator.serviceWorker.controller && caches.open("pages-" + Outbox.person)
    .then((pages) => pages.keys()).then((keys) => keys.length === 5)"""

ENTRY = "{id: '1', state: 'waiting', person: Outbox.person, saved: 1, query: '', fields: {}}"
FIVE_TRIES = "(async () => { for (let at = 0; at < 5; at += 1) await Outbox.send(true); })()"
WAITS = "Outbox.get('1').then((entry) => entry.next - Date.now())"
HOLD_ONE_ASKING = """() => {
  const line = self.fetch;
  self.fetch = () => new Promise((_, cut) => {
    self.cut = () => { self.fetch = line; cut(new TypeError("cut")); };
  });
}"""
TWO_WISHES_THEN_THE_CUT = """() => {
  const wishes = [Outbox.send(true), Outbox.send(true)];
  self.cut();
  return Promise.all(wishes);
}"""
ANSWER = """async () => {
  let entry = await Outbox.get("1");
  for (let at = 0; at < 1200 && entry.state === "waiting"; at += 1) {
    await new Promise((done) => setTimeout(done, 100));
    entry = await Outbox.get("1");
  }
  return entry.state;
}"""
HELD_ELSEWHERE = """(time) => new Promise((done) => {
  indexedDB.open("haidang", 1).onsuccess = (event) => {
    const rows = event.target.result.transaction("notes", "readwrite").objectStore("notes");
    rows.put({by: 0, until: Date.now() + time}, "lease").onsuccess = done;
  };
})"""


def test_what_was_logged_without_a_line_is_sent_once_after_the_page_was_killed(person, photo):
    phone = person("longson", PHONE, bypass_csp=True)
    given_the_pages_were_seen_once(phone)
    phone.context.set_offline(True)

    when_a_talk_is_written(phone, "Ghi ở ấp, không có mạng", photo)
    when_the_page_is_killed(phone)
    phone.goes_to("/ghi/")
    then_the_draft_is_there(phone, "Ghi ở ấp, không có mạng")
    phone.presses("Lưu hoạt động")
    then_it_says(phone, "[data-saved]", "chưa gửi")
    phone.goes_to("/viec/")
    then_it_says(phone, "#outbox", "chưa cập nhật. Mất mạng. Đã lưu trên máy, chưa gửi (1)")
    phone.goes_to("/nhat-ky/")
    then_it_says(phone, "#outbox", "chưa cập nhật. Mất mạng.")
    phone.goes_to("/bao-cao/")  # a page that is not kept leads to what waits
    then_it_says(phone, "[data-rows]", "Ghi ở ấp, không có mạng")
    then_nothing_keeps_anybody_out(phone)
    assert not Activity.objects.exists()

    phone.context.set_offline(False)
    expect(phone.page.locator("[data-empty]")).to_be_visible()
    then_it_is_there_once_with_its_photo(phone)
    then_nothing_keeps_anybody_out(phone)


def test_an_ended_session_keeps_what_waits_and_another_person_does_not_send_it(person, office):
    phone = person("longson", PHONE, bypass_csp=True)
    phone.goes_to("/ghi/")
    when_a_talk_is_written(phone, "Ghi lúc phiên đã hết")
    Session.objects.all().delete()

    phone.presses("Lưu hoạt động")
    then_it_says(phone, "[data-saved]", "Phiên làm việc đã hết hạn")
    phone.sign_in("vinhkim", office.passwords["vinhkim"])
    phone.goes_to("/cho-gui/")
    then_it_says(phone, "[data-others]", "còn 1 mục của người khác")
    assert "Ghi lúc phiên đã hết" not in phone.page.content()
    then_nothing_keeps_anybody_out(phone)
    assert not Activity.objects.exists()

    phone.context.clear_cookies()
    phone.sign_in("longson", office.passwords["longson"])
    then_it_says(phone, "#outbox", "Đã gửi lúc")
    assert Activity.objects.get().title == "Ghi lúc phiên đã hết"


def test_two_tabs_send_an_entry_once_and_who_leaves_is_asked(person):
    phone = person("longson", PHONE, bypass_csp=True)
    phone.goes_to("/ghi/")
    other = phone.context.new_page()
    other.goto("/cho-gui/")
    phone.context.set_offline(True)
    when_a_talk_is_written(phone, "Ghi ở hai thẻ")
    phone.presses("Lưu hoạt động")
    then_it_says(phone, "[data-saved]", "chưa gửi")

    phone.context.set_offline(False)
    other.reload()
    for page in (phone.page, other):
        page.evaluate("Outbox.send(true)")

    expect(other.locator("[data-empty]")).to_be_visible()
    assert Activity.objects.get().title == "Ghi ở hai thẻ"
    when_a_draft_is_left(phone)
    phone.page.locator("details.menu summary").click()
    phone.page.locator("details.menu").get_by_role("button", name="Đăng xuất").click()
    then_it_says(phone, "[data-leaving]", "Chưa gửi hết. Vẫn đăng xuất?")
    then_nothing_keeps_anybody_out(phone)
    phone.presses("Vẫn đăng xuất")
    phone.sees("Tên đăng nhập")


def test_a_wish_to_send_now_is_kept_while_another_sending_runs(person):
    phone = person("longson", PHONE)
    phone.goes_to("/cho-gui/")
    phone.context.set_offline(True)
    phone.page.wait_for_function("() => !navigator.onLine")
    phone.page.evaluate(f"Outbox.put({ENTRY})")
    phone.page.evaluate(FIVE_TRIES)
    assert phone.page.evaluate(WAITS) <= 5_000  # nobody was asked: the next try is as near as ever

    phone.page.evaluate(HOLD_ONE_ASKING)
    phone.context.set_offline(False)  # from here the page sends by itself
    phone.page.wait_for_function("() => self.cut && Outbox.sending() === '1'")
    assert phone.page.evaluate(TWO_WISHES_THEN_THE_CUT) == [0, 0]

    phone.page.evaluate(HELD_ELSEWHERE, 14_000)
    phone.page.evaluate(f"Outbox.put(Object.assign({ENTRY}, {{next: Date.now() + 300000}}))")
    assert phone.page.evaluate("Outbox.send(true)") == 1
    phone.page.evaluate(HELD_ELSEWHERE, 1_000)  # after which it has died
    assert phone.page.evaluate(ANSWER) == "refused"


def given_the_pages_were_seen_once(phone):
    phone.goes_to("/ghi/")
    for _ in range(1200):
        if phone.page.evaluate(KEPT):
            return
        phone.page.wait_for_timeout(100)
    pytest.fail("the pages were not kept within two minutes")


def when_a_talk_is_written(phone, title, photo=None):
    if "/ghi/" not in phone.page.url:
        phone.goes_to("/ghi/")
    phone.page.get_by_label("Tuyên truyền trực tiếp").check()
    phone.fills("Nội dung", title)
    phone.fills("Số lượt người", "64")
    if photo:
        phone.page.set_input_files("[name=photos]", [photo])
        expect(phone.page.locator("[data-kept-files]")).to_contain_text("IMG_1.jpg")
    expect(phone.page.locator("[data-draft]")).to_contain_text("Đã lưu nháp trên máy")


def when_a_draft_is_left(phone):
    phone.goes_to("/ghi/?loai=talk")
    phone.fills("Nội dung", "Nháp chưa gửi")
    expect(phone.page.locator("[data-draft]")).to_contain_text("Đã lưu nháp trên máy")


def when_the_page_is_killed(phone):
    phone.page.close()
    phone.page = phone.context.new_page()


def then_the_draft_is_there(phone, title):
    expect(phone.page.get_by_label("Nội dung")).to_have_value(title)
    expect(phone.page.get_by_label("Số lượt người")).to_have_value("64")
    expect(phone.page.get_by_label("Tuyên truyền trực tiếp")).to_be_checked()
    expect(phone.page.locator("[data-kept-files]")).to_contain_text("IMG_1.jpg")


def then_it_says(phone, where, words):
    expect(phone.page.locator(where)).to_contain_text(words)


def then_it_is_there_once_with_its_photo(phone):
    activity = Activity.objects.get()
    assert (activity.title, activity.evidence.count()) == ("Ghi ở ấp, không có mạng", 1)
    then_it_says(phone, "[data-sent]", activity.receipt)


def then_nothing_keeps_anybody_out(phone):
    phone.page.evaluate(AXE.read_text("utf-8"))
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = phone.page.evaluate("rules => axe.run(document, {runOnly: rules})", rules)
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found["violations"]] == []
