"""What waits on this device (S6), and the worker that lets pages open without a line."""

import hashlib
import json

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse

from haidang.web.request import Request

OURS = ("tokens.css", "staff.css", "icons.svg", "mark.svg")
SCRIPTS = ("app.js", "outbox.js", "log.js", "waiting.js", "tick.js")
# Pages of this person that open without a line, as they were last seen.
KEPT = ("work", "log-activity", "outbox", "activities", "as-run")


def outbox(request: Request) -> HttpResponse:
    return render(request, "outbox/outbox.html")


@login_not_required
def service_worker(request: HttpRequest) -> HttpResponse:
    files = [static(f"haidang/{name}") for name in (*OURS, *SCRIPTS)]
    files.append(static("django_htmx/htmx-2.min.js"))
    release = {
        "static": static("haidang/app.js").partition("haidang/")[0],
        "files": files,
        "pages": [reverse(name) for name in KEPT],
        "leave": reverse("sign-out"),
        "door": reverse("send-activity"),
        "version": hashlib.sha256("".join(files).encode()).hexdigest()[:12],
    }
    parts = [static("haidang/outbox.js"), static("haidang/sw.js")]
    body = f"self.RELEASE={json.dumps(release)};importScripts(...{json.dumps(parts)});"
    response = HttpResponse(body, content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "no-cache"  # a new release is seen at the next page
    return response
