"""Gives a passage its role."""

from haidang.text.checking.passages import Box, Passage
from haidang.text.layout import Component


def named(
    component: Component, passage: Passage, *, loose: bool = False, apart: bool = False
) -> Box:
    """The passage as that box, whole."""
    passage.role, passage.loose, passage.apart = component, loose or apart, apart
    return Box(component, passage.plain, passage)
