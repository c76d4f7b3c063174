"""Taking sound: uploaded, recorded in the browser, or spoken by a machine."""

from django.db import transaction

from haidang import clock
from haidang.activities.enums import Language
from haidang.activities.facts import one_line
from haidang.broadcast import bulletin_rules as rules
from haidang.broadcast.enums import Source
from haidang.broadcast.holding import MOST_TITLE
from haidang.broadcast.lines import in_lines
from haidang.broadcast.models import Recording
from haidang.broadcast.queries.spoken import spoken_among
from haidang.broadcast.sound_taking import Taken, taken
from haidang.broadcast.speaking import spoken_form
from haidang.broadcast.speaking.machine import NoVoice, spoken_by_machine
from haidang.documents.commands import note_secret_file
from haidang.documents.stamps import refuse_stamped
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User
from haidang.text.reading import secrecy_mark_of_name

NOT_YOURS = "Chỉ người làm tin, phát thanh của đơn vị mới thêm được bản thu."


def take_recording(
    *,
    unit: Unit,
    title: str,
    content: bytes,
    by: User,
    language: str = Language.VIETNAMESE,
    source: Source = Source.UPLOADED,
    name: str = "",
    rights: str = "",
    is_for_filling: bool = False,
) -> Recording:
    """Take sound of a unit: levelled to -16 LUFS, without a word of where it came from.

    Of a file that bears a secrecy mark in its name or in words it brings along (title, remarks) a
    receipt stays and nothing else (promise N19).
    Refuses with NotAllowed, and with Incomplete what is no sound, too long, or without a name. No
    transaction is open while the sound is listened to.
    """
    refuse_stamped(title=title, rights=rights)
    if not rules.may_give_sound(by, unit):
        raise NotAllowed(NOT_YOURS)
    if secrecy_mark_of_name(name):
        raise note_secret_file(content=content, unit=unit, by=by)
    facts = _facts(title, rights, is_for_filling) | {"language": Language(language)}
    sound = taken(content)
    if any(secrecy_mark_of_name(words) for words in sound.made.words):
        raise note_secret_file(content=content, unit=unit, by=by)
    return _keep(unit, sound, facts | {"source": source}, by)


def speak_by_machine(
    *, unit: Unit, title: str, words: str, by: User, language: str = Language.VIETNAMESE
) -> Recording:
    """Have words spoken by the voice of this machine, marked as such: a stand-in, not a person.

    Refuses with NotAllowed, and with Incomplete where no voice is installed for the language.
    """
    refuse_stamped(title=title, words=words)
    if not rules.may_give_sound(by, unit):
        raise NotAllowed(NOT_YOURS)
    facts = _facts(title, "", is_for_filling=False) | {"language": Language(language)}
    try:
        content = spoken_by_machine(spoken_form(in_lines(words), language), language)
    except NoVoice as error:
        raise Incomplete([Issue("no_voice", str(error), "source")]) from error
    return _keep(unit, taken(content), facts | {"source": Source.SPOKEN_BY_MACHINE}, by)


@transaction.atomic
def confirm_music(*, recording: Recording, by: User) -> Recording:
    """Say, as a second person who heard it, that a recording is music and nobody speaks in it.

    Until then it is aired nowhere (promise N17). Refuses with NotAllowed whoever brought it, and
    with WrongState what is somebody's words, was confirmed, or is not used any more.
    """
    recording = Recording.objects.select_for_update(no_key=True).get(pk=recording.pk)
    if not rules.may_confirm_music(by, recording):
        raise NotAllowed("Người thứ hai của đơn vị nghe và xác nhận, không phải người đưa lên.")
    if recording.is_retired:
        raise WrongState("Bản thu này đã cất rồi.")
    if recording.is_music:
        raise WrongState("Bản thu này đã được xác nhận là nhạc.")
    if spoken_among([recording.pk]):
        raise WrongState("Bản thu này là lời nói nên phát theo bản tin đã duyệt.")
    recording.music_by, recording.music_at = by, clock.now()
    recording.save(update_fields=["music_by", "music_at"])
    record("confirm_music", target=recording, by=by, sha256=recording.file_id)
    return recording


@transaction.atomic
def retire_recording(*, recording: Recording, by: User) -> Recording:
    """Use a recording no more; bulletins that have it are not aired. Refuses with NotAllowed."""
    recording = Recording.objects.select_for_update(no_key=True).get(pk=recording.pk)
    if not rules.may_make(by, recording.unit):
        raise NotAllowed("Chỉ người làm tin, phát thanh của đơn vị mới cất được bản thu này.")
    if recording.is_retired:
        raise WrongState("Bản thu này đã cất rồi.")
    recording.is_retired = True
    recording.save(update_fields=["is_retired"])
    record("retire_recording", target=recording, by=by)
    return recording


def _facts(title: str, rights: str, is_for_filling: bool) -> dict[str, object]:
    title, rights = one_line(title), one_line(rights)
    issues = []
    if not title:
        issues.append(Issue("title", "Ghi tên bản thu.", "title"))
    for field, given in (("title", title), ("rights", rights)):
        if len(given) > MOST_TITLE:
            words = f"Dài quá {MOST_TITLE} chữ. Viết gọn lại."
            issues.append(Issue(field, words, field))
    if is_for_filling and not rights:
        words = "Tiếng phát khi trống: ghi tác giả, quyền sử dụng."
        issues.append(Issue("rights", words, "rights"))
    if issues:
        raise Incomplete(issues)
    return {"title": title, "rights": rights, "is_for_filling": is_for_filling}


@transaction.atomic
def _keep(unit: Unit, sound: Taken, facts: dict[str, object], by: User) -> Recording:
    file, original = sound.kept()
    recording = Recording.objects.create(
        unit=unit,
        file=file,
        original=original,
        seconds=str(sound.made.seconds),
        loudness=str(sound.made.loudness),
        findings=[list(found) for found in sound.made.findings],
        made_by=by,
        made_at=clock.now(),
        **facts,
    )
    told = {name: str(value) for name, value in facts.items()}
    record("take_recording", target=recording, by=by, sha256=file.sha256, **told)
    return recording
