"""Words of units put together, sources of sentences, the outline, and numbers beside figures."""

import dataclasses
import io
import re

import docx
import pytest

from haidang import clock
from haidang.activities.models import Goal, Indicator
from haidang.documents.coming_back import document_of
from haidang.documents.commands import redraft_document
from haidang.orgs.enums import Role
from haidang.reporting import commands
from haidang.reporting.models import Choice, Outline, Taken
from haidang.text.blocks import Paragraph
from tests.makers.official import LOUD, NEAR, keys_in, make_words, make_written
from tests.makers.orgs import make_user
from tests.makers.reporting import make_complete, make_season

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
OWN = "Huyện sẽ mua 5 bộ loa."


@pytest.fixture
def season():
    return make_season(3)


@pytest.fixture
def drafter(client, season):
    client.force_login(season.drafter)
    return client


def words(season, section=8):
    return f"/bao-cao/{season.round.pk}/loi-van/?muc={section}"


def plain(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page)).replace(" ,", ",").replace(" :", ":")


def choose(drafter, season, act, **asked):
    path = f"/bao-cao/{season.round.pk}/loi-van/8/chon/"
    return drafter.post(path, {"act": act, **asked}, follow=True)


def test_narrative_shows_who_said_what_once_with_the_places_it_came_from(drafter, season):
    make_words(season, f"{LOUD} Đã có 3 tổ.", LOUD, NEAR)

    page = drafter.get(words(season)).text

    assert page.count(f":</b> {LOUD}</p>") == 1
    assert "2 đơn vị nêu" in page
    assert "Gần giống đoạn trên" in page
    assert "Gộp vào đoạn trên" in page
    assert f"/bc/{season.reports[0].pk}/xem-xet/" in page
    assert "đoạn 1, câu 1" in page


def test_what_units_took_from_suggestions_is_left_out_at_once_with_one_reason(drafter, season):
    for report, text in zip(season.reports, ("Đã phát 61 buổi.", "Đã phát 48 buổi."), strict=False):
        make_complete(season, report)
        by = season.reporter_of(report)
        commands.save_prose(report=report, section=season.section(8), text=text, by=by)
        behind = [{"kind": "figure", "id": 1, "label": "1.1 Buổi phát thanh"}]
        sources = [{"paragraph": 1, "text": text, "sources": behind}]
        report.prose.filter(section=season.section(8)).update(sources=sources)
        sent = commands.submit_report(report=report, by=by, no_secret=True)
        commands.accept_report(
            report=commands.begin_review(report=sent, by=season.drafter), by=season.drafter
        )

    page = drafter.get(words(season)).text
    assert "Để ngoài 2 câu lấy nguyên từ gợi ý của hệ thống" in page
    keys = re.search(r'name="keys" value="([^"]+)"', page)[1]
    page = choose(drafter, season, "leave_out", keys=keys, reason="Đã có ở bảng số liệu").text

    assert "0 đoạn trong dự thảo" in page
    assert "2 câu để ngoài" in page
    assert "lấy nguyên từ gợi ý" not in page


def test_narrative_of_a_round_without_words_says_so(drafter, season):
    assert "Chưa đơn vị nào viết mục này" in drafter.get(words(season)).text
    season.round.regime.sections.filter(kind="prose").delete()
    assert "không hỏi phần lời" in drafter.get(words(season)).text


def test_the_office_leaves_out_and_puts_back_with_a_reason(drafter, season):
    make_words(season, LOUD, "Đã có 3 tổ.")
    key = keys_in(season)[LOUD]

    refused = choose(drafter, season, "leave_out", keys=key, reason="")
    assert "Ghi lý do để ngoài" in refused.text
    page = choose(drafter, season, "leave_out", keys=key, reason="Đã sửa xong")

    assert "Lý do: Đã sửa xong" in plain(page.text)
    assert LOUD not in keys_in(season)
    choose(drafter, season, "put_back", keys=key)
    assert LOUD in keys_in(season)
    assert Choice.objects.count() == 2


def test_the_office_merges_and_orders(drafter, season):
    make_words(season, LOUD, NEAR, "Đã có 3 tổ.")
    named = keys_in(season)

    choose(drafter, season, "merge", keys=named[NEAR], into=named[LOUD])
    assert "gộp vào đây" in drafter.get(words(season)).text
    choose(drafter, season, "down", keys=named[LOUD])
    assert list(keys_in(season)) == ["Đã có 3 tổ.", LOUD]
    choose(drafter, season, "up", keys=named[LOUD])
    assert list(keys_in(season)) == [LOUD, "Đã có 3 tổ."]
    assert choose(drafter, season, "strange").status_code == 404


def test_what_was_chosen_after_freezing_is_said_to_wait_for_the_next(drafter, season):
    make_words(season, LOUD)
    make_written(season)

    page = choose(drafter, season, "leave_out", keys=keys_in(season)[LOUD], reason="x")

    assert "Chốt lại số liệu để đưa vào văn bản" in page.text


def test_narrative_is_for_those_who_see_all_units_and_chosen_by_the_office(client, season):
    make_words(season, LOUD)
    client.force_login(season.authority.leader)
    assert "Để ngoài dự thảo" not in client.get(words(season)).text
    client.force_login(season.reporter)
    assert client.get(words(season)).status_code == 404


def test_narrative_asks_the_same_of_the_database_for_few_and_many(
    drafter, season, django_assert_max_num_queries
):
    with django_assert_max_num_queries(40) as one:
        drafter.get(words(season))
    make_words(season, LOUD, NEAR, "Đã có 3 tổ.")

    with django_assert_max_num_queries(40) as many:
        drafter.get(words(season))

    assert len(many) <= len(one) + 1


def test_a_section_of_many_passages_comes_by_pages(drafter, season):
    make_words(season, "\n".join(f"Việc {chr(97 + n % 26)}{n // 26} đã xong." for n in range(50)))

    first, second = (drafter.get(f"{words(season)}&trang={n}").text for n in (1, 2))

    assert first.count("đơn vị nêu") == 40
    assert second.count("đơn vị nêu") == 10


@pytest.fixture
def written(season):
    make_words(season, f"{LOUD} Đã có 3 tổ.", LOUD, times=1)
    return make_written(season)


def paper(season, more=""):
    return f"/bao-cao/{season.round.pk}/van-ban/1/{more}"


def add_own_sentence(written, season):
    document = document_of(written.revision)
    blocks = (*document.blocks[:-1], Paragraph(OWN), document.blocks[-1])
    document = dataclasses.replace(document, blocks=blocks)
    edition = written.revision.edition
    return redraft_document(edition=edition, document=document, by=season.drafter)


def test_official_report_shows_each_sentence_with_its_sources(drafter, season, written):
    page = drafter.get(paper(season)).text

    assert "câu đều có nguồn" in plain(page)
    assert f"{LOUD} </span>".replace(" </span>", "") in page
    number = re.search(r'id="tai-(\d+)"', page)[1]
    assert f'id="cau-{number}"' in page
    assert f"/so/{season.round.pk}/3.2/?lan=1" in page


def test_official_report_marks_what_a_person_wrote_until_it_is_taken(drafter, season, written):
    add_own_sentence(written, season)

    page = drafter.get(paper(season, "?xem=cho")).text
    assert "<b>1</b>/" in page
    assert OWN in plain(page)
    name = re.search(r'name="name" value="(\w+)"', page)[1]
    document = drafter.get(f"/van-ban/{written.revision.edition.document_id}/").text
    assert "1 câu chưa có nguồn" in document

    taken = drafter.post(paper(season, "nhan-cau/"), {"name": name}, follow=True).text

    assert "Chuyên viên" in taken
    assert Taken.objects.get().text == OWN
    again = drafter.post(paper(season, "nhan-cau/"), {"name": name}, follow=True)
    assert "đã có nguồn" in again.text


def test_sources_of_sentences_come_as_a_file_that_is_not_issued(drafter, season, written):
    add_own_sentence(written, season)

    answer = drafter.get(paper(season, "nguon.docx"))

    tables = docx.Document(io.BytesIO(answer.content)).tables
    table = next(one for one in tables if one.rows[0].cells[0].text == "STT")
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["STT", "Câu trong dự thảo", "Nguồn"]
    assert [row[2] for row in rows if row[1].startswith(OWN[:20])] == ["Chưa có nguồn"]
    assert any(LOUD in row[1] and "đoạn 1 câu 1" in row[2] for row in rows)


def test_official_report_of_a_freezing_without_a_document_is_not_there(client, drafter, season):
    make_words(season, LOUD)
    assert drafter.get(paper(season)).status_code == 404
    client.force_login(season.reporter)
    assert client.get(paper(season)).status_code == 404


def outline(season):
    return f"/che-do/{season.round.regime.pk}/van-ban/"


def typed(page):
    """What the form on a page would send as it is."""
    form = page.context["form"]
    found = {}
    for name in form.fields:
        value = form[name].value()
        found[name] = value if value is not None else ""
    return found


@pytest.fixture
def admin(client, season):
    client.force_login(make_user(Role.ADMINISTRATOR, unit=season.authority.district))
    return client


def test_official_outline_is_changed_with_a_preview_before_it_serves(admin, season):
    page = admin.get(outline(season))
    assert "tăng 13,9 % so với cùng kỳ năm 2025" in plain(page.text)
    changed = typed(page) | {
        "title_1": "CHỈ ĐẠO",
        "pattern_beside": "bằng {phần trăm kế hoạch} chỉ tiêu",
        "annexes": ["results"],
    }

    tried = admin.post(f"{outline(season)}xem-thu/", changed).text
    assert "I. CHỈ ĐẠO" in tried
    assert "bằng 102,5 % chỉ tiêu" in plain(tried)
    assert "so với cùng kỳ" not in tried
    assert not Outline.objects.exists()
    saved = admin.post(outline(season), changed, follow=True)

    assert "Đã lưu" in saved.text
    kept = Outline.objects.get()
    assert kept.parts[0]["title"] == "CHỈ ĐẠO"
    assert kept.patterns == {"beside": "bằng {phần trăm kế hoạch} chỉ tiêu"}
    assert kept.annexes == ["results"]


def test_official_outline_says_what_is_wrong_and_keeps_what_was_typed(admin, season):
    changed = typed(admin.get(outline(season))) | {"pattern_none": "Không có {tên}."}

    tried = admin.post(f"{outline(season)}xem-thu/", changed).text
    page = admin.post(outline(season), changed).text

    for text in (tried, page):
        assert "không có trường {tên}" in text
    assert "Không có {tên}." in page
    assert not Outline.objects.exists()


def test_official_outline_is_read_by_the_office_and_hidden_from_units(client, season):
    client.force_login(season.drafter)
    assert "Lưu đề cương" not in client.get(outline(season)).text
    client.force_login(season.reporter)
    assert client.get(outline(season)).status_code == 404


def test_the_page_of_a_share_says_of_how_many_units_the_plan_is(drafter, season):
    indicator = Indicator.objects.get(code="3.1")
    for report in season.reports:
        goal = {"year": 2024, "quantity": 4, "set_at": clock.now(), "set_by": season.drafter}
        Goal.objects.create(indicator=indicator, unit=report.unit, **goal)
    make_words(season, LOUD, LOUD, times=2)
    make_written(season)

    base = f"/so/{season.round.pk}/3.1"
    for place in ("so-ke-hoach", "ke-hoach"):
        page = drafter.get(f"{base}/{place}/?lan=1").text
        assert "so với kế hoạch của 2 đơn vị đã báo cáo" in page
    assert "50 % = 4 ÷ 8 × 100" in plain(drafter.get(f"{base}/so-ke-hoach/?lan=1").text)


def test_numbers_beside_figures_open_to_what_they_are_made_of(drafter, season):
    for indicator in Indicator.objects.filter(code__in=("3.1", "3.2")):
        Goal.objects.create(
            indicator=indicator,
            unit=season.authority.district,
            year=2024,
            quantity=40,
            set_at=clock.now(),
            set_by=season.drafter,
        )
    make_words(season, LOUD, LOUD, times=2)
    make_written(season)
    base = f"/so/{season.round.pk}/3.1"

    planned = drafter.get(f"{base}/ke-hoach/?lan=1").text
    share = plain(drafter.get(f"{base}/so-ke-hoach/?lan=1").text)
    expected = plain(drafter.get(f"{base}/uoc/?lan=1").text)

    assert "<b>40</b> = chỉ tiêu đã giao" in planned
    assert "10 % = 4 ÷ 40 × 100" in share
    assert "số ước thực hiện cả năm trong báo cáo của 2/3 đơn vị" in expected
    assert drafter.get(f"{base}/cung-ky/").status_code == 404
    for strange in ("/so/1/9.9/uoc/", f"/so/{season.round.pk}/1.1/ke-hoach/"):
        assert drafter.get(strange).status_code == 404
    drafter.force_login(season.reporter)
    assert drafter.get(f"{base}/uoc/").status_code == 404
