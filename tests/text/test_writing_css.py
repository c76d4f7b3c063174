"""The preview's style sheet says of each component what the layout says."""

from pathlib import Path

import haidang
from haidang.text.writing.css import paper_rules

PAPER = Path(haidang.__file__).parent / "web/static/haidang/paper.css"


def test_paper_css_holds_the_rules_of_the_layout():
    # Where the layout changed on purpose, put what paper_rules() returns into paper.css
    assert paper_rules() in PAPER.read_text(encoding="utf-8")


def test_a_rule_gives_size_weight_slant_and_place():
    assert (
        ".paper .paper-place-date{font-size:calc(13*var(--pt));font-weight:400;font-style:italic;"
        "text-align:center;line-height:1.15;margin-top:calc(4*var(--pt))}"
    ) in paper_rules().splitlines()


def test_the_sheet_is_one_that_older_browsers_read():
    css = PAPER.read_text(encoding="utf-8")

    for newer in ("aspect-ratio", "inset:", ":has(", ":is(", "@layer", "@container", "flex"):
        assert newer not in css
