"""Making bulletins from what the public was shown, and changing them until they are aired."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from haidang import clock
from haidang.activities.enums import Language
from haidang.activities.facts import one_line
from haidang.broadcast import bulletin_rules as rules
from haidang.broadcast.holding import (
    changed,
    held_bulletin,
    refuse_overtaken,
    refuse_retired,
    wrong_with,
)
from haidang.broadcast.lines import in_lines
from haidang.broadcast.models import Bulletin, BulletinStory, Recording
from haidang.broadcast.queries.bulletins import is_cleared_now, parts_of
from haidang.broadcast.speaking import spoken_form
from haidang.broadcast.stale import refuse_stale
from haidang.broadcast.story_words import words_to_read
from haidang.documents.stamps import refuse_stamped
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.newsroom import gate
from haidang.newsroom.models import Publication, Story
from haidang.orgs.models import Unit, User

MOST_STORIES = 20


@transaction.atomic
def draft_bulletin(
    *,
    unit: Unit,
    title: str,
    on: dt.date,
    by: User,
    language: str = Language.VIETNAMESE,
    stories: Sequence[Story] = (),
    words: str = "",
    edition_of: Bulletin | None = None,
) -> Bulletin:
    """Begin a bulletin from stories that the public is shown, or from words that were typed.

    `edition_of` is the bulletin that this one says in another language. Refuses with NotAllowed,
    and with Incomplete words with a secrecy stamp, a story that is not public or in another
    language.
    """
    refuse_stamped(title=title, words=words)
    if not rules.may_make(by, unit):
        raise NotAllowed("Chỉ người làm tin, phát thanh của đơn vị mới soạn được bản tin.")
    title, typed = one_line(title), in_lines(words)
    taken = _taken(stories, language)
    body = typed or "\n\n".join(words_to_read(story) for story, _ in taken)
    wrong_with(title, body)
    _refuse_edition(edition_of, language, unit)
    bulletin = Bulletin.objects.create(
        unit=unit,
        title=title,
        language=Language(language),
        on=on,
        words=body,
        spoken=spoken_form(body, language),
        edition_of=edition_of,
        made_by=by,
        made_at=clock.now(),
    )
    bulletin.writers.add(by)
    # Typed in another language it says the same stories, and is stopped with them (N15).
    _put_stories(bulletin, taken or _same(edition_of))
    told = {"title": title, "on": on.isoformat(), "stories": [story.pk for story, _ in taken]}
    record("draft_bulletin", target=bulletin, by=by, language=str(language), **told)
    return bulletin


@transaction.atomic
def edit_bulletin(
    *,
    bulletin: Bulletin,
    seen: int,
    title: str,
    on: dt.date,
    words: str,
    by: User,
    spoken: str = "",
) -> Bulletin:
    """Change the words of a bulletin; whatever was said of it before counts no more.

    The words for the announcer are made anew by rule where the words changed and nobody touched
    what was made of the former. Refuses with NotAllowed, WrongState, Overtaken and Incomplete.
    """
    refuse_stamped(title=title, words=words, spoken=spoken)
    bulletin = held_bulletin(bulletin)
    refuse_retired(bulletin)
    if not rules.may_make(by, bulletin.unit):
        raise NotAllowed("Chỉ người làm tin, phát thanh của đơn vị mới sửa được bản tin này.")
    refuse_overtaken(bulletin, seen, by)
    before = (bulletin.title, bulletin.on, bulletin.words, bulletin.spoken)
    title, words, spoken = one_line(title), in_lines(words), in_lines(spoken)
    wrong_with(title, words, spoken)
    if not spoken or (words != bulletin.words and spoken == bulletin.spoken):
        spoken = spoken_form(words, bulletin.language)
    after = (title, on, words, spoken)
    if after != before:
        bulletin.title, bulletin.on, bulletin.words, bulletin.spoken = after
        changed(bulletin, by)
        told = {"version": bulletin.version, "title": title, "is_reworded": after[2:] != before[2:]}
        record("edit_bulletin", target=bulletin, by=by, **told)
    return bulletin


@transaction.atomic
def renew_bulletin(*, bulletin: Bulletin, seen: int, by: User) -> Bulletin:
    """Take the stories of a bulletin up again as they are shown now, without those withdrawn.

    The sound goes with the old words. An edition that was typed in another language keeps its
    words: a person changes them first, after what is said to have changed (N16). Refuses with
    NotAllowed, WrongState and Overtaken.
    """
    bulletin = held_bulletin(bulletin)
    refuse_retired(bulletin)
    if not rules.may_make(by, bulletin.unit):
        raise NotAllowed("Chỉ người làm tin, phát thanh của đơn vị mới sửa được bản tin này.")
    refuse_overtaken(bulletin, seen, by)
    parts = list(parts_of(bulletin))
    shown = [part.story for part in parts if gate.is_public(part.story)]
    if not shown:
        raise WrongState("Không còn bài nào trong bản tin này được đăng. Soạn bản tin mới.")
    is_typed = any(story.language != bulletin.language for story in shown)
    if is_typed:
        refuse_stale(bulletin, parts)
    taken = _taken(shown, None if is_typed else bulletin.language)
    bulletin.parts.all().delete()
    _put_stories(bulletin, taken)
    if not is_typed:
        bulletin.words = "\n\n".join(words_to_read(story) for story, _ in taken)
        bulletin.spoken = spoken_form(bulletin.words, bulletin.language)
    bulletin.recording = None
    changed(bulletin, by)
    pks = [story.pk for story in shown]
    record("renew_bulletin", target=bulletin, by=by, version=bulletin.version, stories=pks)
    return bulletin


@transaction.atomic
def give_sound(*, bulletin: Bulletin, recording: Recording, seen: int, by: User) -> Bulletin:
    """Take a recording as the sound of a bulletin; who spoke it clears it no more.

    Refuses with NotAllowed, WrongState, Overtaken, and with Incomplete another language's.
    """
    bulletin = held_bulletin(bulletin)
    refuse_retired(bulletin)
    if not rules.may_make(by, bulletin.unit):
        raise NotAllowed("Chỉ người làm tin, phát thanh của đơn vị mới chọn được bản thu.")
    refuse_overtaken(bulletin, seen, by)
    if recording.unit.seat != bulletin.unit.seat or recording.is_retired:
        raise NotAllowed("Bản thu này không phải của đơn vị, hoặc không dùng nữa.")
    if recording.language != bulletin.language:
        words = "Bản thu khác ngôn ngữ với bản tin. Chọn bản thu khác."
        raise Incomplete([Issue("language", words, "recording")])
    if bulletin.recording != recording:
        bulletin.recording = recording
        changed(bulletin, by, recording.made_by)
        record("give_sound", target=bulletin, by=by, recording=recording.pk)
    return bulletin


@transaction.atomic
def share_bulletin(*, bulletin: Bulletin, by: User, is_shared: bool = True) -> Bulletin:
    """Let units below use a cleared bulletin, or no more. Refuses with NotAllowed, WrongState."""
    bulletin = held_bulletin(bulletin)
    refuse_retired(bulletin)
    if not rules.may_make(by, bulletin.unit):
        raise NotAllowed("Chỉ người làm tin, phát thanh của đơn vị mới chia sẻ được bản tin.")
    if is_shared and not is_cleared_now(bulletin):
        raise WrongState("Bản tin chưa được duyệt đủ hai bước, nên chưa chia sẻ được.")
    if bulletin.is_shared != is_shared:
        bulletin.is_shared = is_shared
        bulletin.save(update_fields=["is_shared"])
        record("share_bulletin", target=bulletin, by=by, is_shared=is_shared)
    return bulletin


@transaction.atomic
def retire_bulletin(*, bulletin: Bulletin, by: User) -> Bulletin:
    """Use a bulletin no more; it stays to be read. Refuses with NotAllowed."""
    bulletin = held_bulletin(bulletin)
    if not rules.may_make(by, bulletin.unit):
        raise NotAllowed("Chỉ người làm tin, phát thanh của đơn vị mới cất được bản tin này.")
    if not bulletin.is_retired:
        bulletin.is_retired = True
        bulletin.save(update_fields=["is_retired"])
        record("retire_bulletin", target=bulletin, by=by)
    return bulletin


def _taken(stories: Sequence[Story], language: str | None) -> list[tuple[Story, Publication]]:
    if len(stories) > MOST_STORIES:
        words = f"Một bản tin có nhiều nhất {MOST_STORIES} tin. Chia thành nhiều bản tin."
        raise Incomplete([Issue("too_many", words, "stories")])
    taken, issues = [], []
    for story in dict.fromkeys(stories):
        shown = gate.standing_publication(story) if gate.is_public(story) else None
        if shown is None:
            words = f"“{story.title}” chưa đăng hoặc đã rút, nên không đọc được trên loa."
            issues.append(Issue("not_public", words, "stories"))
        elif language is not None and story.language != language:
            words = f"“{story.title}” viết bằng ngôn ngữ khác với bản tin."
            issues.append(Issue("language", words, "stories"))
        else:
            taken.append((story, shown))
    if issues:
        raise Incomplete(issues)
    return taken


def _put_stories(bulletin: Bulletin, taken: Sequence[tuple[Story, Publication]]) -> None:
    for ordinal, (story, shown) in enumerate(taken, start=1):
        BulletinStory.objects.create(
            bulletin=bulletin, story=story, publication=shown, ordinal=ordinal
        )


def _same(original: Bulletin | None) -> list[tuple[Story, Publication]]:
    parts = parts_of(original) if original else []
    return [(part.story, part.publication) for part in parts]


def _refuse_edition(original: Bulletin | None, language: str, unit: Unit) -> None:
    if original is None:
        return
    if original.language == language:
        words = "Bản này cùng ngôn ngữ với bản tin gốc. Chọn ngôn ngữ khác."
        raise Incomplete([Issue("language", words, "language")])
    if original.unit.seat != unit.seat and not original.is_shared:
        raise NotAllowed("Bản tin gốc không phải của đơn vị.")
