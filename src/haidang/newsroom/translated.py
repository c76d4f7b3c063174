"""A translation made anew from its original and from what was translated of it."""

from collections.abc import Mapping

from django.utils.text import slugify
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)

from haidang.documents.folding import folded
from haidang.newsroom.models import SectionPage, Story
from haidang.newsroom.segments import Segment, beside_values, put_into
from haidang.newsroom.source_words import FACTS, words_mark

LONGEST_ADDRESS = 60
AFTER_THE_TEXT = 10_000  # no text has as many segments: those of pictures and files come later


def kept_source(original: Story) -> TranslationSource:
    """The original's words as they are now, in wagtail-localize's rows."""
    source: TranslationSource = TranslationSource.update_or_create_from_instance(original)[0]
    for value in beside_values(original, AFTER_THE_TEXT):
        segment = StringSegment.from_value(source, original.locale, value)
        segment.context.get_field_path(original)
    return source


def section_in(original: Story, locale: Locale) -> SectionPage | None:
    """Where a translation stands: the same section of the same portal, in its language."""
    section = original.get_parent()
    found: SectionPage | None = SectionPage.objects.filter(
        translation_key=section.translation_key, locale=locale
    ).first()
    return found


def laid(original: Story, section: SectionPage, locale: Locale) -> Story:
    """A new page below a section that says for now what the original says."""
    page = Story(
        unit=original.unit,
        locale=locale,
        translation_key=original.translation_key,
        title=original.title,
        slug=find_available_slug(section, original.slug),
        live=False,
    )
    follow(page, original, {})
    section.add_child(instance=page)
    source = kept_source(original)
    Translation.objects.get_or_create(source=source, target_locale=locale)
    return page


def follow(
    page: Story, original: Story, said: Mapping[Segment, str], *, is_summary: bool = False
) -> None:
    """Give a translation the facts of its original and the words that were translated.

    A summary has no body: its readers are led to the whole story in another language.
    """
    for name in FACTS:
        setattr(page, name, getattr(original, name))
    put_into(original, page, said)
    if is_summary:
        page.body = ""
    page.written_from = words_mark(original)
    page.folded = folded(page.title, page.standfirst)


def own_address(page: Story) -> str:
    """An address of the translated title's letters; Khmer has none that an address holds."""
    wanted = slugify(page.title.replace("đ", "d").replace("Đ", "D"))
    if len(wanted) > LONGEST_ADDRESS:  # cut between two words
        wanted = wanted[: LONGEST_ADDRESS + 1].rpartition("-")[0] or wanted[:LONGEST_ADDRESS]
    if not wanted:
        return str(page.slug)
    return str(find_available_slug(page.get_parent(), wanted, ignore_page_id=page.pk))


def machine_made(rows: Mapping[Segment, StringTranslation]) -> bool:
    """Whether a machine made any of these words and nobody has written them anew since."""
    machine = StringTranslation.TRANSLATION_TYPE_MACHINE
    return any(row.translation_type == machine for row in rows.values())
