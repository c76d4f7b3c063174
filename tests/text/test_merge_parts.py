"""What is merged of a document besides its body, and the odd shapes of lines and figures."""

from dataclasses import replace

import pytest

from haidang.text.blocks import Heading, Paragraph, Signature
from haidang.text.merge import merge
from haidang.text.merge.carrying import carry, settled
from haidang.text.merge.marked import put_together, taken_apart
from tests.text.comparing import REPORT, bare, edited, with_blocks

PARTED = replace(
    REPORT, drafter="PL.(5)", acting="CHỦ TỊCH ỦY BAN", cosigners=(Signature(("X",), "THƯ KÝ"),)
)


def test_parts_that_there_is_one_of_are_taken_over():
    appendix = REPORT.appendices[0]
    wanted = replace(
        PARTED,
        drafter="PL.(7)",
        signature=Signature(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH"),
        cosigners=(Signature(("X",), "THƯ KÝ CUỘC HỌP", "Người Ký"),),
        appendices=(replace(appendix, title="SỐ LIỆU CÁC XÃ", attached_to=""),),
    )

    merged = merge(PARTED, bare(wanted))

    assert merged.document == wanted


def test_parts_that_were_read_as_lines_of_the_text_stay_parts():
    file = replace(bare(REPORT), signature=Signature())
    lines = [Paragraph("KT. CHỦ TỊCH"), Paragraph("PHÓ CHỦ TỊCH"), Paragraph("Một câu thêm.")]
    file = with_blocks(file, *file.blocks, *lines)

    merged = merge(REPORT, file)

    assert merged.document == with_blocks(REPORT, *REPORT.blocks, lines[2])


def test_an_appendix_that_came_in_and_one_that_both_have_are_told_apart():
    extra = replace(REPORT.appendices[0], label="Phụ lục II", title="LOA", blocks=(
        Paragraph("Ấp Bốn: một cụm."),
    ))  # fmt: skip
    file = replace(bare(REPORT), appendices=(extra, *bare(REPORT).appendices))

    merged = merge(REPORT, file)

    assert merged.document.appendices == (*REPORT.appendices, extra)
    assert merged.gone == ()


def test_a_paragraph_of_two_lines_stays_one():
    base = with_blocks(REPORT, Paragraph("Dòng một.\nDòng hai."), Heading(3, "", "Không số"))
    file = with_blocks(bare(base), Paragraph("Dòng một."), Paragraph("Dòng hai rưỡi."),
                       Heading(3, "", "Không số"))  # fmt: skip

    merged = merge(base, file)

    assert merged.document.blocks[0] == Paragraph("Dòng một.\nDòng hai rưỡi.")


def test_a_numbered_paragraph_that_was_read_as_a_heading_stays_a_paragraph():
    base = with_blocks(REPORT, Paragraph("a) Tổ chức hội thi."), Paragraph("b) Treo băng rôn."))
    file = with_blocks(bare(base), Heading(3, "a", "Treo băng rôn."))

    assert merge(base, file).document.blocks == (Paragraph("a. Treo băng rôn."),)


@pytest.mark.parametrize(
    ("old", "text", "expected"),
    [
        ("đạt [[2/3|/so/1]] xã", "đạt 2/3 xã", [("2/3", "kept", "2/3")]),
        ("đạt [[2/3|/so/1]] xã", "đạt 5/8 xã", [("2/3", "changed", "5/8")]),
        ("[[không|/so/1]] có", "không có", [("không", "kept", "không")]),
        ("[[không|/so/1]] có", "có", [("không", "gone", "")]),
        ("[[12 buổi|/so/1]] mới", "12 phiên mới", [("12 buổi", "kept", "12")]),
        ("giảm -[[5|/so/1]] xã", "giảm 5 xã", [("5", "changed", "5")]),
        ("[[…|/so/1]]", "…", [("…", "kept", "…")]),
    ],
)
def test_figures_of_every_shape_have_a_fate(old, text, expected):
    carried = carry(taken_apart(old), text)

    assert [(one.was, str(one.fate), one.now) for one in carried.figures] == expected
    assert taken_apart(put_together(settled(carried))).text == text


def test_a_moved_line_that_somebody_else_changed_or_took_away_stays_as_they_left_it():
    one, *others = REPORT.blocks
    moved = bare(with_blocks(REPORT, *others, one))
    changed = edited(REPORT, "như sau", "dưới đây")
    gone = with_blocks(REPORT, *others)

    assert merge(REPORT, moved, changed).document == changed
    assert merge(REPORT, moved, gone).document == gone
    assert merge(REPORT, moved, changed).conflicts == ()
