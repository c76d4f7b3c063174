"""Pages of the portal. They hold words and their place in the tree; acts are commands."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from haidang.documents.stamps import about_words
from haidang.newsroom.enums import Section
from haidang.orgs.models import Unit


class Portal(Page):  # type: ignore[misc] # Wagtail ships no types
    """The root of a unit's portal: what its site answers on, with a front page a language below."""

    unit = models.OneToOneField(Unit, models.PROTECT, related_name="portal", verbose_name="đơn vị")

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["newsroom.FrontPage"]
    private_page_options: list[str] = []

    class Meta:
        verbose_name = "cổng thông tin"


class SectionPage(Page):  # type: ignore[misc] # as above
    """A section of a portal in one language: its address is its key."""

    key = models.CharField("chuyên mục", max_length=20, choices=Section)
    standfirst = models.CharField("lời dẫn", max_length=300, blank=True)

    template = "newsroom/section.html"
    parent_page_types = ["newsroom.FrontPage"]
    subpage_types = ["newsroom.Story"]
    private_page_options: list[str] = []
    promote_panels: list[FieldPanel] = []

    class Meta:
        verbose_name = "chuyên mục"


class FrontPage(Page):  # type: ignore[misc] # Wagtail ships no types
    """The first page of a unit's portal in one language; its siblings are the other languages."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị")
    standfirst = models.CharField("lời dẫn", max_length=300, blank=True)
    written_in = models.CharField(
        "ngôn ngữ của lời",
        max_length=10,
        choices=settings.LANGUAGES,
        help_text="Lời tiếng Khmer chỉ được ghi là ភាសាខ្មែរ khi người đọc bản ngữ đã duyệt.",
    )

    template = "newsroom/front_page.html"
    parent_page_types = ["newsroom.Portal"]
    subpage_types = ["newsroom.SectionPage"]
    # The portal is open: a page that not everybody may read has no place in it.
    private_page_options: list[str] = []
    # Its address is its language.
    promote_panels: list[FieldPanel] = []
    content_panels = [*Page.content_panels, FieldPanel("standfirst"), FieldPanel("written_in")]

    class Meta:
        verbose_name = "trang đầu của cổng"

    def clean(self) -> None:
        """Refuse words that bear a secrecy stamp (promise N19)."""
        super().clean()
        for field, words in (("title", self.title), ("standfirst", self.standfirst)):
            if stamped := about_words(words, field):
                raise ValidationError({field: stamped[0].message})

    @property
    def language(self) -> str:
        """The language whose readers the page is for."""
        return str(self.locale.language_code)

    @property
    def language_name(self) -> str:
        """What its readers call that language."""
        return dict(settings.LANGUAGES)[self.language]

    def languages(self) -> list["FrontPage"]:
        """This page in every language that is live, in the order of the settings."""
        order = [code for code, _ in settings.LANGUAGES]
        pages = FrontPage.objects.live().filter(translation_key=self.translation_key)
        return sorted(pages.select_related("locale"), key=lambda page: order.index(page.language))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """What `newsroom/portal.html` needs around every page of the portal."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context | {"unit": self.unit, "languages": self.languages()}
