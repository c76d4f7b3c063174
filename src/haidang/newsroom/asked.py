"""Which facts a kind of story asks for, beside the words that every story has."""

from haidang.newsroom.enums import StoryKind

OWN = (
    "where",
    "starts_on",
    "ends_on",
    "contact",
    "video",
    "claim",
    "claim_where",
    "claim_at",
    "claim_hour",
    "finding",
    "answered_by",
)
ASKED: dict[str, tuple[str, ...]] = {
    StoryKind.VIDEO: ("video",),
    StoryKind.PLACE: ("where", "contact"),
    StoryKind.OPPORTUNITY: ("where", "contact"),
    StoryKind.PRODUCT: ("where", "contact"),
    StoryKind.EVENT: ("where", "starts_on", "ends_on", "contact"),
    StoryKind.CLARIFICATION: (
        "claim",
        "claim_where",
        "claim_at",
        "claim_hour",
        "finding",
        "answered_by",
    ),
}


def facts_asked(kind: str) -> tuple[str, ...]:
    """The facts of its own that a kind asks for, in the order in which they are asked."""
    return ASKED.get(kind, ())
