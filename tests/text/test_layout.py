"""The decree's rules as data: what we write is lawful, and each rule says where it comes from."""

import pytest

from haidang.text.layout import (
    COMPONENTS,
    KINDS,
    MarginError,
    Margins,
    Page,
    SizeError,
    kind_of,
)
from haidang.text.layout.body import BODY, BODY_PARTS, HEADING_1, HEADING_2, HEADING_3, PAGE_NUMBER
from haidang.text.layout.boxes import BOXES, ISSUER, MOTTO, RECIPIENT, RECIPIENTS_HEAD, SUPERIOR
from haidang.text.layout.page import FIRST_LINE_MM, LINE_SPACING, PARAGRAPH_GAP_PT
from haidang.text.layout.widths import width_mm

# Nghị định 30/2020, Phụ lục I, mục V: sizes from and to, bold, italic, capitals
TYPE_TABLE = {
    "national-name": (12, 13, True, False, True),
    "motto": (13, 14, True, False, False),
    "superior": (12, 13, False, False, True),
    "issuer": (12, 13, True, False, True),
    "number": (13, 13, False, False, False),
    "place-date": (13, 14, False, True, False),
    "type-name": (13, 14, True, False, True),
    "subject": (13, 14, True, False, False),
    "dispatch-subject": (12, 13, False, False, False),
    "basis": (13, 14, False, True, False),
    "body": (13, 14, False, False, False),
    "heading-1": (13, 14, True, False, True),
    "heading-2": (13, 14, True, False, False),
    "heading-3": (13, 14, False, False, False),
    "authority": (13, 14, True, False, True),
    "signer": (13, 14, True, False, False),
    "addressee": (13, 14, False, False, False),
    "recipients-head": (12, 12, True, True, False),
    "recipient": (11, 11, False, False, False),
    "appendix-label": (14, 14, True, False, False),
    "appendix-title": (13, 14, True, False, True),
    "attached-to": (13, 14, False, True, False),
    "drafter": (11, 11, False, False, False),
    "contact": (11, 12, False, False, False),
    "page-number": (13, 14, False, False, False),
    "urgency": (13, 14, True, False, True),
    "circulation": (13, 14, True, False, True),
}


@pytest.mark.parametrize("key", TYPE_TABLE)
def test_components_follow_the_type_table_of_the_decree(key):
    component = COMPONENTS[key]

    looks = (*component.sizes, component.bold, component.italic, component.upper)

    assert looks == TYPE_TABLE[key]


@pytest.mark.parametrize("component", COMPONENTS.values(), ids=lambda component: component.key)
def test_each_component_is_written_lawfully_and_names_its_article(component):
    assert component.allows(component.size)
    assert component.article.startswith("NĐ 30/2020, Phụ lục I, Phần I, mục I")


def test_no_two_components_share_a_key_or_a_style_name():
    assert len(COMPONENTS) == len({*BOXES, *BODY_PARTS}) == len(BOXES) + len(BODY_PARTS)
    assert len({component.name for component in COMPONENTS.values()}) == len(COMPONENTS)


def test_the_body_keeps_indent_spacing_and_gap_of_the_decree():
    assert (BODY.first_line, BODY.after) == (FIRST_LINE_MM, PARAGRAPH_GAP_PT) == (12.7, 6)
    assert LINE_SPACING[0] <= BODY.line <= LINE_SPACING[1]


def test_headings_stand_in_the_outline_and_stay_with_what_follows():
    assert [part.outline for part in (HEADING_1, HEADING_2, HEADING_3)] == [1, 2, 3]
    assert all(part.keep_next for part in (HEADING_1, HEADING_2, HEADING_3))


def test_lines_are_drawn_under_the_motto_and_the_issuer_only():
    assert MOTTO.rule_below == (1, 1)
    assert ISSUER.rule_below == (1 / 3, 1 / 2)
    assert SUPERIOR.rule_below is None


def test_every_box_of_the_decree_that_is_type_has_a_rule():
    # 7c is a signature and 8 a seal: pictures, not type
    wanted = {"1", "2", "3", "4", "5a", "5b", "7a", "7b", "9a", "9b", "10a", "10b", "11", "12"}

    assert {part.box for part in BOXES} == wanted | {"13", "14"}
    assert PAGE_NUMBER.box == "page"


def test_a_component_in_another_size_must_stay_lawful():
    assert MOTTO.at(14).size == 14
    with pytest.raises(SizeError, match="Danh sách nơi nhận: cỡ chữ 12"):
        RECIPIENT.at(12)
    assert RECIPIENTS_HEAD.at(12) == RECIPIENTS_HEAD


@pytest.mark.parametrize(
    ("side", "least", "most"),
    [("top", 20, 25), ("bottom", 20, 25), ("left", 30, 35), ("right", 15, 20)],
)
def test_margins_outside_the_decree_are_refused(side, least, most):
    assert Margins(**{side: least}) != Margins(**{side: most})
    for wrong in (least - 1, most + 1):
        with pytest.raises(MarginError, match=f"{least} đến {most} mm"):
            Margins(**{side: wrong})


def test_a_page_is_a4_upright_or_turned():
    upright, turned = Page(), Page(landscape=True)

    assert (upright.width, upright.height) == (210, 297) == (turned.height, turned.width)
    assert (upright.text_width, upright.text_height) == (165, 257)
    assert (turned.text_width, turned.text_height) == (252, 170)


def test_the_decree_has_29_types_and_two_without_abbreviation():
    abbreviations = [kind.abbreviation for kind in KINDS if kind.abbreviation]

    assert len(KINDS) == 29
    assert len(set(abbreviations)) == len(abbreviations) == 27


def test_kinds_are_found_in_any_case_and_unicode_form():
    assert kind_of("KẾ HOẠCH").abbreviation == "KH"
    assert kind_of("Tờ trình").abbreviation == "TTr"
    assert kind_of("Báo cáo").template == "1.4"
    assert kind_of("thư tình") is kind_of(None) is None


def test_widths_are_those_of_times_new_roman():
    assert width_mm("Độc lập - Tự do - Hạnh phúc", 13, bold=True) == pytest.approx(56.14, abs=0.01)
    assert width_mm("ểệâÂ", 12) == width_mm("eeaA", 12)
    assert width_mm("ưƯ", 12) > width_mm("uU", 12)
    assert width_mm("ờ", 12) == width_mm("ơ", 12) > width_mm("o", 12)
    assert width_mm("កខ", 12) > 0
    assert width_mm("\N{COMBINING ACUTE ACCENT}", 12) == 0
