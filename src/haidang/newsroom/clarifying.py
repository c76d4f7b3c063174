"""A clarification: what was claimed, what is so, and when the first answer is due.

It answers statements and never persons: no field takes a name, and words that point at somebody
are pointed out before they go to those who clear.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from haidang.errors import Issue
from haidang.newsroom.enums import Finding, StoryKind
from haidang.newsroom.models import Story

# The first statement on a sudden matter (Nghị định 244/2026/NĐ-CP).
FIRST_STATEMENT = dt.timedelta(hours=24)
# schema.org/ClaimReview: 1 is the worst, 5 the best; what is not decided has no rating.
RATINGS = {
    Finding.FALSE: 1,
    Finding.LACKS_CONTEXT: 2,
    Finding.PARTLY_TRUE: 3,
    Finding.TRUE: 5,
}
RATING_WORDS = {
    "vi": {finding: str(finding.label) for finding in Finding},
    "en": {
        Finding.FALSE: "False",
        Finding.LACKS_CONTEXT: "Lacks context",
        Finding.PARTLY_TRUE: "Partly true",
        Finding.TRUE: "True",
        Finding.UNDER_REVIEW: "Under review",
    },
}
NAME = r"[A-ZĐÀ-Ỹ][a-zđà-ỹ]+"
PERSONS = (
    re.compile(
        rf"\b(?:ông|bà|anh|chị|cô|chú|bác|em|Ông|Bà|Anh|Chị|Cô|Chú|Bác|Mr|Mrs|Ms)\.?"
        rf"\s+{NAME}(?:\s+{NAME})*"
    ),
    re.compile(
        r"\b(?:tài khoản|nick|facebooker|tiktoker|facebook của|trang của)\s+\S+", re.IGNORECASE
    ),
    re.compile(
        r"(?:facebook\.com|fb\.com|tiktok\.com|youtube\.com|zalo\.me|x\.com)/\S+", re.IGNORECASE
    ),
    re.compile(r"(?<!\w)@[\w.]{3,}"),
    re.compile(r"(?<!\d)(?:\+84|0)\d{8,10}(?!\d)"),
)


@dataclass(frozen=True, slots=True)
class FirstStatement:
    """When a first statement is due and when it was made, if it was."""

    due: dt.datetime
    made: dt.datetime | None

    def left(self, now: dt.datetime) -> dt.timedelta:
        """How long there is still; negative when the time is over."""
        return self.due - now

    def is_late(self, now: dt.datetime) -> bool:
        """Whether it was made after its time, or is not made and the time is over."""
        return (self.made or now) > self.due


def first_statement(story: Story, made: dt.datetime | None) -> FirstStatement | None:
    """The 24 hours of a clarification, from when the claim was known; None of other stories."""
    if story.kind != StoryKind.CLARIFICATION or story.claim_at is None:
        return None
    return FirstStatement(story.claim_at + FIRST_STATEMENT, made)


def persons_in(words: str) -> list[str]:
    """The words that seem to point at a person, an account or a telephone."""
    return [found.group(0) for pattern in PERSONS for found in pattern.finditer(words)]


def warnings_about_persons(story: Story) -> Iterator[Issue]:
    """Point out where a clarification seems to name somebody; it answers what was said only."""
    if story.kind != StoryKind.CLARIFICATION:
        return
    for field in ("title", "standfirst", "claim", "claim_where"):
        for words in persons_in(getattr(story, field)):
            yield Issue(
                "names_person",
                f"“{words}” có vẻ chỉ một người hoặc tài khoản. Chỉ nêu thông tin sai, không nêu "
                "người đưa tin.",
                field,
            )


def claim_review(story: Story, *, address: str, publisher: str, on: dt.date) -> dict[str, Any]:
    """The clarification as schema.org's ClaimReview, without anybody named as its author."""
    finding = Finding(story.finding) if story.finding else Finding.UNDER_REVIEW
    words = RATING_WORDS.get(story.language, RATING_WORDS["vi"])[finding]
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": words}
    if finding in RATINGS:
        rating |= {"ratingValue": RATINGS[finding], "bestRating": 5, "worstRating": 1}
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": address,
        "datePublished": on.isoformat(),
        "inLanguage": story.language,
        "claimReviewed": story.claim,
        "author": {"@type": "GovernmentOrganization", "name": story.answered_by or publisher},
        "itemReviewed": {"@type": "Claim", "name": story.claim},
        "reviewRating": rating,
    }
