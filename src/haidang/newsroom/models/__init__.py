"""Rows of the newsroom: pages of portals, stories, what was planned, cleared and published."""

from haidang.newsroom.models.accounts import OfficialAccount
from haidang.newsroom.models.clearing import Clearance, Emergency, Recall, Submission
from haidang.newsroom.models.picture import Picture, Rendition
from haidang.newsroom.models.planned import PlannedStory
from haidang.newsroom.models.portal import FrontPage, Portal, SectionPage
from haidang.newsroom.models.published import Copy, Publication
from haidang.newsroom.models.rating import Rating
from haidang.newsroom.models.scheduled import Schedule
from haidang.newsroom.models.story import Story, StoryFile, StoryPicture, StorySource
from haidang.newsroom.models.words import Term

__all__ = [
    "Clearance",
    "Copy",
    "Emergency",
    "FrontPage",
    "OfficialAccount",
    "Picture",
    "PlannedStory",
    "Portal",
    "Publication",
    "Rating",
    "Recall",
    "Rendition",
    "Schedule",
    "SectionPage",
    "Story",
    "StoryFile",
    "StoryPicture",
    "StorySource",
    "Submission",
    "Term",
]
