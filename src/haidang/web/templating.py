"""How templates are put together with less work: what comes out is to the letter what Django says.

A page of ours shows hundreds of short words, and asks for dozens of signs and addresses that are
the same on every page. Django looks at each word for lazy words, moments and numbers, and makes
each sign and address anew (decision 0045).
"""

from collections.abc import Callable
from functools import lru_cache
from html import escape

from django.template import Node, Origin, Template
from django.template.base import Parser, Token, VariableNode, render_value_in_context
from django.template.context import Context
from django.template.loaders import app_directories
from django.utils.safestring import SafeString

SHORT = 120  # letters: what is said again and again
Compile = Callable[[Parser, Token], Node]


class Loader(app_directories.Loader):
    """Django's own loader; what its templates show is shown by `Shown`."""

    def get_template(self, template_name: str, skip: list[Origin] | None = None) -> Template:
        """The template as Django reads it."""
        template = super().get_template(template_name, skip)
        for node in template.nodelist.get_nodes_by_type(VariableNode):
            if type(node) is VariableNode:
                node.__class__ = Shown
        return template


class Shown(VariableNode):
    """`{{ words }}`: plain words and whole numbers go straight to the page."""

    def render_annotated(self, context: Context) -> str:
        """The value as it stands in the page."""
        value = self.filter_expression.resolve(context)
        kind = type(value)
        if kind is str:
            return escaped(value) if context.autoescape else str(value)
        if isinstance(value, SafeString):
            return value
        return str(value) if kind is int else render_value_in_context(value, context)


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
