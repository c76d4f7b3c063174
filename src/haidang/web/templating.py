"""How templates are put together with less work: what comes out is to the letter what Django says.

A page of ours repeats hundreds of short words, and asks for dozens of signs and addresses that are
the same on every page; Django makes each anew (decision 0045).
"""

from functools import lru_cache
from html import escape

from django.template import Node
from django.template.context import Context
from django.utils.safestring import SafeString

SHORT = 120  # letters: what is said again and again


def escaped(words: str) -> SafeString:
    """Plain words as they stand in a page."""
    return _escaped(words) if len(words) <= SHORT else SafeString(escape(words))


@lru_cache(maxsize=8192)  # names of units, titles of tasks and a few dozen sentences
def _escaped(words: str) -> SafeString:
    return SafeString(escape(words))


def shown(value: object) -> str:
    """Any value as it stands in a page: what is marked as safe stays as it is."""
    return value if isinstance(value, SafeString) else escaped(str(value))


class Settled(Node):
    """A tag of which nothing depends on the page: made the first time that it is shown."""

    child_nodelists = ()

    def __init__(self, node: Node) -> None:
        self.node = node
        self.text: str | None = None

    def render(self, context: Context) -> str:
        """What the tag gave the first time."""
        if self.text is None:
            self.text = self.node.render(context)
        return self.text

    render_annotated = render
