"""Small documents written for the tests of reading: one for each shape that offices use."""

from pathlib import Path

from haidang.text.blocks import Source
from haidang.text.understanding import understand

HERE = Path(__file__).resolve().parent
FOUNDING = HERE.parents[1] / "samples" / "99-KH-UBND.txt"


def shape(name):
    return (HERE / "shapes" / f"{name}.txt").read_text("utf-8")


def reading_of(text):
    return understand(Source(text, "txt"))


def told(reading):
    """Label, unit and deadline phrase of each duty."""
    return [(d.label, d.unit, d.deadline.phrase if d.deadline else None) for d in reading.duties]


PLAN_BY_LINES = shape("plan_by_lines")
DECISION = shape("decision")
LETTER_ON_A_PAGE = shape("letter_on_a_page")
MINUTES = shape("minutes")
REPORT = shape("report")
PLAN_BEHIND_DECISION = shape("plan_behind_decision")
CIRCULAR = shape("circular")
PLAN_ON_A_PAGE = shape("plan_on_a_page")
PLAN_BY_ATTRIBUTES = shape("plan_by_attributes")
LETTER_WITHOUT_BLANKS = shape("letter_without_blanks")
SIGNED_BY_PARTIES = shape("signed_by_parties")
PLAN_WITH_A_FORM = shape("plan_with_a_form")
