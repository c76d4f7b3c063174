"""What rooms above ask before a draft is issued, whichever door it is issued through.

The documents room does not know them: the settings name the questions, as they name middleware.
"""

from collections.abc import Callable, Sequence
from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from haidang.documents.models import Edition
from haidang.errors import Issue

Gate = Callable[[Edition], Sequence[Issue]]


def issues_at_gates(edition: Edition) -> list[Issue]:
    """What still keeps a draft from being issued, as every gate says it."""
    return [issue for gate in _gates(tuple(settings.DOCUMENT_GATES)) for issue in gate(edition)]


@cache
def _gates(names: tuple[str, ...]) -> tuple[Gate, ...]:
    return tuple(import_string(name) for name in names)
