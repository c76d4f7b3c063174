"""Gives a passage its role."""

from haidang.text.checking.passages import Box, Passage
from haidang.text.layout import Component
from haidang.text.understanding.folded import plain


def named(component: Component, passage: Passage, *, loose: bool = False) -> Box:
    """The passage as that box, whole."""
    passage.role, passage.loose = component, loose
    return Box(component, plain(passage.text), passage)
