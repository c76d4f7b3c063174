"""Bulletins that go out to other systems, and come in from them, as packages.

What comes in was cleared there, by people who are not ours: here it is a draft and is cleared anew.
"""

import datetime as dt
from dataclasses import asdict
from typing import Any

from django.db import transaction

from haidang import clock
from haidang.activities.enums import Language
from haidang.activities.facts import one_line
from haidang.broadcast import bulletin_rules as rules
from haidang.broadcast.bulletin_package import ADAPTERS, BulletinFacts, NotPackage, Opened
from haidang.broadcast.commands.bulletins import draft_bulletin, give_sound
from haidang.broadcast.commands.recording import take_recording
from haidang.broadcast.enums import Source
from haidang.broadcast.models import Bulletin, BulletinClearance, Exchanged, Recording
from haidang.broadcast.queries.bulletins import is_airable, newest_submission
from haidang.documents.commands import note_secret_file
from haidang.documents.stamps import about_words
from haidang.documents.storage import keep
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.newsroom.enums import Step
from haidang.orgs.models import Unit, User
from haidang.text.reading import secrecy_mark_of_name

ZIP = "application/zip"


@transaction.atomic
def send_package(*, bulletin: Bulletin, by: User, adapter: str = "neutral") -> Exchanged:
    """Write a bulletin that may be aired as a package for another system.

    Refuses with NotAllowed, and with WrongState what is not cleared as it stands.
    """
    if not rules.may_make(by, bulletin.unit):
        raise NotAllowed("Chỉ người làm tin, phát thanh của đơn vị mới xuất được gói bản tin.")
    if not is_airable(bulletin) or bulletin.recording is None:
        raise WrongState("Bản tin chưa được duyệt như hiện nay, nên chưa gửi ra ngoài được.")
    facts = _facts_of(bulletin, bulletin.recording)
    content = ADAPTERS[adapter].written(facts, bulletin.recording.file.read())
    sent = Exchanged.objects.create(
        identifier=facts.identifier,
        unit=bulletin.unit,
        is_incoming=False,
        facts=asdict(facts) | {"adapter": adapter},
        file=keep(content, ZIP),
        bulletin=bulletin,
        recording=bulletin.recording,
        by=by,
        at=clock.now(),
    )
    record("send_package", target=sent, by=by, bulletin=bulletin.pk, sha256=sent.file_id)
    return sent


def receive_package(
    *, unit: Unit, content: bytes, by: User, name: str = "", adapter: str = "neutral"
) -> Exchanged:
    """Take a package in: its sound as a recording, its words as a draft, neither cleared here.

    The same package again is the same row. Of one that bears a secrecy mark in its name or in its
    words a receipt stays and nothing else (N19). Refuses with NotAllowed, and with Incomplete what
    is no package or is altered. No transaction is open while its sound is heard.
    """
    if not rules.may_make(by, unit):
        raise NotAllowed("Chỉ người làm tin, phát thanh của đơn vị mới nhận được gói bản tin.")
    if secrecy_mark_of_name(name):
        raise note_secret_file(content=content, unit=unit, by=by)
    got = _opened(content, adapter)
    if any(about_words(words, "file") for words in _words_of(got).values()):
        raise note_secret_file(content=content, unit=unit, by=by)
    if before := _received(unit, got.facts.identifier):
        return before
    facts = {"title": one_line(got.facts.title)[:200] or "Bản tin nhận về", "unit": unit, "by": by}
    language = got.facts.language if got.facts.language in Language.values else "vi"
    recording = _recording(got, facts | {"language": language}) if got.sound else None
    return _kept(got, content, recording, facts | {"language": language}, adapter)


def _opened(content: bytes, adapter: str) -> Opened:
    try:
        return ADAPTERS[adapter].opened(content)
    except NotPackage as why:
        raise Incomplete([Issue("package", str(why), "file")]) from why


def _words_of(got: Opened) -> dict[str, str]:
    """All that a package says, since all of it is kept. Refuses what no database holds."""
    said = {name: words for name, words in asdict(got.facts).items() if isinstance(words, str)}
    said["clusters"] = "\n".join(got.facts.clusters)
    if any("\0" in words or not _is_text(words) for words in said.values()):
        raise Incomplete([Issue("package", "Gói có ký tự không đọc được. Lập lại gói.", "file")])
    return said


def _is_text(words: str) -> bool:
    try:
        return bool(words.encode()) or not words
    except UnicodeEncodeError:  # JSON can carry half a letter
        return False


def _received(unit: Unit, identifier: str) -> Exchanged | None:
    rows = Exchanged.objects.filter(unit=unit, identifier=identifier, is_incoming=True)
    return rows.select_related("bulletin", "recording").first()


def _recording(got: Opened, facts: dict[str, Any]) -> Recording:
    rights = f"Nhận từ {one_line(got.facts.sender)}"[:200] if got.facts.sender else ""
    return take_recording(content=got.sound, source=Source.RECEIVED, rights=rights, **facts)


@transaction.atomic
def _kept(
    got: Opened, content: bytes, recording: Recording | None, facts: dict[str, Any], adapter: str
) -> Exchanged:
    unit, by = facts["unit"], facts["by"]
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    if before := _received(unit, got.facts.identifier):  # while its sound was listened to
        return before
    on = dt.date.fromisoformat(got.facts.on)
    words = got.facts.text or got.facts.title
    bulletin = draft_bulletin(words=words, on=on, **facts)
    if recording is not None:
        seen = bulletin.version
        bulletin = give_sound(bulletin=bulletin, recording=recording, seen=seen, by=by)
    row = Exchanged.objects.create(
        identifier=got.facts.identifier,
        unit=unit,
        is_incoming=True,
        facts=asdict(got.facts) | {"adapter": adapter},
        file=keep(content, ZIP),
        bulletin=bulletin,
        recording=recording,
        by=by,
        at=clock.now(),
    )
    record("receive_package", target=row, by=by, sender=got.facts.sender, sha256=row.file_id)
    return row


def _facts_of(bulletin: Bulletin, recording: Recording) -> BulletinFacts:
    return BulletinFacts(
        identifier=f"haidang-{bulletin.unit_id}-{bulletin.pk}-{bulletin.version}",
        title=bulletin.title,
        category="bản tin",
        language=bulletin.language,
        text=bulletin.words,
        sender=bulletin.unit.name,
        approver=_approver(bulletin),
        on=bulletin.on.isoformat(),
        seconds=float(recording.seconds),
    )


def _approver(bulletin: Bulletin) -> str:
    """The post of who agreed to it last as an editor: names stay in this system."""
    submission = newest_submission(bulletin)
    agreed = BulletinClearance.objects.filter(submission=submission, step=Step.EDITOR, agrees=True)
    clearance = agreed.select_related("by").first()
    return clearance.by.post if clearance else ""
