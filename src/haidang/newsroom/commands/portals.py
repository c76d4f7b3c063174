"""Every write of the newsroom that is not made at Wagtail's own desk: see wagtail_hooks.py."""

from uuid import UUID, uuid4

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils.text import slugify
from wagtail.log_actions import LogContext
from wagtail.models import GroupPagePermission, Locale, Page, Site

from haidang.documents.folding import folded
from haidang.errors import NotAllowed
from haidang.ledger.commands import record
from haidang.newsroom import rules
from haidang.newsroom.models import FrontPage, Portal
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, User

TITLE = {"vi": "Biển, con người và cơ hội", "en": "Sea, people, opportunity"}
STANDFIRST = {
    "vi": "Thông tin chính thức của {place}, dành cho bạn bè trong nước và quốc tế.",
    "en": "Official information from {place}, for readers at home and abroad.",
}
# Nobody has signed off words in Khmer: until then its page says the Vietnamese ones, and says so.
WRITTEN_IN = {"vi": "vi", "en": "en", "km": "vi"}


@transaction.atomic
def open_portal(*, unit: Unit, by: User | None) -> list[FrontPage]:
    """Open a unit's portal: one front page in each language, without stories yet.

    The first one opened answers on the address of the installation. Opening it again gives the
    same pages and changes nothing. Refuses with NotAllowed.
    """
    Site.objects.select_for_update(no_key=True).get(is_default_site=True)
    standing = list(FrontPage.objects.filter(unit=unit).order_by("path"))
    if not rules.may_open_portal(by):
        raise NotAllowed("Chỉ người quản trị mới được mở cổng thông tin.")
    if len(standing) == len(WRITTEN_IN):
        return standing

    with LogContext(user=by):
        root, one_page = _root_of(unit), uuid4()
        for page in standing:
            page.delete()
        pages = [_add_front_page(root, unit, language, one_page) for language in WRITTEN_IN]
    _let_editors_in(root)
    record("open_portal", target=unit, by=by, pages=[page.url_path for page in pages])
    return pages


def _root_of(unit: Unit) -> Portal:
    if standing := Portal.objects.filter(unit=unit).first():
        return standing
    site = Site.objects.get(is_default_site=True)
    top, greeting = Page.get_first_root_node(), site.root_page
    root = Portal(title=unit.name, slug=slugify(folded(unit.short_name)), unit=unit)
    top.add_child(instance=root)
    if not isinstance(greeting.specific, Portal):
        # A new Wagtail greets with a page of its own.
        site.root_page = root
        site.save()
        if greeting.depth > 1:
            greeting.delete()
    return root


def _add_front_page(root: Portal, unit: Unit, language: str, one_page: UUID) -> FrontPage:
    locale, _ = Locale.objects.get_or_create(language_code=language)
    written_in = WRITTEN_IN[language]
    page = FrontPage(
        title=TITLE[written_in],
        standfirst=STANDFIRST[written_in].format(place=unit.place or unit.short_name),
        written_in=written_in,
        slug=language,
        locale=locale,
        translation_key=one_page,
        unit=unit,
    )
    root.add_child(instance=page)
    return page


def _let_editors_in(root: Page) -> None:
    # Editors write drafts; until clearances are built, publishing is an administrator's.
    editors, _ = Group.objects.get_or_create(name=Role.EDITOR.value)
    editors.permissions.add(Permission.objects.get(codename="access_admin"))
    GroupPagePermission.objects.get_or_create(
        group=editors,
        page=root,
        permission=Permission.objects.get(
            codename="change_page", content_type__app_label="wagtailcore"
        ),
    )
