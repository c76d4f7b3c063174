"""Receiving: the file unchanged, numbers in the order of days, nothing twice, no secrets."""

import datetime as dt

import pytest

from haidang import clock
from haidang.documents import commands
from haidang.documents.commands import Come
from haidang.documents.incoming import Facts
from haidang.documents.models import Arrival, StoredFile
from haidang.errors import Incomplete, NotAllowed
from haidang.ledger.models import Entry
from haidang.text.writing import write_docx
from tests.makers.documents import MONDAY, letter, make_arrival, make_bureau

pytestmark = pytest.mark.django_db

FACTS = Facts(
    issuer="Ủy ban nhân dân tỉnh Thử",
    number_symbol="1466/QĐ-UBND",
    issued_on=dt.date(2024, 11, 20),
    document_type="Quyết định",
    subject="Phê duyệt chương trình thông tin đối ngoại",
)


@pytest.fixture
def bureau(settings):
    settings.AS_OF = MONDAY
    return make_bureau()


def receive(bureau, by=None, **come):
    return commands.receive_document(unit=bureau.district, come=Come(**come), by=by or bureau.clerk)


def names(refusal):
    return [issue.name for issue in refusal.value.issues]


def test_receive_document_keeps_the_bytes_and_reads_the_columns(bureau):
    content = write_docx(letter(number="7", date="2024-11-20"))

    arrival = receive(bureau, content=content, file_name="bao cao.docx")

    assert (arrival.number, arrival.year, arrival.arrived_on) == (1, 2024, MONDAY)
    assert arrival.file.read() == content
    assert arrival.issuer.casefold() == "ủy ban nhân dân huyện thử"
    assert (arrival.number_symbol, arrival.issued_on) == ("07/BC-UBND", dt.date(2024, 11, 20))
    assert (arrival.document_type, arrival.subject) == (
        "Báo cáo",
        "Tăng cường thông tin đối ngoại",
    )
    assert "tang cuong thong tin" in arrival.folded
    assert "KẾT QUẢ THỰC HIỆN" in arrival.text


def test_receive_document_on_paper_needs_no_file(bureau):
    arrival = receive(bureau, facts=FACTS)

    assert (arrival.file, str(arrival)) == (None, "số đến 1/2024")


@pytest.mark.promise("N19")
def test_receive_document_on_paper_refuses_a_secret_name(bureau):
    """A name without a file is stored like one with a file, so it bears no stamp either."""
    with pytest.raises(Incomplete) as refusal:
        receive(bureau, facts=FACTS, file_name="TUYET MAT.pdf")

    assert names(refusal) == ["secrecy_mark"]
    assert not Arrival.objects.exists()


def test_receive_document_numbers_in_the_order_of_days(bureau):
    days = [dt.date(2024, 11, 20), dt.date(2024, 11, 20), MONDAY]

    arrivals = [make_arrival(bureau, arrived_on=day) for day in days]

    assert [arrival.number for arrival in arrivals] == [1, 2, 3]


@pytest.mark.parametrize("day", [dt.date(2024, 11, 19), dt.date(2024, 11, 26)])
def test_receive_document_refuses_a_day_out_of_order(bureau, day):
    make_arrival(bureau, arrived_on=dt.date(2024, 11, 20))

    with pytest.raises(Incomplete) as refusal:
        make_arrival(bureau, arrived_on=day)

    assert names(refusal) == ["day-out-of-order"]


def test_arrival_numbers_begin_anew_each_year(bureau):
    make_arrival(bureau)
    with clock.as_if(clock.at(dt.date(2025, 1, 1))):
        assert str(make_arrival(bureau)) == "số đến 1/2025"


def test_receive_document_refuses_the_same_file_unless_it_is_a_second_copy(bureau):
    content = write_docx(letter(number="7", date="2024-11-20"))
    first = receive(bureau, content=content)

    with pytest.raises(Incomplete, match="số đến 1/2024") as refusal:
        receive(bureau, content=content)
    second = receive(bureau, content=content, is_second_copy=True)

    assert names(refusal) == ["came-before"]
    assert (second.number, second.copy_of) == (2, first)
    assert StoredFile.objects.count() == 1


def test_receive_document_refuses_number_symbol_and_issuer_that_came(bureau):
    receive(bureau, facts=FACTS)
    again = Facts(
        issuer="UBND tỉnh Thử",
        number_symbol="1466 / qđ–ubnd",
        issued_on=FACTS.issued_on,
        subject="Khác",
    )

    with pytest.raises(Incomplete) as refusal:
        receive(bureau, facts=again)

    assert names(refusal) == ["came-before"]


def test_receive_document_refuses_what_lacks_issuer_and_subject(bureau):
    with pytest.raises(Incomplete) as refusal:
        receive(bureau)

    assert [issue.field for issue in refusal.value.issues] == ["issuer", "subject"]


def test_receive_document_refuses_everybody_but_the_clerk(bureau):
    for person in (bureau.drafter, bureau.leader, bureau.stranger, bureau.auditor):
        with pytest.raises(NotAllowed):
            receive(bureau, by=person, facts=FACTS)


def test_receive_document_refuses_what_is_no_document_or_too_large(bureau, settings):
    settings.DOCUMENT_LIMIT = 2000

    for content, name in ((b"\x00\x01\x02" * 9, "not-text"), (b"x" * 2001, "too-large")):
        with pytest.raises(Incomplete) as refusal:
            receive(bureau, content=content)
        assert names(refusal) == [name]
    assert not Arrival.objects.exists()


@pytest.mark.parametrize("field", ["subject", "note"])
def test_receive_document_refuses_a_secrecy_mark_in_the_columns(bureau, field):
    fields = {"issuer": "Sở Thử", "subject": "Việc thử", field: "TUYỆT MẬT"}

    with pytest.raises(Incomplete) as refusal:
        receive(bureau, facts=Facts(**fields))

    assert names(refusal) == ["secrecy_mark"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("content", "file_name"),
    [
        ("TUYỆT MẬT\nỦY BAN NHÂN DÂN HUYỆN\nSố: 1/QĐ-UBND\n".encode(), "a.txt"),
        (b"Noi dung", "Quyết định (TUYỆT MẬT).txt"),
    ],
)
def test_receive_document_keeps_only_a_receipt_of_a_secret_one(bureau, content, file_name):
    with pytest.raises(Incomplete) as refusal:
        receive(bureau, content=content, file_name=file_name)

    assert names(refusal) == ["secret"]
    assert Entry.objects.latest("seq").event == "refuse_secret_document"
    assert not StoredFile.objects.exists()
    assert not Arrival.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_note_secret_file_tells_neither_name_nor_content(bureau):
    refusal = commands.note_secret_file(content=b"abc", unit=bureau.district, by=bureau.clerk)

    entry = Entry.objects.latest("seq")
    assert refusal.issues[0].name == "secret"
    assert sorted(entry.get_details()) == ["sha256", "size"]


def test_receive_by_steps_lets_others_work_meanwhile(bureau):
    steps = commands.receive_by_steps(
        unit=bureau.district,
        come=Come(content=write_docx(letter(number="7", date="2024-11-20"))),
        by=bureau.clerk,
    )
    next(steps)
    other = make_arrival(bureau)
    for _ in steps:
        pass

    assert (other.number, Arrival.objects.latest("pk").number) == (1, 2)


def test_correct_arrival_changes_the_columns_and_what_is_searched(bureau):
    arrival = make_arrival(bureau)

    commands.correct_arrival(arrival=arrival, facts=FACTS, by=bureau.clerk)

    arrival.refresh_from_db()
    assert (arrival.subject, arrival.number) == (FACTS.subject, 1)
    assert "phe duyet chuong trinh" in arrival.folded
    assert Entry.objects.latest("seq").event == "correct_arrival"


def test_correct_arrival_refuses_others_and_what_came_before(bureau):
    receive(bureau, facts=FACTS)
    arrival = make_arrival(bureau)

    with pytest.raises(NotAllowed):
        commands.correct_arrival(arrival=arrival, facts=FACTS, by=bureau.drafter)
    with pytest.raises(Incomplete) as refusal:
        commands.correct_arrival(arrival=arrival, facts=FACTS, by=bureau.clerk)
    with pytest.raises(Incomplete) as nothing:
        commands.correct_arrival(arrival=arrival, facts=Facts(note="MẬT"), by=bureau.clerk)

    assert names(refusal) == ["came-before"]
    assert names(nothing)[:2] == ["missing", "missing"]
