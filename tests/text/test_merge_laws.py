"""Laws of merging: nothing is lost by a round trip, each figure has one fate, nobody overwrites."""

from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from haidang.text.blocks import Heading, Paragraph, Table
from haidang.text.compare import compare
from haidang.text.compare.alike import number_key
from haidang.text.merge import OVERRIDDEN, merge
from haidang.text.merge.carrying import Fate, carry, settled
from haidang.text.merge.marked import Link, Marked, put_together, taken_apart
from tests.text.comparing import REPORT, bare, edited, with_blocks

WORDS = "tin bài buổi loa xã huyện biển đảo lễ hội tuyên truyền".split()
numbers = st.integers(0, 99_999).map(str)
figures = st.builds(lambda value, n: f"[[{value}|/so/5/{n}/?lan=1]]", numbers, st.integers(1, 9))
bold = st.sampled_from(WORDS).map("**{}**".format)
pieces = st.sampled_from(WORDS) | numbers | figures | bold
lines = st.lists(pieces, min_size=1, max_size=10).map(" ".join)
rows = st.tuples(st.sampled_from(WORDS), figures, figures)
blocks = st.lists(
    st.builds(Paragraph, lines)
    | st.builds(Heading, st.integers(1, 3), st.sampled_from("abc"), st.sampled_from(WORDS))
    | st.builds(Table, st.just(("Tên", "Một", "Hai")), st.lists(rows, max_size=4).map(tuple)),
    max_size=8,
)
some = settings(max_examples=30, phases=set(Phase) - {Phase.explain})
documents = blocks.map(lambda body: with_blocks(REPORT, *body))


@given(lines)
def test_marks_taken_apart_and_put_together_are_the_same_marks(line):
    apart = taken_apart(line)

    assert taken_apart(put_together(apart)) == apart


@given(st.text("[]|*/ab", max_size=12))
def test_words_that_look_like_marks_are_made_harmless(text):
    line = taken_apart(put_together(Marked(text)))

    assert (line.links, line.bold) == ((), ())


@pytest.mark.promise("N8")
@given(lines, lines)
def test_each_figure_has_one_fate_and_a_kept_one_has_its_value(old, new):
    apart = taken_apart(old)
    carried = carry(apart, taken_apart(new).text)
    line = settled(carried)

    assert [figure.link for figure in carried.figures] == list(apart.links)
    stand = sorted(
        (figure for figure in carried.figures if figure.fate != Fate.GONE),
        key=lambda figure: figure.start,
    )
    assert len(line.links) == len(stand)
    for figure, link in zip(stand, line.links, strict=True):
        same = number_key(line.text[link.start : link.end]) == number_key(figure.was)
        assert same == (figure.fate == Fate.KEPT)
        assert link.path.endswith(OVERRIDDEN) == (figure.fate == Fate.CHANGED)


@pytest.mark.promise("N13")
@some
@given(documents)
def test_what_nobody_edited_comes_back_as_it_was(document):
    """Tải về rồi tải lên nguyên vẹn thì không sinh ra khác biệt nào."""
    merged = merge(document, bare(document))

    assert merged.document == document
    assert not merged.changed
    assert not merged.gone


@some
@given(documents, documents)
def test_the_same_file_twice_changes_nothing_the_second_time(base, other):
    returned = bare(other)
    once = merge(base, returned).document

    again = merge(base, returned, once)

    assert compare(once, again.document).is_empty
    assert again.conflicts == ()


@some
@given(documents, documents)
def test_what_is_merged_says_what_the_file_says(base, other):
    returned = bare(other)

    merged = merge(base, returned)

    assert compare(bare(merged.document), returned).is_empty


@some
@given(documents, documents)
def test_what_somebody_else_wrote_is_never_overwritten(base, other):
    merged = merge(base, bare(base), other)

    assert merged.document == other
    assert merged.conflicts == ()


def test_lines_that_both_changed_are_named_and_stay():
    current = edited(REPORT, "Các xã phối hợp", "Mười lăm xã phối hợp")
    returned = edited(bare(REPORT), "Các xã phối hợp", "Toàn huyện phối hợp")
    returned = edited(returned, "nói chuyện", "sinh hoạt")

    merged = merge(REPORT, returned, current)

    assert merged.document == edited(current, "nói chuyện", "sinh hoạt")
    (clash,) = merged.conflicts
    assert clash.place == "mục II, đoạn 1"
    assert clash.current.startswith("Mười lăm xã")
    assert clash.returned.startswith("Toàn huyện")


@pytest.mark.parametrize("gone_in", ["file", "current"])
def test_a_line_that_one_took_away_and_the_other_changed_is_named(gone_in):
    shorter = with_blocks(REPORT, *REPORT.blocks[:8], REPORT.blocks[9])
    changed = edited(REPORT, "Các xã phối hợp", "Mười lăm xã phối hợp")
    file, current = (shorter, changed) if gone_in == "file" else (changed, shorter)

    merged = merge(REPORT, bare(file), current)

    assert merged.document == current
    assert [clash.place for clash in merged.conflicts] == ["mục II, đoạn 1"]


def test_a_header_that_both_changed_is_named_and_stays():
    def titled(document, title):
        return replace(document, header=replace(document.header, title=title))

    current, file = titled(REPORT, "Một trích yếu"), titled(bare(REPORT), "Trích yếu khác")

    merged = merge(REPORT, file, current)

    assert merged.document == current
    assert [(clash.place, clash.returned) for clash in merged.conflicts] == [
        ("trích yếu", "Trích yếu khác")
    ]


def test_what_both_moved_or_added_is_there_once():
    added = with_blocks(REPORT, *REPORT.blocks[:3], Paragraph("Đoạn mới."), *REPORT.blocks[3:])

    merged = merge(REPORT, bare(added), added)

    assert merged.document == added
    assert merged.conflicts == ()


def test_a_table_that_would_have_rows_of_two_lengths_stays_as_it_was():
    appendix = REPORT.appendices[0]
    table = appendix.blocks[0]

    def with_table(rows, columns=table.columns):
        some = replace(table, columns=columns, rows=rows)
        return replace(REPORT, appendices=(replace(appendix, blocks=(some, appendix.blocks[1])),))

    wide = with_table(tuple((*row, "x") for row in table.rows), (*table.columns, "Thêm"))
    other = ("3.2", "Lượt người dự", "1", "2", "3")
    current = with_table((*table.rows[:2], other))

    merged = merge(REPORT, bare(wide), current)

    assert merged.document.appendices[0].blocks[0] == current.appendices[0].blocks[0]
    assert any("bảng" in clash.place for clash in merged.conflicts)


@pytest.mark.promise("N8")
def test_a_figure_changed_a_second_time_stays_marked():
    returned = edited(bare(REPORT), "1.032 lượt", "1.320 lượt")
    once = merge(REPORT, returned).document
    again = merge(once, edited(bare(once), "1.320 lượt", "1.400 lượt"))

    (figure,) = again.changed
    assert (figure.old, figure.new) == ("1.320", "1.400")
    links = taken_apart(again.document.blocks[3].text).links
    assert links[1] == Link(35, 40, f"/so/5/3.2/?lan=1{OVERRIDDEN}")
