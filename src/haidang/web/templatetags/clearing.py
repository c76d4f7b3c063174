"""Pictures as whoever clears a story has to see them: whole, as large as readers can get them."""

from django import template

from haidang.newsroom.models import StoryPicture
from haidang.newsroom.serving import WIDE, WIDTHS, address

register = template.Library()


@register.simple_tag
def full_picture(row: StoryPicture) -> str:
    """`{% full_picture row %}`: the address of the largest size that readers can load."""
    return address(row, WIDE, WIDTHS[-1], "webp")
