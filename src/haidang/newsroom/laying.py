"""How the tree of a portal is laid: its root, a front page a language, its sections, its site."""

from collections.abc import Iterable
from urllib.parse import urlsplit
from uuid import UUID, uuid4

from django.conf import settings
from django.db.models import Q
from django.utils.text import slugify
from wagtail.models import Locale, Page, Site

from haidang.documents.folding import folded
from haidang.newsroom.enums import Section
from haidang.newsroom.models import FrontPage, Portal, SectionPage
from haidang.newsroom.section_words import section_name
from haidang.orgs.models import Unit

TITLE = {"vi": "Biển, con người và cơ hội", "en": "Sea, people, opportunity"}
STANDFIRST = {
    "vi": "Thông tin chính thức của {place}, dành cho bạn bè trong nước và quốc tế.",
    "en": "Official information from {place}, for readers at home and abroad.",
}
# Nobody has signed off words in Khmer: until then its page says the Vietnamese ones, and says so.
WRITTEN_IN = {"vi": "vi", "en": "en", "km": "vi"}


def root_of(unit: Unit) -> Portal:
    """The root of a unit's portal, laid if it is not there."""
    standing: Portal | None = Portal.objects.filter(unit=unit).first()
    if standing is not None:
        return standing
    root = Portal(title=unit.name, slug=_free_slug(unit), unit=unit, locale=_locale("vi"))
    Page.get_first_root_node().add_child(instance=root)
    return root


def _free_slug(unit: Unit) -> str:
    """Short and never taken: two communes of two districts may bear one name."""
    slug = slugify(folded(unit.place or unit.short_name))
    taken = Page.objects.filter(depth=2, slug=slug).exists()
    return f"{slug}-{unit.pk}" if taken or not slug else slug


def front_pages(root: Portal) -> list[FrontPage]:
    """The front pages of a portal in the order of languages; those that lack are laid."""
    standing = list(FrontPage.objects.child_of(root).select_related("locale"))
    found = {page.language: page for page in standing}
    one_page = standing[0].translation_key if standing else uuid4()
    return [
        found.get(language) or _add_front_page(root, language, one_page) for language in WRITTEN_IN
    ]


def _add_front_page(root: Portal, language: str, one_page: UUID) -> FrontPage:
    unit, written_in = root.unit, WRITTEN_IN[language]
    page = FrontPage(
        title=TITLE[written_in],
        standfirst=STANDFIRST[written_in].format(place=unit.place or unit.short_name),
        written_in=written_in,
        slug=language,
        locale=_locale(language),
        translation_key=one_page,
        unit=unit,
    )
    root.add_child(instance=page)
    return page


def lay_sections(root: Portal, fronts: Iterable[FrontPage]) -> None:
    """Lay the sections that lack below each front page; its key is a section's address."""
    standing = SectionPage.objects.descendant_of(root)
    keys = dict(standing.values_list("key", "translation_key"))
    there = set(standing.values_list("key", "locale"))
    for front in fronts:
        for section in Section:
            if (section.value, front.locale_id) not in there:
                front.add_child(
                    instance=SectionPage(
                        title=section_name(section, front.language),
                        slug=section.value,
                        key=section,
                        locale=front.locale,
                        translation_key=keys.setdefault(section.value, uuid4()),
                    )
                )


def _locale(language: str) -> Locale:
    return Locale.objects.get_or_create(language_code=language)[0]


def settle(root: Portal, host: str) -> None:
    """Let a portal answer on a host name; without one on the installation's address, if free.

    A portal that has neither answers on a name below `localhost`, where it can be tried.
    """
    default = Site.objects.get(is_default_site=True)
    here = Site.objects.filter(root_page=root).first()
    if not host and here is None and not isinstance(default.root_page.specific, Portal):
        _greet_no_more(default, root)
    elif host or here is None:
        name, port = host or f"{root.slug}.localhost", _port()
        site = Site.objects.filter(Q(root_page=root, is_default_site=False)).first() or Site()
        site.hostname, site.port, site.root_page = name, port, root
        site.site_name = root.unit.short_name
        site.save()


def _greet_no_more(default: Site, root: Portal) -> None:
    # A new Wagtail greets with a page of its own.
    greeting, default.root_page = default.root_page, root
    default.save()
    if greeting.depth > 1:
        greeting.delete()


def _port() -> int:
    parts = urlsplit(settings.ADDRESS)
    return parts.port or (443 if parts.scheme == "https" else 80)
