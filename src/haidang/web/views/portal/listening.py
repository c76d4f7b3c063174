"""Bulletins to be heard again: the list, one with its words, the podcast, the sound itself."""

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.feedgenerator import Enclosure, Rss201rev2Feed
from django.utils.translation import gettext, override
from django.views.decorators.http import require_safe

from haidang import clock
from haidang.broadcast.models import Bulletin
from haidang.broadcast.queries.bulletins import is_airable
from haidang.broadcast.queries.heard import heard_again
from haidang.broadcast.speaking import without_marks
from haidang.newsroom.around import Around
from haidang.newsroom.queries.portals import home
from haidang.web.ranges import ranged
from haidang.web.views.portal.missing import missing
from haidang.web.views.portal.reading import around_of
from haidang.web.views.portal.to_hear import NEWEST


@require_safe
def listen_again(request: HttpRequest, language: str, pk: str) -> HttpResponse:
    """One bulletin: its sound, which begins when somebody presses, and all of its words."""
    around = around_of(request, language)
    with override(language):
        row = heard_again(around.portal.unit, language).filter(pk=int(pk)).first()
        if row is None or not is_airable(row):
            return missing(request, around)
        page = {"around": around, "bulletin": row, "lines": _lines(row)}
        return render(request, "newsroom/listen_again.html", page)


@require_safe
def podcast(request: HttpRequest, language: str) -> HttpResponse:
    """The newest bulletins for programmes that fetch them, each with its words."""
    around = around_of(request, language)
    with override(language):
        base = home(around.portal)
        made = Rss201rev2Feed(
            title=f"{around.portal.unit.name}: {gettext('Nghe lại')}",
            link=f"{base}{around.start}nghe-lai/",
            description=around.ended or around.place,
            language=language,
            feed_url=f"{base}{around.start}nghe-lai.rss",
        )
        for row in heard_again(around.portal.unit, language)[:NEWEST]:
            if is_airable(row):
                _add(made, row, base, around)
        answer = made.writeString("utf-8")
    return HttpResponse(answer, content_type="application/rss+xml; charset=utf-8")


@require_safe
def sound(request: HttpRequest, sha256: str) -> HttpResponseBase:
    """The sound of a bulletin that may be heard again, by its hash. Refuses with 404."""
    for row in _with_sound(request, sha256):
        if is_airable(row):
            assert row.recording is not None
            answer = ranged(request, row.recording.file)
            answer["Cache-Control"] = "no-cache"  # it may be withdrawn at any moment
            return answer
    raise Http404


def _with_sound(request: HttpRequest, sha256: str) -> Iterator[Bulletin]:
    for language in ("vi", "km", "en"):
        around = around_of(request, language)
        yield from heard_again(around.portal.unit, language).filter(recording__file=sha256)


def _add(made: Rss201rev2Feed, row: Bulletin, base: str, around: Around) -> None:
    assert row.recording is not None
    file = row.recording.file
    address = f"{base}{around.start}nghe-lai/{row.pk}/"
    made.add_item(
        title=row.title,
        link=address,
        description="\n".join(_lines(row)),
        pubdate=clock.at(row.on),
        unique_id=address,
        enclosures=[Enclosure(f"{base}/tieng/{file.sha256}.mp3", str(file.size), "audio/mpeg")],
    )


def _lines(row: Bulletin) -> list[str]:
    return [line for line in without_marks(row.words).split("\n") if line.strip()]
