import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.documents.signatures.wording import MOST_CHANGES, Change, compared
from haidang.text.reading import read

SAMPLES = Path(__file__).parents[2] / "samples"
DRAFT = """Số:      /KH-UBND        Mỹ Long, ngày      tháng 11 năm 2024
KẾ HOẠCH
Công tác thông tin đối ngoại năm 2025

1. Tổ chức 12 buổi phát thanh, đạt 95% kế hoạch.
2. Ủy ban nhân dân các xã báo cáo trước ngày 30 tháng 11."""


def differing(signed, sent=DRAFT):
    return [(change.old, change.new) for change in compared(sent, signed, same_page=True).changes]


def test_the_same_text_is_the_same():
    found = compared(DRAFT, DRAFT, same_page=True)

    assert (found.is_same, found.printed, found.alike) == (True, (), 1.0)


def test_number_and_day_may_be_printed_where_they_were_left_open():
    signed = DRAFT.replace("Số:      /", "Số: 99/").replace("ngày      tháng", "ngày 25 tháng")

    found = compared(DRAFT, signed, same_page=True)

    assert (found.changes, found.printed) == ((), ("Số: 99", "ngày 25"))


def test_a_number_that_was_there_may_not_become_another():
    numbered = DRAFT.replace("Số:      /", "Số: 98/")

    assert differing(numbered.replace("98", "99"), numbered) == [("98", "99")]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("12 buổi", "15 buổi", ("12", "15")),
        ("95%", "95", ("%", "")),
        ("30 tháng", "20 tháng", ("30", "20")),
        (" các xã", "", ("các xã", "")),
        ("báo cáo trước", "không báo cáo trước", ("", "không")),
        ("12 buổi", "12.000 buổi", ("12", "12.000")),
    ],
)
def test_each_other_word_is_told_with_old_and_new(old, new, told):
    assert differing(DRAFT.replace(old, new)) == [told]


def test_a_change_is_shown_among_its_neighbours():
    (change,) = compared(DRAFT, DRAFT.replace("12", "15"), same_page=True).changes

    assert change == Change("12", "15", "năm 2025 1. Tổ chức", "buổi phát thanh, đạt 95")


@pytest.mark.parametrize(
    "box",
    [
        "Người ký: Phó Chủ tịch\nCơ quan: UBND huyện Thử\nThời gian ký: 25/11/2024 14:30",
        "Ký bởi: Ủy ban nhân dân\nhuyện Thử",
        "Digitally signed by Pho Chu tich",
        "99/KH-UBND; 25/11/2024; 14:05:03 +07:00",
    ],
)
def test_the_box_of_a_signature_is_told_as_printed(box):
    found = compared(DRAFT, f"{DRAFT}\n{box}", same_page=True)

    assert (found.changes, found.printed) == ((), (" ".join(box.split()),))


def test_words_that_stand_beside_a_box_are_not_taken_for_it():
    signed = f"{DRAFT}\nKý bởi: Văn thư\n\n3. Bãi bỏ kế hoạch trước.\nThêm một dòng nữa"

    assert [new for _, new in differing(signed)] == [
        "Ký bởi: Văn thư 3. Bãi bỏ kế hoạch trước. Thêm một dòng nữa"
    ]


def test_page_numbers_are_no_change_but_a_figure_in_a_cell_is():
    paged = DRAFT.replace("\n2. Ủy", "\n\f\n          2\n2. Ủy")
    elsewhere = DRAFT.replace("\n1. Tổ", "\n\f\n   - 2 -\n\n1. Tổ")

    assert differing(paged) == differing(elsewhere) == differing(elsewhere, sent=paged) == []
    assert differing(paged, sent=elsewhere) == []
    assert differing(DRAFT.replace("\n2. Ủy", "\n\f\n412\n2. Ủy")) == [("", "412")]
    assert differing(DRAFT.replace("\n2. Ủy", "\n2\n2. Ủy")) == [("", "2")]


def test_what_stands_in_another_order_only_is_told_as_moved():
    sent, signed = "ỦY BAN\nHUYỆN THỬ\nCỘNG HÒA\nĐộc lập", "ỦY BAN   CỘNG HÒA\nHUYỆN THỬ   Độc lập"

    assert compared(sent, signed, same_page=False).is_same
    assert len(compared(sent, signed, same_page=False).moved) == 2
    assert not compared(sent, signed, same_page=True).is_same


def test_the_founding_plan_reads_the_same_from_docx_and_pdf():
    docx, pdf = (read(SAMPLES / f"99-KH-UBND.{kind}").text for kind in ("docx", "pdf"))

    found = compared(docx, pdf, same_page=False)

    assert (found.changes, found.printed) == ((), ())


def test_another_document_is_told_from_a_changed_one():
    plan = read(SAMPLES / "99-KH-UBND.txt").text

    assert compared(DRAFT, plan, same_page=False).is_other_document
    assert not compared(plan, plan.replace("biển", "rừng"), same_page=True).is_other_document


def test_very_many_changes_are_counted_and_not_all_told():
    words = [f"chữ{n} giữ{n}" for n in range(MOST_CHANGES + 40)]
    signed = " ".join(words).replace("chữ", "khác")

    found = compared(" ".join(words), signed, same_page=True)

    assert (len(found.changes), found.left_off) == (MOST_CHANGES, 40)


WORD = st.text("abcđêổ", min_size=1, max_size=4)


@given(st.lists(WORD, min_size=1, max_size=30), st.data())
def test_no_replaced_word_goes_unseen(words, data):
    place = data.draw(st.integers(0, len(words) - 1))
    changed = [*words[:place], "KHÁC", *words[place + 1 :]]

    found = compared(" ".join(words), " ".join(changed), same_page=True)

    assert [change.new for change in found.changes if re.search("KHÁC", change.new)]
