"""The plain controls of a form, put together without a template each.

A form of thirty controls took Django seventy small templates, half of what the page of the log
cost. What comes out is to the letter what Django's own templates say (`tests/web/test_controls.py`
holds both against each other); a widget with a template of its own still goes through that.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.formats import localize
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

Widget = Mapping[str, Any]


def input_tag(widget: Widget) -> SafeString:
    """An `<input>` of any type."""
    value = "" if widget["value"] is None else f' value="{_as_text(widget["value"])}"'
    head = f'<input type="{_shown(widget["type"])}" name="{_shown(widget["name"])}"'
    return SafeString(f"{head}{value}{_attributes(widget['attrs'])}>")


def textarea(widget: Widget) -> SafeString:
    """A box for words of several lines."""
    words = _shown(widget["value"]) if widget["value"] else ""
    head = f'<textarea name="{_shown(widget["name"])}"{_attributes(widget["attrs"])}>'
    return SafeString(f"{head}\n{words}</textarea>")


def option_tag(widget: Widget) -> SafeString:
    """One choice of a list."""
    value, facts = _as_text(widget["value"]), _attributes(widget["attrs"])
    return SafeString(f'<option value="{value}"{facts}>{_shown(widget["label"])}</option>')


def choice_tag(widget: Widget) -> SafeString:
    """A radio button or a box to tick, in its label where it brings one."""
    control = input_tag(widget)
    if not widget.get("wrap_label"):
        return control
    of = f' for="{_shown(widget["attrs"]["id"])}"' if widget["attrs"].get("id") else ""
    return SafeString(f"<label{of}>{control}\n {_shown(widget['label'])}</label>")


def select(widget: Widget) -> SafeString:
    """A list that opens, its choices in groups where they have any."""
    parts = [f'<select name="{_shown(widget["name"])}"{_attributes(widget["attrs"])}>']
    for name, options, _ in widget["optgroups"]:
        parts += [f'\n  <optgroup label="{_shown(name)}">'] if name else []
        parts += [f"\n  {option_tag(option)}\n" for option in options]
        parts += ["\n  </optgroup>"] if name else []
    return SafeString("".join([*parts, "\n</select>"]))


INPUTS = "text number hidden email url password date datetime time tel search color file input"
DRAWN: dict[str, Callable[[Widget], SafeString]] = {
    **{f"django/forms/widgets/{name}.html": input_tag for name in INPUTS.split()},
    "django/forms/widgets/checkbox.html": input_tag,
    "django/forms/widgets/radio_option.html": choice_tag,
    "django/forms/widgets/checkbox_option.html": choice_tag,
    "django/forms/widgets/select_option.html": option_tag,
    "django/forms/widgets/select.html": select,
    "django/forms/widgets/textarea.html": textarea,
}


def _attributes(attributes: Mapping[str, Any]) -> str:
    parts = []
    for name, value in attributes.items():
        if value is True:
            parts.append(f" {_shown(name)}")
        elif value is not False:
            parts.append(f' {_shown(name)}="{_as_text(value)}"')
    return "".join(parts)


def _as_text(value: Any) -> str:
    return conditional_escape(value if isinstance(value, str) else str(value))


def _shown(value: Any) -> str:
    return conditional_escape(value if isinstance(value, str) else localize(value))
