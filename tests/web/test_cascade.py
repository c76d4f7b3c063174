"""The pages of the cascade: a unit answers item by item, the level above sees who is silent."""

import datetime as dt
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from haidang import clock
from haidang.orgs.commands import replace_units
from haidang.orgs.enums import Change
from haidang.plans import commands
from haidang.plans.enums import How
from haidang.plans.models import Answer, Detailed, OwnItem, Plan
from tests.makers.cascade import IN_2024, WAIVED, answer_all, make_cascade, make_issued_detailed
from tests.makers.orgs import make_unit

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_january():
    with clock.as_if(IN_2024):
        yield


@pytest.fixture
def cascade():
    return make_cascade()


@pytest.fixture
def at(cascade, client):
    """The address of a page of the plan above, for the officer of the commune."""
    client.force_login(cascade.officer)
    return lambda name, *more: reverse(name, args=[cascade.plan.pk, *more])


def said(page):
    return " ".join(page.content.decode().split())


def test_a_unit_begins_and_comes_to_its_first_silent_item(cascade, client, at):
    assert "5 mục cần trả lời" in said(client.get(at("detailed-plan")))

    page = client.post(at("start-detailed-plan"), follow=True)

    assert "<b>0/5</b> mục đã trả lời" in said(page)
    assert page.context["current"].task == cascade.task("II.1")
    assert page.context["certain"] == [cascade.task("III.2.a"), cascade.task("III.2.b")]


def test_answering_leads_to_the_next_silent_item(cascade, client, at):
    cascade.start()
    task = cascade.task("II.1")

    page = client.post(
        at("answer-item", task.pk),
        {"cach": "taken_up", "seen": 0, "owner": "Công chức"},
        follow=True,
    )

    assert Answer.objects.get().owner == "Công chức"
    assert "Đã nhận II.1. Còn 4 mục." in said(page)
    assert page.context["current"].task == cascade.task("II.2")
    # Who did the last one is offered for the next.
    assert page.context["form"].initial["owner"] == "Công chức"


def test_what_lacks_is_said_beside_the_field_and_the_words_stay(cascade, client, at):
    cascade.start()
    task = cascade.task("II.1")

    page = client.post(
        at("answer-item", task.pk), {"cach": "adapted", "seen": 0, "words": "Phát hai buổi"}
    )

    assert page.status_code == 422
    assert "Nêu điều chỉnh ở đâu" in said(page)
    assert "Phát hai buổi" in said(page)


def test_who_comes_second_is_told_and_keeps_the_words(cascade, client, at):
    detailed = cascade.start()
    task = cascade.task("II.1")
    cascade.answer(detailed, "II.1", WAIVED, by=cascade.chair)

    typed = {"cach": "adapted", "seen": 0, "words": "Phát hai buổi", "reason": "Ít loa"}
    page = client.post(at("answer-item", task.pk), typed)

    assert page.status_code == 409
    assert "Người khác vừa sửa" in said(page)
    assert "Phát hai buổi" in said(page)
    seen = page.context["form"].data["seen"]
    client.post(at("answer-item", task.pk), typed | {"seen": seen})
    assert Answer.objects.get().how == How.ADAPTED


def test_words_typed_while_the_unit_was_merged_stay_on_the_page(cascade, client, at):
    cascade.start()
    july = dt.date(2024, 1, 5)
    heir = make_unit("xã Mới", parent=cascade.authority.district, valid_from=july)
    replace_units(
        predecessors=[cascade.commune], successors=[heir], on=july, how=Change.MERGE, by=None
    )
    task = cascade.task("II.1")

    page = client.post(
        at("answer-item", task.pk), {"cach": "waived", "seen": 0, "reason": "Không có biển"}
    )

    assert page.status_code == 409
    assert "UBND xã Mới làm tiếp" in said(page)
    assert "Không có biển" in said(page)


def test_certain_items_are_taken_up_together_and_undone(cascade, client, at):
    cascade.start()
    ticked = [cascade.task("III.2.a").pk, cascade.task("III.2.b").pk]

    page = client.post(at("take-up-items"), {"muc": ticked}, follow=True)

    assert "Đã nhận 2 mục giao cho đơn vị." in said(page)
    pairs = ".".join(f"{task}-{version}" for task, version in page.context["undo"])
    page = client.post(at("take-back-answers"), {"seen": pairs}, follow=True)
    assert "Đã hoàn tác 2 mục." in said(page)
    assert not Answer.objects.exists()


def test_own_items_are_added_and_dropped(cascade, client, at):
    cascade.start()

    assert client.post(at("add-own-item"), {"title": ""}).status_code == 422
    too_late = {"title": "Hội thi", "due_on_day": 1, "due_on_month": 1, "due_on_year": 2030}
    assert client.post(at("add-own-item"), too_late).status_code == 422
    page = client.post(at("add-own-item"), {"title": "Hội thi"}, follow=True)
    assert "Đã thêm “Hội thi”." in said(page)
    client.post(at("drop-own-item", OwnItem.objects.get().pk))
    assert not OwnItem.objects.exists()


def test_the_document_is_seen_written_and_carried_out(cascade, client, at):
    detailed = cascade.start()
    answer_all(cascade, detailed)

    assert "Phát thanh mỗi tuần hai buổi" in said(client.get(at("detailed-preview")))
    written = client.post(
        at("write-detailed-plan"), {"signer_post": "CHỦ TỊCH", "signer_name": "Người Ký Mẫu"}
    )
    edition = Detailed.objects.get().edition
    assert written.url == reverse("document", args=[edition.pk])
    assert "CHỦ TỊCH\nNgười Ký Mẫu" in edition.revisions.get().text
    assert client.get(written.url).status_code == 200


def test_what_is_wrong_with_the_signer_is_said_on_the_page(cascade, client, at):
    cascade.start()

    page = client.post(at("write-detailed-plan"), {"signer_name": "Người Ký Mẫu"})

    assert page.status_code == 422
    assert "Chưa trả lời mục nào" in said(page)


def test_what_was_issued_is_carried_out_by_one_press(cascade, client, at):
    make_issued_detailed(cascade)
    assert "Đưa vào thực hiện" in said(client.get(at("detailed-plan")))

    page = client.post(at("adopt-detailed-plan"), follow=True)

    assert "Đã đưa 4 nhiệm vụ vào thực hiện." in said(page)
    assert page.context["plan"] == Plan.objects.get(made_from__isnull=False)
    page = client.get(at("detailed-plan"), {"muc": cascade.task("II.1").pk})
    assert "Đã đưa vào thực hiện" in said(page)
    assert "Xã không có biển" in said(page)


def test_others_do_not_see_the_page_of_a_unit_and_the_office_is_led_to_the_coverage(
    cascade, client, at
):
    assert client.get(at("coverage")).status_code == 404  # what others said is for the level above
    client.force_login(cascade.authority.drafter)
    assert client.get(at("detailed-plan")).url == at("coverage")
    assert client.post(at("start-detailed-plan")).status_code == 404
    client.force_login(cascade.authority.auditor)
    assert client.get(at("coverage")).status_code == 200


@pytest.mark.promise("N4")
def test_silence_is_seen_within_one_request(cascade, client, at, proof):
    """Mở một trang là thấy đơn vị nào im lặng ở mục nào, và chữ, lý do của ai đã trả lời."""
    detailed = cascade.start()
    cascade.answer(detailed, "II.1", WAIVED)
    client.force_login(cascade.authority.leader)

    page = client.get(at("coverage"))

    rows = [(row.unit, row.silent) for row in page.context["found"].rows]
    assert rows == [
        (cascade.authority.communes[1], 5),
        (cascade.authority.communes[2], 5),
        (cascade.commune, 4),
    ]
    cell = client.get(at("coverage-unit", cascade.commune.pk))
    assert "Xã không có biển" in said(cell)
    proof(tried="ba xã, mỗi xã năm mục, một mục đã trả lời", times=15, figure="14 mục im lặng")


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ({"state": "silent"}, 3),
        ({"state": "waived"}, 1),
        ({"state": "adapted"}, 0),
        ({"state": "silent", "muc": "II.1"}, 2),
        ({"state": "silent", "muc": "III.2.a"}, 3),
        ({"state": "waived", "muc": "II.1"}, 1),
        ({"ten": "Thử 2"}, 1),
        ({"state": "khác", "muc": "999", "trang": "x"}, 3),
        ({"trang": "9"}, 3),
    ],
)
def test_the_units_of_the_coverage_are_filtered(cascade, client, at, asked, kept):
    detailed = cascade.start()
    cascade.answer(detailed, "II.1", WAIVED)
    client.force_login(cascade.authority.leader)
    if "muc" in asked and asked["muc"] != "999":
        asked = asked | {"muc": cascade.task(asked["muc"]).pk}

    page = client.get(at("coverage"), asked)

    assert (page.status_code, page.context["found"].of) == (200, kept)


def test_the_coverage_goes_out_as_a_workbook(cascade, client, at):
    detailed = cascade.start()
    cascade.answer(detailed, "II.1", WAIVED)
    client.force_login(cascade.authority.leader)

    book = load_workbook(io.BytesIO(client.get(at("coverage"), {"tep": "xlsx"}).content))

    rows = [[cell.value for cell in row] for row in book.active.iter_rows(min_row=4)]
    assert rows[2][:4] == ["UBND xã Thử 1", 1, 4, "không triển khai: Xã không có biển"]
    assert rows[0][:4] == ["UBND xã Thử 2", 0, 5, "chưa trả lời"]


def questions(client, address, **asked):
    client.get(address, asked)  # what is remembered between pages is asked once
    with CaptureQueriesContext(connection) as told:
        client.get(address, asked)
    return len(told)


def test_as_many_questions_for_many_units_and_items_as_for_few(client):
    found = []
    for communes in (2, 5):
        cascade = make_cascade(communes=communes)
        detailed = cascade.start()
        for label in ("II.1", "II.2", "III.1.a", "III.2.a")[: communes - 1]:
            cascade.answer(detailed, label)
        pages = []
        for person, name in (
            (cascade.authority.leader, "coverage"),
            (cascade.officer, "detailed-plan"),
        ):
            client.force_login(person)
            address = reverse(name, args=[cascade.plan.pk])
            pages.append(questions(client, address, muc=cascade.task("II.1").pk))
        found.append(pages)

    assert found[0] == found[1]
    assert max(found[0]) <= 30


def test_a_unit_is_shown_its_own_answers_and_nobody_else_s(cascade, client, at):
    cascade.start()

    assert client.get(at("coverage-unit", cascade.commune.pk)).status_code == 200
    other = cascade.authority.communes[1]
    assert client.get(at("coverage-unit", other.pk)).status_code == 404
    client.force_login(cascade.authority.leader)
    assert client.get(at("coverage-unit", cascade.authority.office.pk)).status_code == 404


def test_an_answer_is_taken_back_from_its_item(cascade, client, at):
    detailed = cascade.start()
    answer = cascade.answer(detailed, "II.1")

    client.post(at("take-back-answers"), {"seen": f"{answer.task_id}-{answer.version}"})

    assert not detailed.answers.exists()


def test_what_is_opened_by_its_address_leads_to_the_page(cascade, client, at):
    cascade.start()
    task = cascade.task("II.2")

    assert client.get(at("answer-item", task.pk)).url == f"{at('detailed-plan')}?muc={task.pk}"
    assert client.get(at("answer-item", task.pk), {"muc": "x"}).status_code == 302


def test_commands_refuse_through_the_pages_too(cascade, client, at):
    detailed = make_issued_detailed(cascade)

    page = client.post(at("add-own-item"), {"title": "Hội thi"})

    assert page.status_code == 409
    assert "Hội thi" in said(page)
    assert commands.adopt_detailed_plan(detailed=detailed, by=cascade.officer).year == 2024


def test_the_page_of_a_plan_leads_to_its_coverage_and_to_the_unit_s_own_plan(cascade, client, at):
    shown = client.get(at("plan")).content.decode()
    assert at("detailed-plan") in shown
    assert at("coverage") not in shown

    client.force_login(cascade.authority.leader)

    shown = client.get(at("plan")).content.decode()
    assert at("coverage") in shown
    assert at("detailed-plan") not in shown
