"""Any text at all is read, with every character accounted for (promise N2)."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.text import Unreadable, read
from haidang.text.blocks import Source
from haidang.text.understanding import understand
from haidang.text.understanding.words import folded
from tests.text import plans

FOUNDING = plans.FOUNDING.read_text("utf-8")
SHAPES = [FOUNDING, plans.PLAN_BY_LINES, plans.DECISION, plans.LETTER_ON_A_PAGE, plans.MINUTES]
MARKS = [
    "\n",
    "\n|\n",
    " | ",
    "\f",
    "**",
    "……",
    "\t",
    "\u200b",
    ";",
    ". ",
    "./.",
    "I. ",
    "1. ",
    "a)",
]
MARKS += ["- ", "Điều 1. ", "Sở A: ", "Giao Sở A ", "trước ngày 30/2 ", "\0", "\u0301", "Nơi nhận:"]
edits = st.lists(
    st.tuples(
        st.integers(0, 20_000), st.integers(0, 60), st.sampled_from(MARKS) | st.text(max_size=5)
    ),
    max_size=8,
)


def read_or_refusal(data):
    try:
        return read(data)
    except Unreadable as refusal:
        return refusal


def accounted(text):
    reading = understand(Source(text, "txt"))
    assert "".join(text[span.start : span.end] for span in reading.spans) == text
    for duty in reading.duties:
        assert 0 <= duty.start < duty.end <= len(text)
        assert duty.text == text[duty.start : duty.end].strip()
    labels = [duty.label for duty in reading.duties]
    assert len(set(labels)) == len(labels)
    return reading


@pytest.mark.promise("N1", "N2")
@given(st.text(max_size=400))
def test_any_characters_give_a_reading_that_covers_them(text):
    """Chuỗi ký tự bất kỳ: luôn có kết quả, kể đủ từng ký tự."""
    accounted(text)


@pytest.mark.promise("N1", "N2")
@given(st.sampled_from(SHAPES), edits)
def test_broken_documents_are_read_and_accounted_for(text, changes):
    """Văn bản bị xoá, chèn, cắt ngang ở chỗ bất kỳ: luôn có kết quả, kể đủ từng ký tự."""
    for at, length, words in changes:
        at %= len(text) + 1
        text = text[:at] + words + text[at + length :]
    accounted(text)


@pytest.mark.promise("N2")
@given(st.lists(st.sampled_from(FOUNDING.split("\n")), max_size=40))
def test_lines_in_any_order_are_read(lines):
    """Các dòng của kế hoạch gốc theo thứ tự bất kỳ: luôn có kết quả."""
    accounted("\n".join(lines))


@pytest.mark.promise("N2")
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_by_name(data):
    """Byte bất kỳ: đọc được, hoặc từ chối với mã và lời."""
    answer = read_or_refusal(data)

    if isinstance(answer, Unreadable):
        assert answer.code
        assert answer.message
    else:
        assert "".join(answer.text[s.start : s.end] for s in answer.spans) == answer.text


@pytest.mark.promise("N2")
@pytest.mark.parametrize(
    "unit",
    [
        *("a", "Sở A rà soát; ", "1. ", "|\n", "./.", "#", "\\", "**", "(", "M Ậ T ", "x.\n\n"),
        *(
            "Điều 1. ",
            "Căn cứ Luật ",
            "ngày 01/01/2026 ",
            " | ",
            "\t",
            "_",
            "\n\f",
            "Nơi nhận:\n- A;\n",
        ),
    ],
)
def test_long_monotony_costs_its_length(unit):
    """Lặp lại mãi một dấu hay một câu: thời gian chỉ tăng theo độ dài."""
    text = unit * (60_000 // len(unit))
    begun = time.process_time()

    assert accounted(text).text == text

    assert time.process_time() - begun < 10  # a second; what grows with the square takes minutes


@pytest.mark.promise("N2")
def test_what_is_unsure_says_so():
    reading = accounted("KẾ HOẠCH\n\nI. NHIỆM VỤ\n\n- Lớp học ở ấp.\n\n- Rà soát danh sách.\n")

    assert [(duty.text, duty.certainty) for duty in reading.duties] == [
        ("Lớp học ở ấp.", "low"),
        ("Rà soát danh sách.", "high"),
    ]


def test_an_empty_text_has_no_spans():
    assert understand(Source("", "txt")).spans == ()


@given(st.text(st.sampled_from("ab \n\t*_#\u00a0\u200b\u2003") | st.characters(), max_size=40))
def test_words_are_folded_alike_with_and_without_the_short_way(text):
    slowly = folded._NOISE.sub(folded._space, text).strip()

    assert folded.plain(text) == slowly
    assert folded.fold(f"{text}\n", [(0, len(text))]).text == slowly
