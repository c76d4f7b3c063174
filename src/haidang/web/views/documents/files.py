"""Files that leave the documents room, always as something to keep and never opened in the page."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header


def attachment(content: bytes, content_type: str, name: str) -> HttpResponse:
    """Bytes to be kept under a name, which may hold any letters."""
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["Cache-Control"] = "no-store"
    return response
