"""A story is written in a browser: kept on the device, seen as readers will see it, and sent."""

import json

import pytest
from playwright.sync_api import expect

from haidang.newsroom.commands.portals import open_portal
from haidang.newsroom.models import Story
from haidang.newsroom.versions import newest
from tests.journeys.conftest import PHONE, WIDE
from tests.makers.writing import edit
from tests.system import needs

pytestmark = [pytest.mark.journey, needs("chromium", "chromium")]

PASTE = """(html) => {
  const box = document.querySelector("textarea[data-marks]");
  box.focus();
  box.setSelectionRange(box.value.length, box.value.length);
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", "chữ");
  box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""  # noqa: E501
BODY, SAID = "textarea[name=body]", "form[data-writing] [data-saved]"


@pytest.fixture
def writer(person, office):
    open_portal(unit=office.district.authority, by=None)

    def sits_down(screen):
        somebody = person("phongvien", screen)
        somebody.page.on("dialog", lambda dialog: dialog.accept())
        return somebody

    return sits_down


def begins(somebody):
    somebody.goes_to("/bai/moi/")
    somebody.fills("Tên bài", "Ngư dân Mỹ Long ra khơi vụ mới")
    somebody.presses("Bắt đầu viết")
    somebody.page.wait_for_url("**/sua/")  # loaded, with its script
    return Story.objects.get()


def kept_on_device(somebody):
    kept = somebody.page.evaluate(
        "Object.entries(localStorage).filter(([key]) => /^bai:/.test(key))"
    )
    return [json.loads(words)["fields"] for _, words in kept]


def test_a_story_is_written_seen_and_sent(writer):
    phone = writer(PHONE)
    story = begins(phone)
    phone.fills("Sapo", "Sáng nay, tàu của ngư dân Mỹ Long ra khơi đánh bắt vụ mới.")
    phone.page.locator(BODY).fill("Tàu ra khơi.")
    phone.page.evaluate(PASTE, "<p><b>Vụ mới</b></p><ul><li>tôm</li><li>cua</li></ul>")
    expect(phone.page.locator(BODY)).to_have_value("Tàu ra khơi.\n\n**Vụ mới**\n\n- tôm\n- cua")
    phone.fills("Nguồn", "Chuyên viên cung cấp")
    phone.presses("Lưu và xem như bạn đọc")

    phone.sees("Vụ mới")
    assert phone.page.url.endswith(f"/bai/{story.pk}/xem/")
    phone.goes_to(f"/bai/{story.pk}/")
    assert kept_on_device(phone) == []
    phone.follows("Gửi duyệt")
    assert phone.page.url.endswith(f"/bai/{story.pk}/gui/")


def test_words_come_back_after_a_reload_and_go_once_they_are_saved(writer):
    desk = writer(WIDE)
    begins(desk)
    desk.page.locator(BODY).fill("Chữ chưa lưu")
    expect(desk.page.locator(SAID)).to_contain_text("Đã giữ trên máy này")
    assert ["body", "Chữ chưa lưu"] in kept_on_device(desk)[0]

    desk.page.reload()

    desk.sees("Đã lấy lại bản chưa lưu")
    expect(desk.page.locator(BODY)).to_have_value("Chữ chưa lưu")
    desk.presses("Lưu bài")
    desk.sees("Đã lưu bài")
    expect(desk.page.locator(".story-body")).to_contain_text("Chữ chưa lưu")
    assert kept_on_device(desk) == []


def test_words_of_two_people_stand_side_by_side(writer, office):
    desk = writer(WIDE)
    story = begins(desk)
    edit(story, office.persons["bientap"], body="Lời của biên tập viên")
    desk.page.locator(BODY).fill("Lời của phóng viên")

    desk.presses("Lưu bài")

    desk.sees("Bản người khác vừa lưu")
    desk.sees("Lời của biên tập viên")
    expect(desk.page.locator(BODY)).to_have_value("Lời của phóng viên")
    assert newest(Story.objects.get()).body == "<p>Lời của biên tập viên</p>"


def test_the_next_person_at_the_device_sees_nothing_of_it(writer, office):
    desk = writer(WIDE)
    story = begins(desk)
    desk.page.locator(BODY).fill("Chữ chưa lưu")
    expect(desk.page.locator(SAID)).to_contain_text("Đã giữ trên máy này")
    desk.context.clear_cookies()
    desk.sign_in("bientap", office.passwords["bientap"])

    desk.goes_to(f"/bai/{story.pk}/sua/")

    expect(desk.page.locator(BODY)).to_have_value("")
    expect(desk.page.locator("[data-kept]")).to_be_hidden()


def test_a_file_that_is_too_large_is_told_before_it_is_sent(writer):
    desk = writer(WIDE)
    story = begins(desk)
    desk.goes_to(f"/bai/{story.pk}/tep/")
    large = {"name": "x.mp4", "mimeType": "video/mp4", "buffer": b"x" * (4 * 2**20)}
    desk.page.evaluate("document.querySelector('[data-most-video]').dataset.mostVideo = 3")

    desk.page.locator("input[type=file]").set_input_files(large)

    desk.sees("quá 3 MB nên máy chủ sẽ không nhận")
    expect(desk.page.get_by_role("button", name="Thêm tệp")).to_be_disabled()
