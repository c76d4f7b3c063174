"""Pictures and files of stories that nobody outside may see yet, on the pages of the desk."""

from django import template

from haidang.newsroom.models import Picture, StoryFile, StoryPicture
from haidang.newsroom.serving import CARD, address, file_address, library_address

register = template.Library()


@register.simple_tag
def draft_picture(row: StoryPicture) -> str:
    """`{% draft_picture row %}`: where a story's picture is seen, small."""
    return address(row, CARD, 360, "webp")


@register.simple_tag
def library_picture(picture: Picture) -> str:
    """`{% library_picture picture %}`: the same of a picture of the library."""
    return library_address(picture, CARD, 360)


@register.simple_tag
def draft_file(row: StoryFile) -> str:
    """`{% draft_file row %}`: where a story's file is loaded."""
    return file_address(row)
