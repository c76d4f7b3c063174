"""From a file on a specialist's desk to a line of the register: draft, slip, word, number."""

import pypdfium2
import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import PHONE, SAMPLES
from tests.system import needs

pytestmark = [pytest.mark.journey, needs("chromium", "chromium")]
TITLE = "Kế hoạch Công tác thông tin đối ngoại năm 2024"


@pytest.mark.promise("N9")
def test_a_draft_is_sent_agreed_numbered_and_registered(person):
    specialist = person("chuyenvien")
    address = given_a_draft_out_of_a_file(specialist)
    when_it_is_sent_to_be_signed(specialist)
    leader = person("lanhdao", PHONE)
    then_the_leader_finds_it_at_home_and_agrees(leader)
    clerk = person("vanthu", script=False)
    when_the_clerk_checks_the_layout(clerk)
    then_the_leader_finds_it_at_home_and_agrees(leader)
    when_the_clerk_issues_it(clerk)
    then_it_stands_in_the_register(clerk)
    then_its_files_can_be_made_again(specialist, address)


def given_a_draft_out_of_a_file(specialist):
    specialist.goes_to("/van-ban/")
    specialist.follows("Đưa dự thảo vào")
    specialist.page.locator("input[type=file]").set_input_files(SAMPLES / "99-KH-UBND.docx")
    specialist.presses("Lập dự thảo")
    specialist.sees("Thể thức văn bản")
    specialist.sees("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    specialist.sees("Văn thư cấp khi phát hành.")
    return specialist.page.url


def when_it_is_sent_to_be_signed(specialist):
    specialist.follows("Trình ký")
    specialist.fills("Ý kiến trình", "Xin ý kiến về mốc 30/11.")
    specialist.presses("Trình", exact=True)
    specialist.sees("đang chờ ý kiến")


def then_the_leader_finds_it_at_home_and_agrees(leader):
    leader.goes_to("/viec/")
    leader.sees("Cần quyết định: cho ý kiến 1 văn bản")
    leader.follows(TITLE)
    leader.page.get_by_role("textbox", name="Ý kiến").fill("Đồng ý.")
    leader.presses("Đồng ý")
    leader.sees("Đã ghi ý kiến đồng ý.")


def when_the_clerk_checks_the_layout(clerk):
    clerk.goes_to("/van-ban/")
    clerk.sees("Chờ tôi")
    clerk.follows(TITLE)
    clerk.presses("Đồng ý")
    clerk.sees("thể thức")


def when_the_clerk_issues_it(clerk):
    clerk.goes_to("/viec/")
    clerk.follows(f"Cấp số, ngày cho {TITLE}")
    clerk.follows("Cấp số, ban hành")
    clerk.presses("Ban hành")
    clerk.sees("Đã ban hành Kế hoạch số 01/KH-UBND.")


def then_it_stands_in_the_register(clerk):
    clerk.follows("Văn bản", exact=True)
    clerk.follows("Văn bản đi")
    clerk.page.get_by_role("searchbox").fill("thong tin doi ngoai")
    clerk.presses("Tìm")
    expect(clerk.page.get_by_role("link", name="01/KH-UBND")).to_be_visible()


def then_its_files_can_be_made_again(specialist, address):
    specialist.goes_to(f"{address}?dung-lai=1")
    specialist.sees("Dựng lại: khớp từng byte")
    with specialist.page.expect_download() as download:
        specialist.page.get_by_role("link", name="PDF", exact=True).click()
    with pypdfium2.PdfDocument(download.value.path()) as pdf:
        assert "Số: 01/KH-UBND" in pdf[0].get_textpage().get_text_bounded()
