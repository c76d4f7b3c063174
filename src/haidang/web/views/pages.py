"""Pages that belong to no room: help, the accessibility statement, light or dark."""

import datetime as dt

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from haidang.web.frame import THEME_COOKIE


@login_not_required
def show_help(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/help.html")


@login_not_required
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/accessibility.html")


@login_not_required
@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    wanted = request.POST.get("next", "")
    back = wanted if url_has_allowed_host_and_scheme(wanted, {request.get_host()}) else "/"
    response = HttpResponseRedirect(back)
    theme = "dark" if request.POST.get("theme") == "dark" else "light"
    response.set_cookie(
        THEME_COOKIE, theme, max_age=dt.timedelta(days=365), httponly=True, samesite="Lax"
    )
    return response
