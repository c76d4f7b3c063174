"""Everything needs a sign-in. What was typed into a form when the session had ended is kept."""

import json
from collections.abc import Callable
from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.middleware import LoginRequiredMiddleware, get_user
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

NOT_TYPED = ("csrfmiddlewaretoken",)


class SignInRequired(LoginRequiredMiddleware):
    """Asks for a sign-in; a form sent after the session's end is carried through it, not lost."""

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., HttpResponseBase],
        view_args: tuple[Any, ...],
        view_kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        """Ask nobody who they are where a page is open to everybody: its answer is then shared."""
        if not getattr(view_func, "login_required", True):
            return None
        refused = super().process_view(request, view_func, view_args, view_kwargs)
        if refused is None:
            # Looked up by now: the account itself, without Django's wrap about it that every look
            # at it would go through.
            request.user = get_user(request)
        return refused

    def handle_no_permission(  # type: ignore[override]  # Django always redirects
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponseBase:
        """Answer somebody who is not signed in."""
        if request.method != "POST":
            return super().handle_no_permission(request, view_func)
        context = {
            "form": AuthenticationForm(request),
            "next": request.get_full_path(),
            "kept": typed(request),
            "lost_files": bool(request.FILES),
        }
        return render(request, "registration/login.html", context, status=401)


def typed(request: HttpRequest) -> str:
    """What was typed, as JSON that a hidden field can carry; files cannot be carried."""
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in NOT_TYPED
        for value in values
    ]
    return json.dumps(fields, ensure_ascii=False)


def kept_fields(kept: str) -> list[tuple[str, str]]:
    """Read what `typed` wrote; nothing where it is not that."""
    try:
        fields = json.loads(kept)
        return [(_whole(name), _whole(value)) for name, value in fields]
    except (TypeError, ValueError, RecursionError):
        return []


def _whole(given: object) -> str:
    # JSON can carry half a letter, which no page can.
    return str(given).encode("utf-8", "replace").decode()
