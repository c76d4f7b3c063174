"""What machines that read the public pages are told: schema.org, by the kind of a story."""

from typing import Any

from django.utils.timezone import localtime

from haidang.newsroom.clarifying import claim_review
from haidang.newsroom.enums import StoryKind
from haidang.newsroom.models import Story

TYPES = {
    StoryKind.PLACE: "TouristAttraction",
    StoryKind.EVENT: "Event",
    StoryKind.PRODUCT: "Product",
    StoryKind.FIXED: "WebPage",
    StoryKind.VIDEO: "VideoObject",
}
NAMED = {"TouristAttraction", "Event", "Product", "VideoObject"}  # they have a name, no headline


def described(story: Story, *, address: str, publisher: str, picture: str) -> list[dict[str, Any]]:
    """A public story in words of schema.org; a clarification as ClaimReview beside it.

    `address` and `picture` are whole addresses, `publisher` the name of the authority.
    """
    kind = TYPES.get(StoryKind(story.kind), "NewsArticle")
    told = {
        "@context": "https://schema.org",
        "@type": kind,
        "name" if kind in NAMED else "headline": story.title,
        "description": story.standfirst,
        "inLanguage": story.language,
        "url": address,
        "image": picture,
    }
    told |= _by_kind(story, kind, publisher)
    told = {name: value for name, value in told.items() if value}
    if story.kind == StoryKind.CLARIFICATION and story.claim and story.first_published_at:
        on = localtime(story.first_published_at).date()
        return [told, claim_review(story, address=address, publisher=publisher, on=on)]
    return [told]


def _by_kind(story: Story, kind: str, publisher: str) -> dict[str, Any]:
    office = {"@type": "GovernmentOrganization", "name": publisher}
    match kind:
        case "Event":
            place = {"@type": "Place", "name": story.where} if story.where else None
            days = {"startDate": story.starts_on, "endDate": story.ends_on}
            told = {name: day.isoformat() for name, day in days.items() if day}
            return told | {"location": place, "organizer": office}
        case "TouristAttraction":
            return {"address": story.where}
        case "Product":
            return {}
        case "VideoObject":
            return {"contentUrl": story.video, "uploadDate": _moment(story.first_published_at)}
    return {
        "datePublished": _moment(story.first_published_at),
        "dateModified": _moment(story.last_published_at),
        "author": {"@type": "Organization", "name": story.byline or publisher},
        "publisher": office,
    }


def _moment(at: Any) -> str:
    return localtime(at).isoformat(timespec="seconds") if at else ""
