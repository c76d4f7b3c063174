"""Signs and addresses: where a template names them in full, they are made once for all pages.

Loaded into every template by settings (`builtins`), where they stand before Django's own.
"""

from django.template import Library, Node, library
from django.template.base import FilterExpression, Parser, Token
from django.template.context import Context
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as any_address
from django.templatetags.static import StaticNode, do_static
from django.urls import NoReverseMatch

from haidang.web.addresses import address_of
from haidang.web.templatetags import kit
from haidang.web.templating import Settled, shown

register = Library()
any_icon = kit.register.tags["icon"]


@register.tag
def icon(parser: Parser, token: Token) -> Node:
    """`{% icon "send" %}`, as in the kit."""
    node = any_icon(parser, token)
    assert isinstance(node, library.SimpleNode)
    is_whole = not node.kwargs and node.target_var is None and all(map(_is_said, node.args))
    return Settled(node) if is_whole else node


@register.tag
def static(parser: Parser, token: Token) -> Node:
    """`{% static "haidang/app.js" %}`, as Django has it."""
    node = do_static(parser, token)
    assert isinstance(node, StaticNode)
    return Settled(node) if node.varname is None and _is_said(node.path) else node


@register.tag
def url(parser: Parser, token: Token) -> Node:
    """`{% url "activity" entry.pk %}`, as Django has it; ours are remembered."""
    node = any_address(parser, token)
    assert isinstance(node, URLNode)
    if node.kwargs or not _is_said(node.view_name) or ":" in node.view_name.var:
        return node
    ours = Address(node.view_name.var, node.args, node.asvar)
    return ours if node.args or node.asvar else Settled(ours)


class Address(Node):
    """The address of a page by its name and what it is of; `as` keeps it for later."""

    child_nodelists = ()

    def __init__(self, name: str, args: list[FilterExpression], kept_as: str | None) -> None:
        self.name, self.args, self.kept_as = name, args, kept_as

    def render(self, context: Context) -> str:
        """The address, as it stands in the page; a page that does not exist has none to keep."""
        args = [arg.resolve(context) for arg in self.args]
        if not self.kept_as:
            return shown(address_of(self.name, *args))
        try:
            context[self.kept_as] = address_of(self.name, *args)
        except NoReverseMatch:
            context[self.kept_as] = ""
        return ""


def _is_said(words: FilterExpression) -> bool:
    """Whether a tag is given words, and not something that each page fills in."""
    return not words.filters and isinstance(words.var, str)
