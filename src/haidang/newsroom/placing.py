"""A picture of the library put into a story: from then on the story has its own words for it."""

from haidang.newsroom.models import Picture, StoryPicture


def placed(picture: Picture, *, alt: str = "", caption: str = "") -> StoryPicture:
    """A picture for a story's `pictures`, not saved; what is not said is said as in the library."""
    return StoryPicture(
        picture=picture,
        alt=alt or picture.description,
        caption=caption or picture.caption,
        rights=picture.rights,
        focus=picture.focus,
    )
