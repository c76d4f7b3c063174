"""Marks inside a line: bold, figures that lead to their records, and what no file can hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.text.writing.marks import Run, cleaned, lines_of, runs_of, text_of, without_tail


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("", ()),
        ("một", (Run("một"),)),
        ("một **hai** ba", (Run("một "), Run("hai", bold=True), Run(" ba"))),
        ("một **hai", (Run("một **hai"),)),
        ("[[412|/so/7]] tin", (Run("412", path="/so/7"), Run(" tin"))),
        ("**[[412|/so/7]]**", (Run("412", bold=True, path="/so/7"),)),
        ("[[412]] và [[|/so]]", (Run("[[412]] và [[|/so]]"),)),
    ],
)
def test_marks_become_runs(text, runs):
    assert runs_of(text) == runs


@pytest.mark.parametrize(
    "path",
    ["https://x.vn", "//x.vn", "/\\x.vn", "javascript:alert(1)", "so/7", "", "/so 7", "/a\\b"],
)
def test_a_figure_leads_nowhere_but_to_a_path_of_our_own(path):
    assert runs_of(f"[[412|{path}]]") == (Run("412"),)


def test_what_no_file_can_hold_is_left_out_and_white_space_is_one_space():
    assert cleaned("a\x00\x0b\ud800\ufffeb\r\nc\td\u2028e") == "ab c d e"


def test_lines_are_cut_at_their_breaks():
    assert lines_of("một\n\r\n hai\u2028ba\n") == ["một", " hai", "ba"]
    assert lines_of(" \n ") == [""]


@given(st.lists(st.text(max_size=5)), st.integers(0, 30))
def test_a_tail_is_taken_off_across_runs(texts, count):
    runs = tuple(Run(text) for text in texts)
    whole = text_of(runs)

    assert text_of(without_tail(runs, count)) == whole[: max(len(whole) - count, 0)]
