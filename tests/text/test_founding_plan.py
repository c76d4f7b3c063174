"""The plan that the product was founded on, read whole; its gold answers are literal here."""

import pytest

from haidang.text import read
from haidang.text.blocks import Anchor, Bucket, Certainty, Deadline, Source
from haidang.text.understanding import understand
from tests.text.plans import FOUNDING

VHTT = "Phòng Văn hóa và Thông tin huyện"
CENTRE = "Trung tâm Văn hóa – Thông tin và Thể thao huyện"
BORDER = "Đồn Biên phòng Mỹ Long"
COMMUNES = "Ủy ban nhân dân các xã, thị trấn"
OFFICES = "các cơ quan có liên quan"


@pytest.fixture(scope="module")
def reading():
    return read(FOUNDING)


@pytest.mark.promise("N1")
def test_spans_cover_every_character_once(reading, proof):
    """Kế hoạch gốc: nối các đoạn lại được đúng văn bản, từng byte."""
    text = FOUNDING.read_bytes().decode()

    joined = "".join(reading.text[span.start : span.end] for span in reading.spans)

    assert joined.encode() == text.encode()
    assert [span.end for span in reading.spans[:-1]] == [span.start for span in reading.spans[1:]]
    proof(times=len(text), figure=f"{len(reading.spans)} đoạn, 0 ký tự mất, 0 ký tự lặp")


@pytest.mark.promise("N1")
def test_each_of_its_thirty_sentences_is_in_one_bucket(reading):
    sentences = [span.bucket for span in reading.spans if span.sentence]

    assert {bucket: sentences.count(bucket) for bucket in set(sentences)} == {
        Bucket.BASIS: 1,
        Bucket.FORMALITY: 1,
        Bucket.PURPOSE: 5,
        Bucket.REQUIREMENT: 5,
        Bucket.DIRECTION: 7,
        Bucket.TASK: 11,
    }


@pytest.mark.promise("N1")
def test_its_seventeen_duties_are_found(reading):
    assert [(duty.label, duty.unit, duty.lead, duty.coordinate) for duty in reading.duties] == [
        ("II.1", None, None, ()),
        ("II.2", None, None, ()),
        ("II.3", None, None, ("các cơ quan báo chí, cơ quan truyền thông",)),
        ("II.4", None, None, ()),
        ("II.5", None, None, ()),
        ("II.6", None, None, ()),
        ("III.1.a", VHTT, VHTT, (OFFICES,)),
        ("III.1.b", VHTT, None, ()),
        ("III.1.c", VHTT, None, ("Sở Thông tin và Truyền thông",)),
        ("III.1.d", VHTT, None, ("Ban Tuyên giáo Huyện ủy",)),
        ("III.2.a", CENTRE, None, ("phòng Văn hóa và Thông tin huyện",)),
        ("III.3.a", BORDER, None, ("các cơ quan tuyên truyền về biển, đảo",)),
        ("III.3.b", BORDER, None, ()),
        ("III.3.c", BORDER, BORDER, (OFFICES,)),
        ("III.4.a", COMMUNES, None, ()),
        ("III.4.b", COMMUNES, None, ("các cơ quan chức năng",)),
        ("III.4.c", COMMUNES, None, ()),
    ]


@pytest.mark.promise("N3")
def test_its_one_deadline_takes_its_year_from_the_plan(reading):
    deadlines = {duty.label: duty.deadline for duty in reading.duties if duty.deadline}

    start = reading.text.index("trước ngày 30 tháng 11")
    assert deadlines == {
        "III.4.c": Deadline(
            phrase="trước ngày 30 tháng 11",
            start=start,
            end=start + len("trước ngày 30 tháng 11"),
            rule="before-day-month",
            due_on="2024-11-29",
            year_from="plan",
            until_on="2024-11-29",
            or_on="2023-11-29",  # the plan was signed in October 2023
            counted_from=Anchor.PLAN_YEAR,
            certainty=Certainty.LOW,
        )
    }


@pytest.mark.promise("N1")
def test_a_page_break_in_a_sentence_is_read_over(reading):
    duty = reading.duties[5]

    assert "phù hợp với\n\nquy định của Việt Nam" in duty.text
    assert [span.bucket for span in reading.spans if span.start <= duty.start < span.end] == [
        Bucket.DIRECTION
    ]


@pytest.mark.promise("N1")
def test_each_duty_lies_in_spans_of_its_own_kind(reading):
    for duty in reading.duties:
        bucket = Bucket.TASK if duty.unit else Bucket.DIRECTION
        over = [s for s in reading.spans if s.start < duty.end and duty.start < s.end]
        assert {span.bucket for span in over} == {bucket}
        assert all(span.sentence for span in over)


def test_its_header_and_tail_are_read(reading):
    header = reading.header

    assert (header.number, header.symbol, header.document_type) == ("99", "KH-UBND", "Kế hoạch")
    assert header.issuer == "Ủy ban nhân dân huyện Cầu Ngang"  # from the opening: no header block
    assert (header.superior, header.place, header.date) == (None, "Cầu Ngang", "2023-10-12")
    assert header.title == "Công tác thông tin đối ngoại năm 2024"
    assert reading.year == 2024
    assert [(b.kind, b.number, b.date, b.issuer) for b in reading.legal_bases] == [
        ("Quyết định", "1466/QĐ-UBND", "2023-09-29", "Ủy ban nhân dân tỉnh Trà Vinh")
    ]
    assert reading.recipients == (
        "UBND tỉnh (b/c)",
        "Sở Thông tin và TT (b/c)",
        "CT, các PCT UBND huyện",
        "BLĐVP, VX",
        "Như Mục III",
        "Lưu: VT",
    )
    assert reading.signature.authority == ("KT. CHỦ TỊCH",)
    assert reading.signature.title == "PHÓ CHỦ TỊCH"
    assert reading.signature.name == reading.text.strip().splitlines()[-1]


def test_its_sections_are_read(reading):
    assert [(section.level, section.label, section.title) for section in reading.sections] == [
        (1, "I", "MỤC ĐÍCH, YÊU CẦU"),
        (2, "1", "Mục đích:"),
        (2, "2", "Yêu Cầu:"),
        (1, "II", "PHƯƠNG HƯỚNG NHIỆM VỤ"),
        (1, "III", "TỔ CHỨC THỰC HIỆN"),
        (2, "1", VHTT),
        (2, "2", CENTRE),
        (2, "3", BORDER),
        (2, "4", COMMUNES),
    ]


def test_reading_is_repeatable(reading):
    assert read(FOUNDING.read_bytes()) == reading
    assert understand(Source(reading.text, "txt")).duties == reading.duties


@pytest.mark.promise("N1")
@pytest.mark.parametrize("ending", [".docx", ".pdf"])
def test_the_same_plan_in_word_and_on_a_page_reads_the_same(reading, ending):
    other = read(FOUNDING.with_suffix(ending))

    said = [(d.label, d.unit, d.lead, d.coordinate, d.recurrence) for d in reading.duties]
    assert [(d.label, d.unit, d.lead, d.coordinate, d.recurrence) for d in other.duties] == said
    assert sum(span.sentence for span in other.spans) == 30
    assert (other.recipients, other.signature) == (reading.recipients, reading.signature)
    assert other.duties[-1].deadline.due_on == "2024-11-29"
