"""Laws of time limits: whatever the words, what was read is whole, ordered and at its place."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.text.habits import BeforeDay, Habits
from haidang.text.understanding.times.deadlines import RULES, Years, deadline_in, deadline_of_column
from haidang.text.understanding.words.folded import fold

PIECES = (
    "trước|trong|chậm nhất|hết|đến|từ|kể từ|sau|ngay sau khi|hằng|vào|hoàn thành|xong|ngày|tháng|"
    "quý|năm|tuần|giờ|ngày làm việc|đầu|cuối|6 tháng|giai đoạn|thứ Sáu|âm lịch|thời hạn|vòng|ký|"
    "và|,|-|/|II|IV|15|31|02|2024|9999|0000|30/11|29/2|31/4/2025|01/01/0001|của năm trước|"
    "tháng Năm|2024-2026|báo cáo"
).split("|")
phrases = st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map(" ".join)
days = st.dates(date(1, 1, 1), date(9999, 12, 31))
years = st.builds(
    Years,
    st.none() | st.integers(1, 9999),
    st.none() | st.integers(1, 9999),
    st.none() | days,
    st.builds(Habits, st.sampled_from(BeforeDay)),
)


def holds(deadline, words):
    """The laws that every limit keeps."""
    assert words[deadline.start : deadline.end] == deadline.phrase
    given_days = (deadline.from_on, deadline.until_on, deadline.due_on, deadline.or_on)
    known = [date.fromisoformat(day) for day in given_days if day]
    assert deadline.due_on in (None, deadline.until_on)
    if deadline.from_on and deadline.until_on:
        assert known[0] <= known[1]
    if known:
        assert deadline.counted_from is not None
    if deadline.written_on:
        assert deadline.counted_from == "written"
    assert deadline.year_from in (None, "plan", "signing")


@pytest.mark.promise("N3")
@given(phrases, years)
def test_a_limit_in_a_sentence_keeps_its_laws(words, years):
    """Hạn trong câu, từ các mảnh chữ bất kỳ: ngày nào nêu ra cũng có thật và đúng thứ tự."""
    deadline = deadline_in(fold(words, [(0, len(words))]), 0, len(words), years)

    if deadline:
        holds(deadline, words)


@given(phrases)
def test_a_rule_matches_only_where_its_words_stand(words):
    for rule in RULES:
        if rule.pattern.search(words):
            assert any(word in words.lower() for word in rule.needs), rule.name


@pytest.mark.promise("N3")
@given(phrases, years)
def test_a_column_keeps_its_laws(words, years):
    deadline = deadline_of_column(fold(words, [(0, len(words))]), 0, len(words), years)

    assert (deadline is None) == (not words.strip(" .;,"))
    if deadline:
        holds(deadline, words)


@pytest.mark.promise("N2")
@given(st.text(max_size=80), years)
def test_any_text_may_be_a_column(words, years):
    folded = fold(words, [(0, len(words))])

    deadline = deadline_of_column(folded, 0, len(folded.text), years)

    assert deadline is None or deadline.phrase in folded.text


@pytest.mark.promise("N3")
@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_the_two_readings_of_before_differ_by_one_day(day):
    words = f"trước ngày {day.day} tháng {day.month} năm {day.year}"
    folded = fold(words, [(0, len(words))])
    strict, mild = (
        deadline_in(folded, 0, len(words), Years(None, None, None, Habits(before)))
        for before in BeforeDay
    )

    assert mild.due_on == day.isoformat()
    assert date.fromisoformat(strict.due_on).toordinal() == day.toordinal() - 1
