"""The document of a detailed plan, the gate before its issue, and the plan that it becomes."""

import datetime as dt

import pytest

from haidang import clock
from haidang.documents.commands import issue_document
from haidang.documents.models import Edition
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.plans import commands, queries
from haidang.plans.enums import Bucket, DetailedStatus, How, PlanStatus, TaskStatus
from haidang.plans.models import Detailed, Task
from haidang.plans.said import Said
from haidang.text import read
from haidang.text.checking import Severity, check
from tests.makers.cascade import (
    ADAPTED,
    IN_2024,
    TAKEN_UP,
    agree,
    answer_all,
    make_cascade,
    make_issued_detailed,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_january():
    with clock.as_if(IN_2024):
        yield


@pytest.fixture
def cascade():
    return make_cascade()


def write(cascade, detailed, **options):
    return commands.write_detailed_plan(
        detailed=Detailed.objects.get(pk=detailed.pk), by=cascade.officer, **options
    )


def test_write_detailed_plan_says_what_it_rests_on_what_is_done_and_by_whom(cascade):
    detailed = cascade.start()
    answer_all(cascade, detailed)
    cascade.answer(
        detailed, "III.2.b", Said(How.TAKEN_UP, owner="Công chức xã", due_on=dt.date(2024, 11, 20))
    )
    commands.add_own_item(
        detailed=detailed,
        title="Hội thi biển, đảo",
        said=Said(How.TAKEN_UP, words="Tại trường **học**", owner="Đoàn xã"),
        by=cascade.officer,
    )

    text = write(cascade, detailed, signer_name="Người Ký Mẫu").text

    assert "Số:       /KH-UBND" in text
    assert "Công tác thông tin năm 2024 trên địa bàn xã Thử 1" in text
    assert (
        "Thực hiện Kế hoạch số 7/KH-UBND ngày 12 tháng 10 năm 2023 của Ủy ban nhân dân huyện Thử "
        "về công tác thông tin năm 2024, Ủy ban nhân dân xã Thử 1 xây dựng kế hoạch như sau:"
    ) in text
    lines = text.splitlines()
    assert lines[lines.index("1. Mục đích") + 1].startswith("- Nâng cao nhận thức")
    assert "- Phát thanh mỗi tuần hai buổi tại các ấp." in lines
    assert (
        "- Gửi báo cáo kết quả về Ủy ban nhân dân huyện trước ngày 30 tháng 11. Người thực hiện: "
        "Công chức xã. Hoàn thành chậm nhất ngày 20 tháng 11 năm 2024."
    ) in lines
    assert "- Hội thi biển, đảo: Tại trường học. Người thực hiện: Đoàn xã." in lines
    assert "Xã không có biển." in text
    assert lines[lines.index("Nơi nhận:") + 1 :] == [
        "- UBND huyện Thử (b/c);",
        "- CT, các PCT UBND xã Thử 1;",
        "- Như Mục II;",
        "- Lưu: VT.",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Người Ký Mẫu",
    ]


def test_the_checker_finds_no_fault_and_the_reader_reads_it_again(cascade):
    detailed = make_issued_detailed(cascade)

    issue = detailed.edition.issue
    found = [one for one in check(issue.docx.read()) if one.severity is Severity.FAULT]
    reading = read(issue.docx.read())

    assert found == []
    basis = reading.legal_bases[0]
    assert (basis.number, basis.date) == ("7/KH-UBND", "2023-10-12")
    assert basis.issuer == "Ủy ban nhân dân huyện Thử"
    assert reading.year == 2024


def test_write_detailed_plan_refuses_an_empty_one_strangers_and_long_names(cascade):
    detailed = cascade.start()

    with pytest.raises(Incomplete):
        write(cascade, detailed)
    cascade.answer(detailed, "II.1")
    with pytest.raises(Incomplete):
        write(cascade, detailed, signer_name="a" * 101)
    with pytest.raises(Incomplete):
        write(cascade, detailed, signer_post="TUYỆT MẬT")
    with pytest.raises(NotAllowed):
        commands.write_detailed_plan(detailed=detailed, by=cascade.authority.drafter)
    assert not Edition.objects.filter(document__unit=cascade.commune).exists()


def test_written_again_it_is_a_later_text_of_the_same_draft(cascade):
    detailed = cascade.start()
    cascade.answer(detailed, "II.1")
    first = write(cascade, detailed)
    cascade.answer(Detailed.objects.get(), "III.2.a", ADAPTED)
    assert Detailed.objects.get().is_stale

    second = write(cascade, detailed)

    assert (second.edition, second.ordinal) == (first.edition, 2)
    assert ADAPTED.words in second.text
    assert ADAPTED.words not in first.text
    assert not Detailed.objects.get().is_stale


@pytest.mark.promise("N4")
def test_a_plan_with_a_silent_item_is_not_issued_through_any_door(cascade, proof):
    """Kế hoạch còn mục im lặng thì không ban hành được, dù đã được duyệt ký."""
    detailed = cascade.start()
    cascade.answer(detailed, "II.1")
    edition = agree(cascade, write(cascade, detailed, signer_name="Người Ký Mẫu").edition)

    with pytest.raises(Incomplete) as refusal:
        issue_document(edition=edition, by=cascade.clerk)

    assert [issue.name for issue in refusal.value.issues] == ["silent"]
    assert "Còn 4 mục" in refusal.value.message
    assert not Edition.objects.filter(pk=edition.pk, status="issued").exists()
    proof(tried="ban hành khi còn 4 mục im lặng", times=1, figure="bị từ chối, nêu từng mục")


def test_a_draft_that_says_other_than_the_answers_is_not_issued(cascade):
    detailed = cascade.start()
    answer_all(cascade, detailed)
    edition = agree(cascade, write(cascade, detailed, signer_name="Người Ký Mẫu").edition)
    cascade.answer(Detailed.objects.get(), "II.2", ADAPTED)

    with pytest.raises(Incomplete) as refusal:
        issue_document(edition=edition, by=cascade.clerk)

    assert [issue.name for issue in refusal.value.issues] == ["stale"]


def test_adopt_detailed_plan_makes_a_plan_of_the_unit_that_covers_its_text(cascade):
    detailed = make_issued_detailed(cascade)

    plan = commands.adopt_detailed_plan(detailed=detailed, by=cascade.officer)

    text = plan.revision.text
    assert "".join(text[item.start : item.end] for item in plan.items.all()) == text
    assert (plan.unit, plan.year, plan.status) == (cascade.commune, 2024, PlanStatus.ADOPTED)
    assert plan.warnings == []
    assert not plan.items.filter(is_sentence=True, bucket=Bucket.UNRESOLVED).exists()
    for task in plan.tasks.all():
        assert task.text == text[task.start : task.end]
        assert task.status == TaskStatus.ACCEPTED
        assert [row.unit for row in task.assignments.all()] == [cascade.commune]
    linked = dict(plan.tasks.values_list("label", "above__label"))
    assert linked == {
        "II.1.a": "II.2",
        "II.1.b": "III.1.a",
        "II.1.c": "III.2.a",
        "II.1.d": "III.2.b",
    }
    last = plan.tasks.get(label="II.1.d")
    assert (last.due_on, last.due_confirmed_by) == (dt.date(2024, 11, 29), cascade.officer)
    assert text[last.deadline_start : last.deadline_end] == last.deadline_phrase
    detailed.refresh_from_db()
    assert (detailed.status, detailed.result) == (DetailedStatus.ISSUED, plan)
    assert queries.awaited_of(cascade.commune, clock.today()) == []


def test_adopt_detailed_plan_refuses_before_the_issue_twice_and_strangers(cascade):
    detailed = cascade.start()
    cascade.answer(detailed, "II.1")
    write(cascade, detailed)

    with pytest.raises(WrongState):
        commands.adopt_detailed_plan(detailed=Detailed.objects.get(), by=cascade.officer)
    Detailed.objects.get()
    answer_all(cascade, Detailed.objects.get())
    edition = agree(cascade, write(cascade, detailed, signer_name="Người Ký Mẫu").edition)
    issue_document(edition=edition, by=cascade.clerk)
    with pytest.raises(NotAllowed):
        commands.adopt_detailed_plan(
            detailed=Detailed.objects.get(), by=cascade.authority.reporters[1]
        )
    commands.adopt_detailed_plan(detailed=Detailed.objects.get(), by=cascade.officer)
    with pytest.raises(WrongState):
        commands.adopt_detailed_plan(detailed=Detailed.objects.get(), by=cascade.officer)


def test_awaited_of_waits_for_what_was_issued_to_be_carried_out(cascade):
    make_issued_detailed(cascade)

    waiting = queries.awaited_of(cascade.commune, clock.today())

    assert [(one.is_issued, one.silent) for one in waiting] == [(True, 0)]


def test_the_plan_itself_is_not_a_task_of_the_plan(cascade):
    words = "Căn cứ nhiệm vụ, chủ động xây dựng kế hoạch chi tiết triển khai các nội dung trên"
    own = cascade.plan.tasks.create(
        kind="duty",
        label="III.9.a",
        title="Kế hoạch",
        text=words,
        start=5,
        end=9,
        status=TaskStatus.ACCEPTED,
    )
    own.assignments.create(unit=cascade.commune, part="does")
    detailed = cascade.start()
    cascade.answer(detailed, "III.9.a", TAKEN_UP)
    cascade.answer(detailed, "II.1", TAKEN_UP)

    text = write(cascade, detailed).text

    assert "Căn cứ nhiệm vụ" not in text
    assert Task.objects.get(pk=own.pk).answers.get().how == How.TAKEN_UP
