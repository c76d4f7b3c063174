"""The log form as a phone shows it, with script and without."""

import datetime as dt
import io

import pytest
from PIL import Image
from playwright.sync_api import expect, sync_playwright

from haidang import clock
from haidang.activities.commands import load_catalogue
from haidang.activities.models import Activity, Evidence
from haidang.plans.models import OccasionTask, Task
from tests.makers import make_authority
from tests.makers.activities import make_activity, make_adopted_plan, make_adopted_task
from tests.makers.occasions import make_occasion
from tests.system import needs_chromium

pytestmark = [needs_chromium, pytest.mark.django_db(transaction=True)]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PATIENCE = 120_000  # milliseconds that an act may take: the machine is shared
expect.set_options(timeout=PATIENCE)
STORE_THAT_OPENS_LATE = """(() => {
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (...given) {
    const asked = {};
    self.letOpen = () => {
      const real = open.apply(this, given);
      Object.defineProperty(asked, "result", { get: () => real.result });
      for (const on of ["onupgradeneeded", "onsuccess", "onerror"]) real[on] = asked[on];
    };
    return asked;
  };
})()"""
KEEPS_THE_TASK = """(task) => Outbox.mine().then((rows) => rows.some((row) =>
  row.fields.some(([name, value]) => name === "task" && value === task)))"""


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

    def opened(before="", **options):
        client.force_login(town.reporters[0])
        context = browser.new_context(viewport={"width": 360, "height": 740}, **options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        name = settings.SESSION_COOKIE_NAME
        cookie = {"name": name, "value": client.cookies[name].value, "url": live_server.url}
        context.add_cookies([cookie])
        page = context.new_page()
        if before:
            page.add_init_script(before)
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


@pytest.mark.promise("N24")
def test_words_and_an_occasion_near_the_day_suggest_the_task(open_form, town):
    plan, today = make_adopted_plan(town.district, town.drafter), clock.today()
    usual, feast, border = (
        make_adopted_task(plan, *town.communes, title=title, text="Chung", start=n)
        for n, title in enumerate(("Phát thanh", "Văn nghệ", "Luật Biên phòng Việt Nam"))
    )
    make_activity(town.communes[0], town.reporters[0], kind="talk", task=usual, on=today)
    later = today - dt.timedelta(20)
    row = make_occasion(town.drafter, "Ngày hội Đua ghe", month=later.month, day=later.day)
    OccasionTask.objects.create(task=feast, occasion=row, year=later.year, on=later)
    page = open_form()
    name = page.locator("[data-task-name]")
    assert name.text_content() == str(usual)

    for box, number in (("day", later.day), ("month", later.month), ("year", later.year)):
        page.fill(f"[name=on_{box}]", str(number))
    page.get_by_label("Nội dung").fill("Chào mừng")
    expect(name).to_contain_text("(dịp Ngày hội Đua ghe,")
    page.get_by_label("Nội dung").fill("Bài về Luật Biên phòng Việt Nam")
    page.get_by_label("Số lượt người").focus()
    expect(name).to_have_text(str(border))


@pytest.mark.promise("N5")
def test_a_draft_from_before_an_amendment_keeps_its_task(open_form, town):
    plan = make_adopted_plan(town.district, town.drafter)
    old = make_adopted_task(plan, *town.communes, title="Nói chuyện tại ấp")
    page = open_form()
    page.get_by_label("Tuyên truyền trực tiếp").check()
    page.get_by_label("Nội dung").fill("Luật Biên phòng, tại ấp")
    page.get_by_label("Số lượt người").fill("64")
    page.locator("details", has=page.locator("[data-task-name]")).locator("summary").click()
    page.select_option("[name=task]", str(old.pk))
    page.wait_for_function(KEEPS_THE_TASK, arg=str(old.pk), polling=50)
    new = make_adopted_task(plan, *town.communes, title="Nói chuyện tại chùa", continues=old)
    ended = {"status": "replaced", "replaced_on": clock.today(), "current": new}
    Task.objects.filter(pk=old.pk).update(**ended)

    page.reload()
    expect(page.locator("[data-draft]")).to_contain_text("Đã mở lại bản nháp")
    page.get_by_role("button", name="Lưu hoạt động").click()

    expect(page.locator("[data-saved]")).to_contain_text("Đã gửi. Mã biên nhận")
    assert Activity.objects.get().task == new


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


def test_what_is_typed_before_the_store_of_the_phone_is_open_is_kept(open_form):
    page = open_form(before=STORE_THAT_OPENS_LATE)
    page.get_by_label("Nội dung").fill("Luật Biên phòng, tại ấp")
    page.set_input_files("[name=photos]", [camera_photo()])

    page.evaluate("letOpen()")

    expect(page.locator("[data-kept-files]")).to_contain_text("IMG_1.jpg")
    expect(page.locator("[data-draft]")).to_contain_text("Đã lưu nháp")
    page.reload()
    page.evaluate("letOpen()")
    expect(page.locator("[data-draft]")).to_contain_text("Đã mở lại bản nháp")
    expect(page.get_by_label("Nội dung")).to_have_value("Luật Biên phòng, tại ấp")


def test_a_press_before_the_store_of_the_phone_is_open_waits_for_it(open_form):
    page = open_form(before=STORE_THAT_OPENS_LATE)
    page.get_by_label("Tuyên truyền trực tiếp").check()
    page.get_by_label("Nội dung").fill("Luật Biên phòng, tại ấp")
    page.get_by_label("Số lượt người").fill("64")
    page.get_by_role("button", name="Lưu hoạt động").click()

    page.evaluate("letOpen()")

    expect(page.locator("[data-saved]")).to_contain_text("Đã gửi. Mã biên nhận")
    assert Activity.objects.get().title == "Luật Biên phòng, tại ấp"


def test_form_without_script_logs_another_kind_with_a_photo(open_form):
    page = open_form(java_script_enabled=False)
    page.get_by_label("Nội dung").fill("Luật Biên phòng, tại ấp")
    page.get_by_label("Tuyên truyền trực tiếp").check()

    page.get_by_role("button", name="Đổi sang loại đã chọn").click()

    assert page.get_by_label("Nội dung").input_value() == "Luật Biên phòng, tại ấp"
    page.get_by_label("Số lượt người").fill("64")
    page.set_input_files("[name=photos]", [camera_photo()])
    page.get_by_role("button", name="Lưu hoạt động").click()
    expect(page.locator("#notices")).to_contain_text("Mã biên nhận")
    assert Activity.objects.get().kind_id == "talk"
    assert Evidence.objects.count() == 1
