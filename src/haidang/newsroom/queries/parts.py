"""The pictures, files and sources of a story that stand in the database, read once."""

from django.db.models import QuerySet

from haidang.newsroom.models import Story, StoryFile, StoryPicture, StorySource
from haidang.prepared import prepared


def with_parts(story: Story) -> Story:
    """The story with its parts: the page shows the very rows that the gate compared."""
    story.pictures.set(_pictures(story.pk))
    story.files.set(_files(story.pk))
    story.sources.set(_sources(story.pk))
    return story


@prepared
def _pictures(story: int) -> QuerySet[StoryPicture]:
    rows: QuerySet[StoryPicture] = StoryPicture.objects.filter(story=story)
    return rows.select_related("picture")


@prepared
def _files(story: int) -> QuerySet[StoryFile]:
    rows: QuerySet[StoryFile] = StoryFile.objects.filter(story=story)
    return rows.select_related("file")


@prepared
def _sources(story: int) -> QuerySet[StorySource]:
    rows: QuerySet[StorySource] = StorySource.objects.filter(story=story)
    return rows
