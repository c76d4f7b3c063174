"""A document that comes back is merged: words are taken, figures keep the way to their records."""

from dataclasses import replace

import pytest

from haidang.text.blocks import Appendix, Heading, Paragraph, Table
from haidang.text.compare import compare
from haidang.text.merge import merge
from tests.text.comparing import REPORT, bare, edited, with_blocks


def back(**edits):
    return edited(bare(REPORT), **edits)


def told(figures):
    return [(one.words, one.old, one.new) for one in figures]


def test_a_file_that_nobody_edited_changes_nothing():
    merged = merge(REPORT, bare(REPORT))

    assert merged.document == REPORT
    assert merged.likeness == 1
    assert not any(
        (merged.changed, merged.gone, merged.doubled, merged.lost_bold, merged.conflicts)
    )


def test_a_changed_word_is_taken_and_figures_keep_their_links():
    merged = merge(REPORT, back(was="buổi nói chuyện", now="buổi sinh hoạt"))

    assert merged.document == edited(REPORT, "buổi nói chuyện", "buổi sinh hoạt")
    assert merged.changed == ()


@pytest.mark.promise("N8")
def test_a_figure_changed_by_hand_is_named_with_place_words_old_and_new_value():
    merged = merge(REPORT, back(was="1.032 lượt", now="1.320 lượt"))

    (figure,) = merged.changed
    assert (figure.place, figure.words) == ("mục I.1, đoạn 1", "lượt người dự")
    assert (figure.old, figure.new, figure.path) == ("1.032", "1.320", "/so/5/3.2/?lan=1")
    assert "[[1.320|/so/5/3.2/?lan=1#sua-tay]] lượt" in merged.document.blocks[3].text


@pytest.mark.promise("N8")
def test_a_restored_figure_stands_as_before():
    returned = back(was="1.032 lượt", now="1.320 lượt")
    (figure,) = merge(REPORT, returned).changed

    merged = merge(REPORT, returned, restored={figure.key})

    assert merged.document == REPORT
    assert merged.changed == (figure,)


@pytest.mark.promise("N8")
def test_the_same_figure_left_as_it_was_elsewhere_is_named():
    returned = back(was="1.032 lượt", now="1.320 lượt")
    merged = merge(REPORT, returned)

    (figure,), (stale,) = merged.changed, merged.stale
    assert (stale.key, stale.value) == (figure.key, "1.032")
    assert stale.place == "Phụ lục, bảng 1, hàng 3 “Lượt người dự”"
    assert "cột “Tổng”" in stale.words
    assert merge(REPORT, returned, restored={figure.key}).stale == ()


def test_a_figure_changed_everywhere_is_stale_nowhere():
    assert merge(REPORT, back(was="1.032", now="1.320")).stale == ()


@pytest.mark.promise("N8")
def test_a_figure_changed_in_a_table_is_named_by_row_and_column():
    merged = merge(REPORT, back(was="412*", now="512*"))

    assert told(merged.changed) == [("3.2 Lượt người dự, cột “Mỹ Long Nam”", "412", "512")]
    table = merged.document.appendices[0].blocks[0]
    assert table.rows[2][2] == "[[512|/so/5/3.2/7/?lan=1#sua-tay]]*"
    assert table.rows[1] == REPORT.appendices[0].blocks[0].rows[1]


def test_the_same_number_written_another_way_is_no_change():
    merged = merge(REPORT, back(was="1.032", now="1032"))

    assert merged.document == REPORT
    assert merged.changed == ()


def test_paragraphs_that_came_went_and_moved_are_taken():
    one, two, three, four, *others = bare(REPORT).blocks
    returned = with_blocks(
        bare(REPORT), one, two, three, Paragraph("Thêm đoạn này."), four, *others[:-2], others[-1]
    )

    merged = merge(REPORT, returned)

    expected = [*REPORT.blocks]
    expected.insert(3, Paragraph("Thêm đoạn này."))
    del expected[-2]
    assert merged.document == with_blocks(REPORT, *expected)


def test_a_paragraph_that_moved_takes_its_figures_along():
    blocks = [*bare(REPORT).blocks]
    blocks.insert(1, blocks.pop(6))

    merged = merge(REPORT, with_blocks(bare(REPORT), *blocks))

    assert merged.document.blocks[1] == REPORT.blocks[6]
    assert merged.gone == ()


def test_figures_of_a_paragraph_that_is_gone_are_named():
    blocks = [block for at, block in enumerate(bare(REPORT).blocks) if at != 6]

    merged = merge(REPORT, with_blocks(bare(REPORT), *blocks))

    assert [(one.value, one.words, one.path) for one in merged.gone] == [
        ("120", "buổi trên đài truyền thanh", "/so/5/1.1/?lan=1")
    ]


def test_a_paragraph_that_was_copied_has_its_figure_twice_and_says_so():
    blocks = [*bare(REPORT).blocks]
    blocks.insert(9, blocks[6])

    merged = merge(REPORT, with_blocks(bare(REPORT), *blocks))

    assert merged.document.blocks[9] == REPORT.blocks[6]
    assert [(one.value, one.words, one.place) for one in merged.doubled] == [
        ("120", "buổi trên đài truyền thanh", "mục II, đoạn 2")
    ]


def test_bold_words_that_were_rewritten_are_told_and_the_others_stay_bold():
    merged = merge(REPORT, back(was="thiết thực", now="phong phú"))

    assert merged.document.blocks[4] == Paragraph(
        "Nội dung phong phú, có tiếng Khmer.", bullet=True
    )
    assert merged.lost_bold == (("mục I.1, đoạn 2", "thiết thực"),)


def test_renumbered_headings_are_taken_and_are_no_change():
    blocks = [*bare(REPORT).blocks]
    blocks.insert(2, Heading(2, "1", "Chỉ đạo, điều hành"))
    blocks[3], blocks[6] = Heading(2, "2", "Tuyên truyền"), Heading(2, "3", "Phát thanh")

    merged = merge(REPORT, with_blocks(bare(REPORT), *blocks))

    labels = [one.label for one in merged.document.blocks if isinstance(one, Heading)]
    assert labels == ["I", "1", "2", "3", "II"]
    assert [change.place for change in compare(REPORT, merged.document).changes] == [
        "mục I.1, tên mục"
    ]


def test_header_signature_and_lists_are_merged_and_a_typed_number_is_not_taken():
    file = bare(REPORT)
    header = replace(file.header, number="15", title="Kết quả thông tin đối ngoại năm 2024")
    header = replace(header, issuer="ỦY BAN NHÂN DÂN HUYỆN CẦU NGANG")
    file = replace(
        file,
        header=header,
        signature=replace(file.signature, name="Chủ trì"),
        recipients=("Như trên", "CT, các PCT UBND huyện", "Đồn Biên phòng", "Lưu: VT, Phòng VH&TT"),
    )

    merged = merge(REPORT, file)

    assert merged.document.header == replace(
        REPORT.header, title="Kết quả thông tin đối ngoại năm 2024"
    )
    assert merged.document.signature == replace(REPORT.signature, name="Chủ trì")
    assert merged.document.recipients == (
        "CT, các PCT UBND huyện",
        "Đồn Biên phòng",
        "Lưu: VT, Phòng VH&TT",
    )
    assert [(one.place, one.value) for one in merged.not_taken] == [("số văn bản", "15")]


def test_rows_of_a_table_come_and_go_and_its_looks_stay():
    appendix = bare(REPORT).appendices[0]
    table = appendix.blocks[0]
    rows = (*table.rows[:2], ("3.3", "Buổi có tiếng Khmer", "2", "3", "5"))
    file = replace(
        bare(REPORT),
        appendices=(replace(appendix, blocks=(replace(table, rows=rows), appendix.blocks[1])),),
    )

    merged = merge(REPORT, file)

    before = REPORT.appendices[0].blocks[0]
    assert merged.document.appendices[0].blocks[0] == replace(
        before, rows=(*before.rows[:2], rows[2])
    )
    assert [one.value for one in merged.gone] == ["412", "620", "1.032"]


def test_a_column_that_came_in_keeps_the_links_of_the_others():
    appendix = bare(REPORT).appendices[0]
    table = appendix.blocks[0]

    def wider(row, word):
        return (*row[:3], word, *row[3:])

    wide = Table(wider(table.columns, "Vinh Kim"), tuple(wider(row, "5") for row in table.rows))
    file = replace(bare(REPORT), appendices=(replace(appendix, blocks=(wide, appendix.blocks[1])),))

    merged = merge(REPORT, file)

    before = REPORT.appendices[0].blocks[0]
    after = merged.document.appendices[0].blocks[0]
    assert after.rows[1:] == tuple(wider(row, "5") for row in before.rows[1:])
    assert after.widths == ()
    assert merged.gone == ()


def test_appendices_come_and_go_whole():
    file = bare(REPORT)
    other = Appendix("Phụ lục", "DANH SÁCH LOA", "", (Paragraph("Ấp Bốn: một cụm loa."),))

    merged = merge(REPORT, replace(file, appendices=(other,)))

    assert merged.document.appendices == (other,)
    assert len(merged.gone) == 6


def test_marks_typed_in_a_file_lead_nowhere():
    returned = back(was="Đồn Biên phòng", now="Đồn [[9.999|/so/1/3.2/]] và **đậm**")

    merged = merge(REPORT, returned)

    assert "[[" not in merged.document.blocks[8].text
    assert "**" not in merged.document.blocks[8].text


def test_words_in_common_tell_another_document():
    other = with_blocks(bare(REPORT), Paragraph("Quyết định khen thưởng các tập thể."))

    assert merge(REPORT, replace(other, appendices=(), recipients=())).likeness < 0.3
