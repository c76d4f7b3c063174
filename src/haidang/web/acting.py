"""An act that a form asks for: what it gave, or the form saying why it was refused."""

from collections.abc import Callable
from typing import Any, TypeVar

from haidang.errors import Incomplete
from haidang.plans.overtaking import Overtaken
from haidang.web.forms.plans import show_refusal

T = TypeVar("T")


def done(form: Any, act: Callable[[], T]) -> T | None:
    """What the act gave; nothing where the form is wrong, or the act refused and the form says why.

    The form knows `seen_now`: what somebody else changed meanwhile stands beside what was typed.
    """
    if not form.is_valid():
        return None
    try:
        return act()
    except Overtaken as error:
        form.seen_now(error)
    except Incomplete as error:
        show_refusal(form, error)
    return None
