"""The pages of the original: their pictures, drawn when asked for, and the sentences on them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from haidang.documents.models import FileFault
from haidang.plans import queries
from haidang.plans.models import Item, Plan
from haidang.text.blocks import Place
from haidang.text.reading.apart import picture_apart
from haidang.text.reading.unreadable import Unreadable
from haidang.web import turns
from haidang.web.request import Request
from haidang.web.views.plans.lamp import Lamp

WIDTH = 1240  # dots: half a screen, on a screen of two dots a point
PATIENCE = 10.0  # seconds of waiting for a place to draw at


@dataclass(frozen=True, slots=True)
class Box:
    """Where words stand on a page, as shares of it, for the picture's overlay."""

    x: float
    y: float
    width: float
    height: float


@dataclass(slots=True)
class Marked:
    """A sentence with its boxes on one page."""

    item: Item
    number: int
    boxes: list[Box]
    is_current: bool = False


@dataclass(slots=True)
class Page:
    """One page of the original with the sentences that stand on it."""

    number: int
    of: int
    marked: list[Marked] = field(default_factory=list)
    is_recognised: bool = False


@require_safe
def plan_page(request: Request, pk: int, number: int) -> HttpResponseBase:
    """Give the picture of one page of a plan's file to who may see the plan."""
    plans = Plan.objects.visible_to(request.user).select_related("revision__file")
    plan = get_object_or_404(plans.filter(revision__file__isnull=False), pk=pk)
    file = plan.revision.file
    if file is None or not 1 <= number <= queries.page_count(plan):
        raise Http404
    etag = quote_etag(f"{file.sha256[:24]}-{number}-{WIDTH}")
    if (unchanged := get_conditional_response(request, etag=etag)) is not None:
        return unchanged
    try:
        with turns.turn_at("drawing", PATIENCE):
            picture = picture_apart(file.read(), number, WIDTH)
    except turns.Busy:
        return HttpResponse("Máy đang bận, tải lại sau ít giây.", status=503)
    except (FileFault, Unreadable) as error:
        raise Http404 from error
    headers = {"ETag": etag, "Cache-Control": "private, no-cache"}
    return HttpResponse(picture, content_type="image/webp", headers=headers)


def page_under(plan: Plan, lamp: Lamp, sentences: list[Item], pages: int, asked: str) -> Page:
    """The page that was asked for by its number, else the one under the lamp."""
    text = plan.revision.text
    places = [place for place in queries.places_of(plan, 0, len(text)) if place.page]
    thing = lamp.item or lamp.task
    here = (place.page for place in places if thing and _meets(place, thing.start, thing.end))
    number = int(asked) if asked.isdecimal() and len(asked) < 5 else next(here, 1) or 1
    page = Page(min(max(number, 1), pages), pages)
    there = [place for place in places if place.page == page.number]
    page.is_recognised = any(place.is_recognised for place in there)
    for ordinal, item in enumerate(sentences, start=1):
        if boxes := list(_boxes(text, there, item.start, item.end)):
            is_current = item == lamp.item or (
                lamp.task is not None and item.start < lamp.task.end and item.end > lamp.task.start
            )
            page.marked.append(Marked(item, ordinal, boxes, is_current))
    return page


def _meets(place: Place, start: int, end: int) -> bool:
    return place.start < end and place.end > start


def _boxes(text: str, places: Iterable[Place], start: int, end: int) -> Iterable[Box]:
    """One box a line; where a sentence begins or ends within one, as far as its letters go."""
    start, end = _without_blanks(text, start, end)
    for place in places:
        if place.box and _meets(place, start, end):
            left, top, right, bottom = place.box
            begins, ends = _without_blanks(text, place.start, place.end)
            letter = (right - left) / max(ends - begins, 1)
            x = left + max(start - begins, 0) * letter
            across = left + (min(end, ends) - begins) * letter - x
            if across > 0:
                yield Box(round(x, 4), round(top, 4), round(across, 4), round(bottom - top, 4))


def _without_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    begins = start + len(words) - len(words.lstrip())
    return begins, begins + len(words.strip())
