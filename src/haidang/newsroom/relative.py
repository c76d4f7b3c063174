"""The address of a page on the host of its portal, without asking anything."""

from wagtail.models import Page


def relative(page: Page) -> str:
    """The address of a page below its portal's root, which stands first in its path.

    >>> relative(Page(url_path="/cau-ngang/vi/tin/le-hoi/"))
    '/vi/tin/le-hoi/'
    """
    return "/" + str(page.url_path).split("/", 2)[2]
