"""The posts that a story is ready for: words, picture and link."""

from dataclasses import dataclass

from haidang.newsroom.addresses import address_of
from haidang.newsroom.models import Story
from haidang.newsroom.social import NETWORKS, SHARED, post_words


@dataclass(frozen=True, slots=True)
class Post:
    """What a person copies or shares for one network."""

    key: str
    network: str
    words: str
    longest: int


def posts_for(story: Story) -> list[Post]:
    """The words for each network, at the length that is read there."""
    address, source = address_of(story), str(story.unit.name)
    return [
        Post(key, NETWORKS[key].name, _words(key, story, source, address), NETWORKS[key].longest)
        for key in SHARED
    ]


def _words(key: str, story: Story, source: str, address: str) -> str:
    lead = story.standfirst
    return post_words(NETWORKS[key], title=story.title, lead=lead, source=source, address=address)
