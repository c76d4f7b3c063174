"""The list of plans, reading one in, and the reading page."""

import pytest
from django.core.files import uploadhandler
from django.core.files.uploadedfile import SimpleUploadedFile

from haidang.plans import commands
from haidang.plans.enums import Bucket
from haidang.plans.models import Plan
from haidang.web.views.plans import reading_in
from tests.makers import make_authority
from tests.makers.plans import PLAN, make_adopted, make_plan, make_reviewed_plan

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def patience(monkeypatch):
    """However busy the machine is, an upload is waited for."""
    monkeypatch.setattr(reading_in, "PATIENCE", 60)


def upload(client, content=PLAN):
    file = SimpleUploadedFile("kế hoạch.txt", content.encode())
    return client.post("/ke-hoach/doc/", {"file": file})


def test_the_list_is_empty_at_first(drafter):
    page = drafter.get("/ke-hoach/")

    assert "Chưa có kế hoạch nào" in page.text
    assert 'name="file"' in page.text


def test_only_a_drafter_sees_the_form(client, authority):
    for person in (authority.leader, authority.reporters[0], authority.auditor):
        client.force_login(person)
        assert 'name="file"' not in client.get("/ke-hoach/").text


def test_read_in_opens_the_plan(drafter):
    response = upload(drafter)

    plan = Plan.objects.get()
    assert response.url == f"/ke-hoach/{plan.pk}/"
    assert "6 việc chờ xem" in drafter.get("/ke-hoach/").text


def test_read_in_of_the_same_file_gives_the_link(drafter):
    upload(drafter)

    page = upload(drafter)

    assert page.status_code == 422
    assert "Tệp này đã được đọc vào rồi" in page.text
    assert f'href="/ke-hoach/{Plan.objects.get().pk}/">7/KH-UBND</a>' in page.text


def test_a_plan_with_unclear_sentences_is_not_done(drafter):
    upload(drafter, "Xin chào, đây là một lá thư.\n\nTrời hôm nay đẹp.\n")

    page = drafter.get("/ke-hoach/").text

    assert "2 câu chưa rõ" in page
    assert "Đã xem xong" not in page


def test_the_plan_that_was_read_last_stands_first(drafter, authority):
    first = make_plan(authority)
    last = make_plan(authority, text=PLAN.replace("Số: 7", "Số: 8"))

    assert list(drafter.get("/ke-hoach/").context["plans"]) == [last, first]


@pytest.mark.promise("N19")
def test_read_in_of_a_secret_says_where_to_go_instead(drafter):
    page = upload(drafter, f"TỐI MẬT\n\n{PLAN}")

    assert page.status_code == 422
    assert "hệ thống không lưu gì của tệp" in page.text
    assert not Plan.objects.exists()


@pytest.mark.promise("N19")
def test_an_upload_waits_in_memory_and_touches_no_disk(drafter, monkeypatch, settings):
    settings.DOCUMENT_LIMIT = 10
    on_disk = []
    monkeypatch.setattr(uploadhandler, "TemporaryUploadedFile", on_disk.append)

    page = upload(drafter, "x" * 3 * 2**20)

    assert "Tệp lớn hơn" in page.text
    assert on_disk == []


@pytest.mark.promise("N19")
def test_a_request_of_any_size_touches_no_disk(drafter, monkeypatch, settings):
    settings.UPLOAD_LIMIT = 2**20
    on_disk = []
    monkeypatch.setattr(uploadhandler, "TemporaryUploadedFile", on_disk.append)

    page = upload(drafter, "x" * 2 * 2**20)

    assert page.status_code == 400
    assert "quá nặng" in page.text
    assert on_disk == []


def test_read_in_without_a_file_says_so_beside_the_form(drafter):
    page = drafter.post("/ke-hoach/doc/", {})

    assert page.status_code == 422
    assert "Chọn tệp của văn bản kế hoạch" in page.text


def test_read_in_refuses_a_commune(client, authority):
    client.force_login(authority.reporters[0])

    assert upload(client).status_code == 403


def test_the_list_takes_the_same_queries_for_one_plan_and_three(drafter, authority, count_queries):
    make_plan(authority)
    for_one = count_queries(drafter, "/ke-hoach/")
    make_plan(authority, text=PLAN + "\n")
    make_adopted(authority, text=PLAN + "\n\n")

    assert count_queries(drafter, "/ke-hoach/") == for_one


def test_the_reading_page_shows_the_text_and_the_tasks(drafter, authority):
    plan = make_plan(authority)
    task = plan.tasks.get(label="III.2.b")

    page = drafter.get(f"/ke-hoach/{plan.pk}/", {"viec": task.pk})

    assert page.context["current"] == task
    assert page.context["facts"] == {"owner": 1, "deadline": 2}
    assert '<b class="big">10/10</b> câu đã xếp' in page.text
    assert "“trước ngày 30 tháng 11”" in page.text
    assert "chậm nhất 24 giờ, thứ Sáu 29/11/2024" in page.text
    assert "Văn bản không ghi năm; lấy năm của kế hoạch (2024)" in page.text
    assert f'href="?viec={task.pk}#dang-xem" aria-current="true" id="dang-xem"' in page.text
    assert "3 đơn vị: Ủy ban nhân dân các xã, thị trấn" in page.text


def test_words_inside_the_sentence_carry_their_number(drafter, authority):
    plan = make_plan(authority)

    page = drafter.get(f"/ke-hoach/{plan.pk}/", {"viec": plan.tasks.get(label="III.1.a").pk})

    assert page.context["facts"] == {"owner": 1, "with": 2}
    assert "2</span> <u>UBND các xã, thị trấn</u> hướng dẫn" in page.text


def test_the_reading_page_opens_at_what_waits(drafter, authority):
    plan = make_plan(authority)
    commands.accept_task(task=plan.tasks.get(label="II.1"), by=authority.drafter)

    page = drafter.get(f"/ke-hoach/{plan.pk}/")

    assert page.context["current"].label == "II.2"


def test_sorted_sentences_fold_with_a_count(drafter, authority):
    plan = make_plan(authority)

    page = drafter.get(f"/ke-hoach/{plan.pk}/", {"viec": plan.tasks.last().pk})

    folds = [entry.words for entry in page.context["entries"] if entry.kind == "fold"]
    assert folds == ["2 câu khác của mục I đã xếp: mục đích"]
    frames = [entry.words for entry in page.context["entries"] if entry.kind == "frame"]
    assert frames == ["Phần đầu văn bản", "Phần cuối văn bản"]


@pytest.mark.promise("N1")
def test_the_reading_page_shows_every_sentence_once(drafter, authority):
    plan = make_reviewed_plan(authority)

    page = drafter.get(f"/ke-hoach/{plan.pk}/")

    def sentences(entries):
        for entry in entries:
            if entry.kind == "fold":
                yield from sentences(entry.entries)
            elif entry.kind == "paragraph":
                yield from entry.sentences

    shown = [sentence.item for sentence in sentences(page.context["entries"])]
    assert shown == list(plan.items.filter(is_sentence=True))
    for item in plan.items.filter(is_sentence=True):
        words = plan.revision.text[item.start : item.end].strip("- \n")
        assert words[:30] in page.text


def test_decided_cards_fold_away_from_the_lamp(drafter, authority):
    text = "\n\n".join(f"- Tuyên truyền việc thứ {n} của huyện." for n in range(1, 10))
    plan = make_plan(authority, text=f"KẾ HOẠCH\nNăm 2024\n\nII. PHƯƠNG HƯỚNG\n\n{text}\n")
    for task in plan.tasks.all()[:8]:
        commands.accept_task(task=task, by=authority.drafter)

    page = drafter.get(f"/ke-hoach/{plan.pk}/")

    words = [run.words for run in page.context["runs"]]
    assert words == ["II.1 đến II.5: 5 nhiệm vụ đã nhận", "", "", "", ""]


def test_cards_are_filtered(drafter, authority):
    plan = make_plan(authority)
    commands.accept_tasks(plan=plan, by=authority.drafter)

    def shown(**query):
        runs = drafter.get(f"/ke-hoach/{plan.pk}/", query).context["runs"]
        return [card.task.label for run in runs for card in run.cards]

    assert shown(loc="cho-xem") == ["III.2.b", "III.3.a"]
    assert shown(loc="da-nhan") == ["II.1", "II.2", "III.1.a", "III.2.a"]
    assert len(shown(loc="khác")) == 6


def test_an_unsorted_sentence_is_a_card_of_its_own(drafter, authority):
    plan = make_plan(authority)
    item = plan.items.filter(is_sentence=True, bucket=Bucket.PURPOSE).first()
    commands.classify_item(item=item, bucket=Bucket.UNRESOLVED, by=authority.drafter)

    page = drafter.get(f"/ke-hoach/{plan.pk}/", {"cau": item.pk})

    assert page.context["current"] == item
    assert f'id="viec-cau-{item.pk}" aria-current="true"' in page.text
    assert "Xếp là nhiệm vụ" in page.text


def test_a_unit_that_was_not_recognised_comes_with_candidates(drafter, authority):
    text = PLAN.replace("3. Trạm Khí tượng Biển Xa", "3. Phòng Thông tin và Văn hóa huyện")
    plan = make_plan(authority, text=text)
    task = plan.tasks.get(label="III.3.a")

    page = drafter.get(f"/ke-hoach/{plan.pk}/", {"viec": task.pk})

    (part,) = page.context["open_meanings"]
    assert authority.office in [candidate.thing for candidate in part["candidates"]]
    assert f'name="owner" value="u{authority.office.pk}" data-key="1"' in page.text


def test_other_people_look_without_buttons_or_not_at_all(client, authority):
    plan = make_plan(authority)
    stranger = make_authority(communes=1)
    for person, status in (
        (authority.leader, 200),
        (authority.auditor, 200),
        (authority.reporters[0], 404),
        (stranger.drafter, 404),
    ):
        client.force_login(person)
        page = client.get(f"/ke-hoach/{plan.pk}/")
        assert page.status_code == status
        assert "Nhận nhiệm vụ" not in page.text
        assert "xep-loai" not in page.text


def test_the_reading_page_takes_the_same_queries_whatever_its_length(
    drafter, authority, count_queries
):
    line = "- Tuyên truyền về biển, đảo của huyện.\n\n"
    short = make_plan(authority, text=f"KẾ HOẠCH\nNăm 2024\n\nII. PHƯƠNG HƯỚNG\n\n{line}")
    long = make_plan(authority, text=f"KẾ HOẠCH\nNăm 2024\n\nII. PHƯƠNG HƯỚNG\n\n{line * 3}")

    counts = [count_queries(drafter, f"/ke-hoach/{plan.pk}/") for plan in (short, long)]

    assert counts[0] == counts[1]


def test_the_file_comes_back_byte_for_byte(drafter, authority, client):
    plan = make_plan(authority)

    response = drafter.get(f"/ke-hoach/{plan.pk}/tep-goc/")

    assert b"".join(response.streaming_content) == PLAN.encode()
    assert response.headers["Content-Disposition"].startswith("attachment")
    client.force_login(authority.reporters[0])
    assert client.get(f"/ke-hoach/{plan.pk}/tep-goc/").status_code == 404


def test_the_history_says_who_did_what(drafter, authority):
    plan = make_adopted(authority)

    page = drafter.get(f"/ke-hoach/{plan.pk}/lich-su/")

    acts = [(words, label) for _, words, label in page.context["acts"]]
    assert acts[0] == ("đưa kế hoạch vào thực hiện", "")
    assert acts[1] == ("bỏ nhiệm vụ", "III.3.a")
    assert acts[-1] == ("đọc văn bản vào", "")
