"""All that stands around the writing form: pictures, files, hints, and the other's version."""

from typing import Any

from haidang.newsroom.models import Story
from haidang.newsroom.queries.links import dead_links
from haidang.newsroom.reading_ease import ease_of
from haidang.newsroom.story_facts import NAMES, told
from haidang.web.forms.desk.writing import StoryForm
from haidang.web.request import Request
from haidang.web.views.desk.story import channels_of


def writing_page(request: Request, story: Story, page: Story, form: StoryForm) -> dict[str, Any]:
    pictures = list(page.pictures.select_related("picture"))
    return {
        "story": story,
        "page": page,
        "form": form,
        "pictures": [(at, row, _words(form, at, row)) for at, row in enumerate(pictures)],
        "no_alt": sum(not row.alt.strip() for row in pictures),
        "files": list(page.files.select_related("file")),
        "ease": ease_of(
            page.title,
            page.standfirst,
            page.body,
            language=story.language,
            channels=channels_of(story),
        ),
        "dead_links": dead_links(page),
        "differing": _differing(page, form) if form.is_overtaken else [],
    }


def _words(form: StoryForm, at: int, row: Any) -> dict[str, str]:
    """The words of a picture as they were typed, else as they stand."""
    return {
        name: form.data.get(f"anh-{at}-{name}", getattr(row, name)) for name in ("alt", "caption")
    }


def _differing(page: Story, form: StoryForm) -> list[tuple[str, str, str]]:
    """Facts that read otherwise in what another saved than in what was typed here."""
    now = told(page)
    return [
        (NAMES[name], now[name].said, str(form.data.get(name, "")))
        for name in form.fields
        if name in now and name in form.data
        if _plain(now[name].said) != _plain(str(form.data.get(name, "")))
        and name not in {"task", "occasion", "content", "finding"}
    ]


def _plain(words: str) -> str:
    return " ".join(words.split())
