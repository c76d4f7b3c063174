"""Comparing two texts or two documents: what changed, came, went and moved, word by word.

A word processor's noise (quotes, dashes, blanks, forms of numbers, renumbering) is no change.
"""

from haidang.text.compare.documents import Change, Comparison, compare
from haidang.text.compare.paragraphs import Kind, Turn, applied, compare_paragraphs
from haidang.text.compare.wording import Mark, Passage, is_same, passages

__all__ = [
    "Change",
    "Comparison",
    "Kind",
    "Mark",
    "Passage",
    "Turn",
    "applied",
    "compare",
    "compare_paragraphs",
    "is_same",
    "passages",
]
