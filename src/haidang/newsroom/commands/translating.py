"""Putting a story into another language, segment by segment, on wagtail-localize's rows."""

from collections.abc import Collection, Mapping

from django.db import transaction
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource

from haidang import clock
from haidang.errors import NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.newsroom import translation_rules
from haidang.newsroom.models import Story
from haidang.newsroom.queries.memory import memory_of
from haidang.newsroom.queries.translations import newest, original_of
from haidang.newsroom.segments import Segment, is_summary, segments_of
from haidang.newsroom.source_words import words_mark
from haidang.newsroom.translated import (
    follow,
    kept_source,
    laid,
    machine_made,
    own_address,
    section_in,
)
from haidang.newsroom.translating_checks import refuse_typed
from haidang.newsroom.typed_words import segment_typed
from haidang.orgs.models import Unit, User
from haidang.plans.overtaking import Overtaken

NOT_YOURS = "Chỉ người viết, biên tập viên của đơn vị có bài mới dịch được bài này."


@transaction.atomic
def start_translation(*, story: Story, language: str, by: User) -> Story:
    """Lay a story's translation into a language: a draft that still says what the original says.

    What is there already is given back. Refuses with NotAllowed, and with WrongState where the
    portal has no such section in that language, or the story is in it.
    """
    story = _held(story)
    original = original_of(story) or story
    if not translation_rules.may_translate(by, story):
        raise NotAllowed(NOT_YOURS)
    if original.language == language:
        raise WrongState("Bài gốc đã viết bằng ngôn ngữ này.")
    there = Story.objects.filter(
        translation_key=original.translation_key, locale__language_code=language
    )
    if standing := there.select_related("locale", "unit").first():
        found: Story = standing
        return found
    locale = Locale.objects.filter(language_code=language).first()
    section = section_in(original, locale) if locale else None
    if locale is None or section is None:
        raise WrongState("Cổng chưa có chuyên mục này bằng ngôn ngữ đó. Nhờ quản trị mở cổng lại.")
    page = laid(newest(original), section, locale)
    page.save_revision(user=by)
    record("start_translation", target=page, by=by, language=language, original=original.pk)
    return page


@transaction.atomic
def save_translation(
    *,
    story: Story,
    segments: Mapping[str, str],
    seen: int,
    by: User,
    machine_made_ones: Collection[str] = (),
    summary: bool = False,
) -> Story:
    """Keep what was typed for segments, by their keys; a blank one is not translated any more.

    The translation is a new revision that follows the original as it is now; who reviewed the
    words before has not seen these. A summary leaves the body out. Words for a segment that
    the original no longer has are kept in the memory. Refuses with NotAllowed, with WrongState
    where it is no translation, with Incomplete where words are in another language or bear a
    secrecy stamp, and with Overtaken.
    """
    story = _held(story)
    original = original_of(story)
    if original is None:
        raise WrongState("Bài này không phải bản dịch.")
    if not translation_rules.may_translate(by, story):
        raise NotAllowed(NOT_YOURS)
    if story.latest_revision_id != seen:
        raise Overtaken([], story.latest_revision_id or 0, by)
    original = newest(original)
    known = _known(original)
    if any(words.strip() and key not in known for key, words in segments.items()):
        raise Overtaken([], seen, by)
    typed = {known[key]: words for key, words in segments.items() if key in known}
    refuse_typed({_segment(row): words for row, words in typed.items()}, story.language)
    changed = _keep(typed, _said(original, story.locale), story.locale, machine_made_ones, by)
    page = newest(story)
    is_same = summary == is_summary(page, original) and page.written_from == words_mark(original)
    if is_same and not changed:
        return page  # a revision for nothing would void what was cleared
    page = _written(page, original, summary=summary, changed=bool(changed), by=by)
    record("save_translation", target=story, by=by, segments=changed, of=original.pk)
    return page


def _known(original: Story) -> dict[str, StringSegment]:
    """The segments of the original by their keys: as they were last kept, and as they are now."""
    before = TranslationSource.objects.get_for_instance_or_none(original)
    rows = [*_rows(before), *_rows(kept_source(original))]
    return {_segment(row).key: row for row in rows}


def _rows(source: TranslationSource | None) -> list[StringSegment]:
    rows = StringSegment.objects.filter(source=source).select_related("string", "context")
    return list(rows) if source else []


def _segment(row: StringSegment) -> Segment:
    return Segment(row.context.path, row.string.data)


def _said(original: Story, locale: Locale) -> dict[Segment, StringTranslation]:
    return dict(memory_of(original, segments_of(original), locale).standing)


def _keep(
    typed: Mapping[StringSegment, str],
    standing: Mapping[Segment, StringTranslation],
    locale: Locale,
    machine: Collection[str],
    by: User,
) -> int:
    """Keep the segments whose words are others than those that stand; return how many."""
    changed = 0
    for row, words in typed.items():
        segment, data = _segment(row), segment_typed(words, row.string.data)
        if data != (standing[segment].data if segment in standing else ""):
            _say(row, locale, data, is_machine=segment.key in machine, by=by)
            changed += 1
    return changed


def _say(row: StringSegment, locale: Locale, data: str, *, is_machine: bool, by: User) -> None:
    place = {"translation_of": row.string, "locale": locale, "context": row.context}
    if not data:
        StringTranslation.objects.filter(**place).delete()
        return
    kind = (
        StringTranslation.TRANSLATION_TYPE_MACHINE
        if is_machine
        else StringTranslation.TRANSLATION_TYPE_MANUAL
    )
    StringTranslation.objects.update_or_create(
        **place,
        defaults={
            "data": data,
            "translation_type": kind,
            "last_translated_by": by,
            "updated_at": clock.now(),
            "has_error": False,
            "field_error": "",
        },
    )


def _written(page: Story, original: Story, *, summary: bool, changed: bool, by: User) -> Story:
    standing = _said(original, page.locale)
    said = {segment: row.data for segment, row in standing.items()}
    follow(page, original, said, is_summary=summary)
    page.is_machine_made = machine_made(standing)
    if changed:
        page.reviewed_by = None
    if page.first_published_at is None:
        page.slug = own_address(page)
        page.save()  # of a draft the row is what was last written
    page.save_revision(user=by)
    return page


def _held(story: Story) -> Story:
    Unit.objects.select_for_update(no_key=True).get(pk=story.unit_id)
    rows = Story.objects.select_for_update(no_key=True, of=("self",))
    held: Story = rows.select_related("unit", "locale").get(pk=story.pk)
    return held
