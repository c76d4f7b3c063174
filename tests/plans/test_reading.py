"""Reading a document in: what becomes of it, and what is refused before anything is stored."""

import datetime as dt
import hashlib

import pytest
from django.utils import timezone

from haidang import clock
from haidang.documents.models import Document, StoredFile
from haidang.errors import Incomplete, NotAllowed
from haidang.ledger.models import Entry
from haidang.ledger.queries import history_of
from haidang.plans.commands import read_in
from haidang.plans.enums import Bucket, Certainty, TaskKind
from haidang.plans.models import Plan
from tests.makers import make_authority
from tests.makers.plans import PLAN, make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def authority():
    return make_authority()


def refused(authority, content):
    with pytest.raises(Incomplete) as refusal:
        read_in(content=content, file_name="x", unit=authority.district, by=authority.drafter)
    return refusal.value.issues[0].name


def test_read_in_registers_the_document(authority):
    plan = make_plan(authority)
    edition = plan.revision.edition

    assert (str(plan), plan.year, plan.unit) == ("7/KH-UBND", 2024, authority.district)
    assert edition.issued_on == dt.date(2023, 10, 12)
    assert edition.document.title == "Công tác thông tin năm 2024"
    assert plan.revision.file.read() == PLAN.encode()
    assert plan.header["recipients"] == ["Như trên", "Lưu: VT"]
    assert [entry.event for entry in history_of(plan)] == ["read_in"]


def test_read_in_covers_the_text_with_items(authority):
    plan = make_plan(authority)
    text = plan.revision.text

    assert "".join(text[item.start : item.end] for item in plan.items.all()) == text
    sentences = plan.items.filter(is_sentence=True)
    assert [(item.section, item.bucket) for item in sentences] == [
        ("", Bucket.BASIS),
        *[("I", Bucket.PURPOSE)] * 3,
        *[("II", Bucket.DIRECTION)] * 2,
        ("III.1", Bucket.TASK),
        *[("III.2", Bucket.TASK)] * 2,
        ("III.3", Bucket.TASK),
    ]


def test_read_in_proposes_tasks_with_their_units(authority):
    tasks = {task.label: task for task in make_plan(authority).tasks.all()}

    assert {label: task.kind for label, task in tasks.items() if label < "III"} == {
        "II.1": TaskKind.DIRECTION,
        "II.2": TaskKind.DIRECTION,
    }
    assert {label: task.unit or task.group for label, task in tasks.items() if label > "III"} == {
        "III.1.a": authority.office,
        "III.2.a": authority.group,
        "III.2.b": authority.group,
        "III.3.a": None,
    }
    assert list(tasks["III.1.a"].coordinators.order_by("pk")) == authority.communes
    assert tasks["III.2.a"].recurrence == "thường xuyên"
    unsure = {label: task.certainty for label, task in tasks.items() if task.certainty != "high"}
    assert unsure == {"III.2.b": Certainty.MIDDLE, "III.3.a": Certainty.LOW}


@pytest.mark.promise("N3")
def test_read_in_keeps_a_deadline_as_phrase_rule_and_window(authority, proof):
    proof(tried="hạn không ghi năm lấy năm của kế hoạch, chờ người xác nhận", times=1)
    plan = make_plan(authority)
    task = plan.tasks.get(label="III.2.b")

    assert task.deadline_phrase == "trước ngày 30 tháng 11"
    at = slice(task.deadline_start, task.deadline_end)
    assert plan.revision.text[at] == "trước ngày 30 tháng 11"
    assert (task.deadline_rule, task.due_year_from) == ("before-day-month", "plan")
    assert task.due_on == dt.date(2024, 11, 29)
    assert task.due_confirmed_by is None


@pytest.mark.promise("N3")
@pytest.mark.parametrize("phrase", ["kịp thời", "thường xuyên", "sớm nhất có thể"])
def test_a_vague_phrase_gives_no_day(authority, phrase):
    plan = make_plan(authority, text=PLAN.replace("trước ngày 30 tháng 11", phrase))

    assert plan.tasks.get(label="III.2.b").due_on is None


def test_a_near_name_of_a_unit_is_no_more_than_middling(authority):
    plan = make_plan(authority, text=PLAN.replace("1. Phòng Văn hóa", "1. Phòng Văn hóo"))
    task = plan.tasks.get(label="III.1.a")

    assert (task.unit, task.certainty) == (authority.office, Certainty.MIDDLE)


def test_one_unit_may_be_named_as_supporting(authority):
    text = PLAN.replace("- Cung cấp", "- Phối hợp với Phòng Văn hóa và Thông tin huyện cung cấp")

    task = make_plan(authority, text=text).tasks.get(label="III.3.a")

    assert list(task.coordinators.all()) == [authority.office]


def test_a_plan_without_year_or_day_says_so(authority):
    text = PLAN.replace(" năm 2024", "").replace(
        "ngày 12 tháng 10 năm 2023", "ngày   tháng   năm 2023"
    )

    plan = make_plan(authority, text=text)

    assert plan.revision.edition.issued_on is None
    assert any("không ghi năm" in warning for warning in plan.warnings)


def test_a_second_document_of_the_same_number_is_pointed_out(authority):
    make_plan(authority)

    second = make_plan(authority, text=PLAN + "\n")

    assert any("cùng số 7/KH-UBND" in warning for warning in second.warnings)


def test_read_in_refuses_people_of_others_and_other_posts(authority):
    stranger = make_authority()
    for person in (stranger.drafter, authority.leader, authority.reporters[0], authority.auditor):
        with pytest.raises(NotAllowed):
            make_plan(authority, by=person)

    assert not Plan.objects.exists()


def test_read_in_refuses_the_same_file_twice(authority):
    make_plan(authority)

    assert refused(authority, PLAN.encode()) == "read-before"
    assert Plan.objects.count() == 1


def test_read_in_lets_another_authority_read_the_same_file(authority):
    make_plan(authority)
    other = make_authority()

    assert make_plan(other).unit == other.district


def test_read_in_refuses_what_is_too_large(authority, settings):
    settings.DOCUMENT_LIMIT = 10

    assert refused(authority, PLAN.encode()) == "too-large"


def test_read_in_refuses_what_is_no_document(authority):
    assert refused(authority, b"\x89PNG\r\n\x1a\n" + bytes(200)) not in {"", "read-before"}
    assert not Document.objects.exists()


@pytest.mark.promise("N19")
@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
def test_read_in_refuses_a_secrecy_mark_and_keeps_a_receipt_alone(authority, mark):
    content = f"{mark}\n\n{PLAN}".encode()
    files = StoredFile.objects.count()
    last = Entry.objects.order_by("-seq").first().seq

    assert refused(authority, content) == "secret"

    assert (Plan.objects.count(), Document.objects.count()) == (0, 0)
    assert StoredFile.objects.count() == files
    (line,) = Entry.objects.filter(seq__gt=last)
    assert (line.event, line.by, timezone.localdate(line.at)) == (
        "refuse_secret_document",
        authority.drafter,
        clock.today(),
    )
    assert line.get_details() == {
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }


@pytest.mark.promise("N19")
@pytest.mark.parametrize("words", ["chế độ bảo mật thông tin", "bí mật kinh doanh"])
def test_read_in_takes_prose_about_keeping_secrets(authority, words):
    assert make_plan(authority, text=PLAN.replace("nghiệp vụ phát thanh", words)).pk


@pytest.mark.django_db(transaction=True)
@pytest.mark.promise("N19")
def test_the_line_about_a_refused_document_outlives_the_refusal():
    authority = make_authority(communes=1)

    refused(authority, f"TỐI MẬT\n\n{PLAN}".encode())

    assert Entry.objects.filter(event="refuse_secret_document").count() == 1
