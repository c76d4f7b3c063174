"""What our own writer writes keeps to the decree, for every type it can write (issue 4)."""

from dataclasses import replace

import pytest

from haidang.text.blocks import Heading, Paragraph, Signature
from haidang.text.checking import check
from haidang.text.layout import KINDS, Margins
from haidang.text.layout.numbering import label_of, roman, value_of
from haidang.text.writing import write_docx
from tests.text.flawed import good
from tests.text.papers import PROSE
from tests.text.test_writing_samples import plan  # noqa: F401 a fixture

ADDRESSED = {"công văn", "tờ trình", "báo cáo", "công điện", "thư công"}


def of_kind(kind):
    symbol = f"{kind.abbreviation}-UBND" if kind.abbreviation else "UBND-VX"
    header = replace(good().header, document_type=kind.name.capitalize(), symbol=symbol)
    (annex,) = good().appendices
    note = annex.attached_to.replace("Báo cáo", kind.name.capitalize())
    return replace(
        good(),
        header=header,
        addressees=good().addressees if kind.name in ADDRESSED else (),
        appendices=(replace(annex, attached_to=note),),
    )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_type_is_written_without_a_finding(kind):
    assert check(write_docx(of_kind(kind))) == ()


@pytest.mark.parametrize("number", [None, "7", "1466"])
@pytest.mark.parametrize("date", [None, "2026", "2026-02", "2026-01-09", "2026-12-31"])
def test_every_number_and_date_is_written_without_a_finding(number, date):
    header = replace(good().header, number=number, date=date)

    assert check(write_docx(replace(good(), header=header))) == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"addressees": ()},
        {"addressees": ("Ủy ban nhân dân tỉnh Trà Vinh",)},
        {"legal_bases": ()},
        {"legal_bases": ("Căn cứ Luật Biên phòng Việt Nam",)},
        {"appendices": ()},
        {"recipients": ()},
        {"drafter": "PL.(300)"},
        {"signature": Signature(("KT. CHỦ TỊCH",), "PHÓ CHỦ TỊCH", None)},
        {"signature": Signature(("TL. CHỦ TỊCH",), "CHÁNH VĂN PHÒNG", None)},
        {"signature": Signature((), "CHỦ TỊCH", None)},
    ],
    ids=str,
)
def test_every_box_may_be_left_out_or_filled_otherwise(changes):
    assert check(write_docx(replace(good(), **changes))) == ()


def test_other_lawful_margins_bring_no_finding():
    assert check(write_docx(good(), Margins(25, 25, 35, 20))) == ()


def test_all_that_the_founding_plan_is_advised_is_about_its_own_words(plan):  # noqa: F811
    (advice,) = check(write_docx(plan))

    assert (advice.found, advice.due, advice.severity) == ("Yêu Cầu", "Yêu cầu", "advice")


def test_a_body_under_a_superior_with_points_to_the_last_letter_has_no_finding():
    header = replace(
        good().header,
        superior="UBND huyện Cầu Ngang",
        issuer="Phòng Văn hóa và Thông tin",
        symbol="BC-VHTT",
    )
    points = tuple(
        block
        for number in range(1, 12)
        for block in (Heading(3, label_of(number, "a"), "Một việc"), Paragraph(PROSE))
    )
    blocks = (Heading(1, "I", "Việc"), Heading(2, "1", "Các việc"), *points)

    assert check(write_docx(replace(good(), header=header, blocks=blocks, appendices=()))) == ()


def test_labels_and_numbers_are_each_other_s_inverse():
    for number in range(1, 23):
        assert value_of(label_of(number, "I")) == number
        assert value_of(label_of(number, "a"), letters=True) == number
        assert value_of(label_of(number, "Chương I")) == number
        assert value_of(label_of(number, "7")) == number


@pytest.mark.parametrize("label", ["f", "w", "ă", "aa", ""])
def test_letters_that_the_decree_leaves_out_are_no_points(label):
    assert value_of(label, letters=True) is None


@pytest.mark.parametrize(("label", "number"), [("Phần thứ hai", 2), ("B", 2), ("Điều 3a", None)])
def test_other_labels(label, number):
    assert value_of(label) == number


@pytest.mark.parametrize("number", [0, 50])
def test_roman_numbers_end(number):
    with pytest.raises(ValueError):
        roman(number)
