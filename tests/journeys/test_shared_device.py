"""What a device keeps is one person's: not the next one's, not another tab's, not a file's."""

import json

import pytest
from django.templatetags.static import static
from playwright.sync_api import expect

from tests.journeys.conftest import PHONE
from tests.system import needs

pytestmark = [pytest.mark.journey, needs("chromium", "chromium")]

# The worker's own script, run by the page: its answers come when the test lets them.
WORKER = """async (script) => {
  self.RELEASE = { files: [], pages: ["/viec/", "/ghi/", "/cho-gui/"], leave: "/dang-xuat/" };
  const page = await fetch("/viec/");
  let held = [];
  let isSlow = false;
  self.fetch = () => new Promise((done) => isSlow ? held.push(done) : done(page.clone()));
  const tag = document.head.appendChild(document.createElement("script"));
  await new Promise((done) => Object.assign(tag, { onload: done, src: script }));
  const ask = (path, method) => {
    const parts = [];
    const keep = (part) => parts.push(part);
    const request = { url: location.origin + path, mode: "navigate", method };
    const told = { request, waitUntil: keep, respondWith: keep };
    dispatchEvent(Object.assign(new Event("fetch"), told));
    return Promise.all(parts);
  };
  const kept = async () => [await caches.match("/who"), await caches.match("/viec/")].map(Boolean);
  await ask("/viec/", "GET");
  const before = await kept();
  isSlow = true;
  const late = ask("/viec/", "GET");
  await ask("/dang-xuat/", "POST");
  isSlow = false;
  held.forEach((done) => done(page.clone()));
  await late;
  return [before, await kept()];
}"""


def test_an_answer_that_comes_after_the_sign_out_is_not_kept(person):
    phone = person("longson", PHONE, bypass_csp=True, service_workers="block")
    phone.goes_to("/ghi/")

    before, after = phone.page.evaluate(WORKER, static("haidang/sw.js"))

    assert before == [True, True]
    assert after == [False, False]


def test_typing_on_in_one_tab_does_not_take_back_what_another_tab_gave_to_be_sent(person):
    phone = person("longson", PHONE)
    phone.goes_to("/ghi/")
    phone.fills("Nội dung", "Ghi ở thẻ thứ nhất")
    expect(phone.page.locator("[data-draft]")).to_contain_text("Đã lưu nháp trên máy")
    phone.context.set_offline(True)
    entry = phone.page.evaluate("Outbox.mine().then((rows) => rows[0].id)")
    phone.page.evaluate("id => Outbox.change(id, () => ({state: 'waiting'}))", entry)

    phone.fills("Nội dung", "Gõ tiếp ở thẻ thứ hai")

    expect(phone.page.locator("[data-draft]")).to_contain_text("đã bấm Lưu ở một thẻ khác")
    row = phone.page.evaluate("id => Outbox.get(id)", entry)
    assert row["state"] == "waiting"
    assert ["title", "Ghi ở thẻ thứ nhất"] in row["fields"]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//xa.example/", "/\\xa.example/"])
def test_a_file_brings_no_address_of_elsewhere(person, address):
    phone = person("longson", PHONE)
    phone.goes_to("/cho-gui/")
    entry = {"id": "0" * 36, "person": phone.page.evaluate("Outbox.person"), "state": "refused"}
    entry |= {"label": "Từ tệp", "fields": [], "files": [], "saved": 1, "query": address}
    entry |= {"url": address, "seen": address}
    content = json.dumps({"haidang": 1, "entries": [entry]}).encode()

    phone.page.set_input_files(
        "#bring", {"name": "cho-gui.json", "mimeType": "application/json", "buffer": content}
    )

    expect(phone.page.locator("[data-brought]")).to_contain_text("Đã đưa vào 1 mục.")
    row = phone.page.evaluate("id => Outbox.get(id)", entry["id"])
    assert (row["url"], row["seen"], row["query"]) == ("", "", "")
    links = phone.page.locator("[data-rows] a:visible")
    expect(links).to_have_count(1)
    assert links.get_attribute("href").startswith("/ghi/?nhap=")
