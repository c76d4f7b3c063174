"""What was pasted with its looks, given back as marks: the writing form's script asks here."""

from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from haidang.newsroom.marks import taken_from
from haidang.web.request import Request

MOST = 1_000_000  # letters of HTML: Word wraps a page of words in a hundred times as many


@require_POST
def paste_words(request: Request) -> HttpResponse:
    html = request.POST.get("html", "")
    if len(html) > MOST:
        return JsonResponse({"error": "Đoạn dán quá dài."}, status=413)
    marks, said = taken_from(html)
    return JsonResponse({"marks": marks, "said": said})
