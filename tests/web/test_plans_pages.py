"""The pages of the original: drawn on demand, for who may see the plan, with sentences marked."""

import io

import pytest
from PIL import Image

from haidang.plans import commands
from haidang.web import turns
from haidang.web.views.plans import pages
from tests.makers import make_authority
from tests.makers.plans import make_plan
from tests.text.files import pdf
from tests.text.scans import drawn, needs_scans, scanned

pytestmark = pytest.mark.django_db
PAGES = [
    [
        (200, 800, "KẾ HOẠCH"),
        (150, 780, "Công tác thông tin năm 2024"),
        (60, 700, "II. PHƯƠNG HƯỚNG"),
        (60, 680, "- Tiếp tục tuyên truyền về biển, đảo. Thông tin về"),
        (60, 660, "thành tựu của huyện."),
    ],
    [(60, 800, "- Quảng bá hình ảnh của huyện với bạn bè gần xa.")],
]


@pytest.fixture
def plan(authority):
    return read_in(authority, pdf(*PAGES))


def read_in(authority, content):
    return commands.read_in(
        content=content, file_name="kế hoạch.pdf", unit=authority.district, by=authority.drafter
    )


def page_of(plan, number=1):
    return f"/ke-hoach/{plan.pk}/trang/{number}/"


def test_a_page_is_a_picture_that_is_asked_for_again_each_time(drafter, plan):
    response = drafter.get(page_of(plan))

    picture = Image.open(io.BytesIO(response.content))
    assert (picture.format, picture.width) == ("WEBP", pages.WIDTH)
    assert response.headers["Cache-Control"] == "private, no-cache"


def test_a_page_that_the_browser_has_is_not_drawn_again(drafter, plan, monkeypatch):
    etag = drafter.get(page_of(plan)).headers["ETag"]
    asked = []
    monkeypatch.setattr(pages, "picture_apart", lambda *page: asked.append(page))

    response = drafter.get(page_of(plan), headers={"If-None-Match": etag})

    assert (response.status_code, response.content, asked) == (304, b"", [])
    assert drafter.get(page_of(plan, 2)).headers["ETag"] != etag


def test_a_page_is_shown_to_who_may_see_the_plan_alone(client, authority, plan):
    stranger = make_authority(communes=1)
    for person, status in (
        (authority.leader, 200),
        (authority.auditor, 200),
        (authority.reporters[0], 404),
        (stranger.drafter, 404),
    ):
        client.force_login(person)
        assert client.get(page_of(plan)).status_code == status
    client.logout()
    assert client.get(page_of(plan)).status_code == 302


@pytest.mark.parametrize("number", [0, 3, 99999])
def test_a_page_that_is_not_there_is_not_found(drafter, plan, number):
    assert drafter.get(page_of(plan, number)).status_code == 404


def test_a_text_has_no_pages(drafter, authority):
    plan = make_plan(authority)

    assert drafter.get(page_of(plan)).status_code == 404
    assert "Trang gốc" not in drafter.get(f"/ke-hoach/{plan.pk}/", {"goc": "1"}).text


def test_a_file_that_cannot_be_drawn_is_not_found(drafter, authority):
    plan = read_in(authority, pdf(PAGES[1]))  # files are kept by their content: one of its own
    plan.revision.file.path.write_bytes(b"%PDF-1.4\nbroken")

    assert drafter.get(page_of(plan)).status_code == 404


def test_a_page_waits_for_its_turn_and_no_longer(drafter, plan, monkeypatch):
    monkeypatch.setattr(pages, "PATIENCE", 0.1)
    places = [turns.place_at("drawing", number) for number in range(1, turns.CORES + 1)]

    assert drafter.get(page_of(plan)).status_code == 503
    for place in places:
        turns.leave(place)
    assert drafter.get(page_of(plan)).status_code == 200


def test_the_sentence_under_the_lamp_is_marked_line_by_line(drafter, plan):
    second = plan.items.filter(is_sentence=True)[1]

    page = drafter.get(f"/ke-hoach/{plan.pk}/", {"cau": second.pk, "goc": "1"})

    (marked,) = [row for row in page.context["page"].marked if row.item == second]
    first_line, second_line = marked.boxes
    assert marked.is_current
    assert first_line.x > second_line.x
    assert first_line.y < second_line.y
    assert first_line.x + first_line.width <= 1
    assert f'href="?cau={second.pk}&amp;goc=1#dang-xem" class="b-direction"' in page.text
    assert 'alt="Trang 1 của văn bản gốc"' in page.text
    assert page.context["entries"] == []


def test_the_page_is_that_of_the_sentence_or_the_one_asked_for(drafter, plan):
    last = plan.items.filter(is_sentence=True).last()
    address = f"/ke-hoach/{plan.pk}/"

    def shown(**asked):
        return drafter.get(address, {"goc": "1", **asked}).context["page"].number

    assert shown(cau=last.pk) == 2
    assert shown(cau=last.pk, trang=1) == 1
    assert shown(trang=99) == 2
    assert shown(trang="x") == 1


def test_the_pages_stay_after_a_decision(drafter, plan):
    task = plan.tasks.first()

    response = drafter.post(f"/ke-hoach/viec/{task.pk}/nhan/", {"goc": "1", "seen": task.version})

    assert response.url.endswith("&goc=1")


def test_the_card_tells_the_page(drafter, plan):
    page = drafter.get(f"/ke-hoach/{plan.pk}/", {"viec": plan.tasks.last().pk})

    assert page.context["place"] == "trang 2"
    assert "Xem trang gốc" in page.text


@needs_scans
def test_a_scanned_page_says_that_a_machine_read_it(drafter, authority):
    scan = scanned(drawn([(80, 700, "KẾ HOẠCH"), (80, 660, "- Tuyên truyền về biển, đảo.")]))
    plan = read_in(authority, scan)

    page = drafter.get(f"/ke-hoach/{plan.pk}/", {"goc": "1"})

    assert page.context["page"].is_recognised
    assert "chữ do máy nhận dạng" in page.text
