"""The log form as a phone shows it, with script and without."""

import io

import pytest
from PIL import Image
from playwright.sync_api import expect, sync_playwright

from haidang.activities.commands import load_catalogue
from haidang.activities.models import Activity, Evidence
from tests.makers import make_authority
from tests.makers.activities import make_activity, make_adopted_plan, make_adopted_task
from tests.system import needs_chromium

pytestmark = [needs_chromium, pytest.mark.django_db(transaction=True)]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="module")
def browser():
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps a loop of its own in this thread, which Django takes for ours.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def town():
    load_catalogue()
    return make_authority(communes=1)


@pytest.fixture
def open_form(browser, live_server, client, settings, town):
    contexts = []

    def opened(**options):
        client.force_login(town.reporters[0])
        context = browser.new_context(viewport={"width": 360, "height": 740}, **options)
        contexts.append(context)
        name = settings.SESSION_COOKIE_NAME
        cookie = {"name": name, "value": client.cookies[name].value, "url": live_server.url}
        context.add_cookies([cookie])
        page = context.new_page()
        page.goto(f"{live_server.url}/ghi/")
        return page

    yield opened
    for context in contexts:
        context.close()


def camera_photo():
    buffer = io.BytesIO()
    Image.effect_noise((2400, 1800), 60).convert("RGB").save(buffer, "JPEG", quality=95)
    return {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": buffer.getvalue()}


def test_form_shows_what_the_chosen_kind_asks_for(open_form, town):
    plan = make_adopted_plan(town.district, town.drafter)
    task = make_adopted_task(plan, *town.communes, title="Nói chuyện tại ấp")
    make_activity(town.communes[0], town.reporters[0], kind="talk", task=task)
    make_activity(town.communes[0], town.reporters[0], kind="radio")
    page = open_form()
    assert page.get_by_label("Tổng thời lượng (phút)").is_visible()

    page.get_by_label("Tuyên truyền trực tiếp").check()

    assert page.get_by_label("Số lượt người").is_visible()
    assert not page.get_by_label("Tổng thời lượng (phút)").is_visible()
    assert page.locator("[data-task-name]").text_content() == str(task)
    page.get_by_label("Cổ động trực quan").check()
    assert not page.get_by_text("Tiếng Khmer", exact=True).is_visible()


def test_photo_is_shrunk_on_the_phone_and_kept_with_the_activity(open_form):
    page = open_form()
    page.get_by_label("Tuyên truyền trực tiếp").check()
    page.get_by_label("Nội dung").fill("Luật Biên phòng, tại ấp")
    page.get_by_label("Số lượt người").fill("64")
    page.set_input_files("[name=photos]", [camera_photo()])
    expect(page.locator("[data-kept-files]")).to_contain_text("IMG_1.jpg")

    page.get_by_role("button", name="Lưu hoạt động").click()

    expect(page.locator("[data-saved]")).to_contain_text("Đã gửi. Mã biên nhận")
    expect(page.locator("#outbox")).to_contain_text("Đã gửi lúc")
    activity = Activity.objects.get()
    assert (activity.title, activity.kind_id) == ("Luật Biên phòng, tại ấp", "talk")
    assert max(Image.open(io.BytesIO(Evidence.objects.get().file.read())).size) == 1280


def test_form_without_script_logs_another_kind_with_a_photo(open_form):
    page = open_form(java_script_enabled=False)
    page.get_by_label("Nội dung").fill("Luật Biên phòng, tại ấp")
    page.get_by_label("Tuyên truyền trực tiếp").check()

    page.get_by_role("button", name="Đổi sang loại đã chọn").click()

    assert page.get_by_label("Nội dung").input_value() == "Luật Biên phòng, tại ấp"
    page.get_by_label("Số lượt người").fill("64")
    page.set_input_files("[name=photos]", [camera_photo()])
    page.get_by_role("button", name="Lưu hoạt động").click()
    assert "Mã biên nhận" in page.locator("#notices").text_content()
    assert Activity.objects.get().kind_id == "talk"
    assert Evidence.objects.count() == 1
