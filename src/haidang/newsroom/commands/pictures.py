"""Adding pictures to the library, and changing what is said of them."""

import hashlib

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction

from haidang import clock
from haidang.activities.facts import one_line
from haidang.activities.photos import NotAPhoto
from haidang.documents.commands import note_secret_file
from haidang.documents.folding import folded
from haidang.errors import Incomplete, Issue, NotAllowed
from haidang.ledger.commands import record
from haidang.newsroom import picture_rules
from haidang.newsroom.models import Picture
from haidang.newsroom.picture_facts import PictureFacts, facts_of, wrong_with
from haidang.newsroom.pixels import likeness, taken
from haidang.orgs.models import Unit, User
from haidang.plans.overtaking import Overtaken
from haidang.text.reading import secrecy_mark_of_name


def add_picture(*, unit: Unit, content: bytes, name: str, facts: PictureFacts, by: User) -> Picture:
    """Take a picture into a unit's library, made anew: its position and what was hidden are gone.

    The same picture again gives the one that is there. Of a file whose name bears a secrecy mark
    a receipt stays and nothing else (promise N19). Refuses with NotAllowed, and with Incomplete
    where it is no picture, is too large, or its facts are wrong. No transaction is open meanwhile.
    """
    if not picture_rules.may_add_picture(by, unit):
        raise NotAllowed("Chỉ người viết của đơn vị mới thêm được ảnh vào kho ảnh này.")
    if secrecy_mark_of_name(name):
        raise note_secret_file(content=content, unit=unit, by=by)
    shown = one_line(name)[:100] or "Ảnh"
    if issues := [*wrong_with(facts), *_about_size(shown, content)]:
        raise Incomplete(issues)
    try:
        pixels = taken(content)
    except NotAPhoto as error:
        raise Incomplete([Issue("not_a_photo", f"{shown}: {error}", "file")]) from error
    return _keep(unit, pixels, facts.cleaned, by)


@transaction.atomic
def _keep(unit: Unit, pixels: bytes, facts: PictureFacts, by: User) -> Picture:
    unit = Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    digest = hashlib.sha256(pixels).hexdigest()
    same: Picture | None = Picture.objects.filter(unit=unit, digest=digest).first()
    if same is not None:
        return same
    file = ContentFile(pixels, name=f"{digest[:20]}.jpg")
    picture = Picture(unit=unit, file=file, digest=digest, likeness=likeness(pixels))
    picture.uploaded_by_user = by
    picture.file_size, picture.file_hash = len(pixels), digest[:40]
    _say(picture, facts)
    picture.save()
    # Wagtail writes the machine's day, which in a demonstration is another.
    picture.created_at = clock.now()
    Picture.objects.filter(pk=picture.pk).update(created_at=picture.created_at)
    record("add_picture", target=picture, by=by, sha256=digest, **facts.plain)
    return picture


@transaction.atomic
def edit_picture(*, picture: Picture, seen: int, facts: PictureFacts, by: User) -> Picture:
    """Change the words of a picture and where its middle is, for whoever uses it from now on.

    Stories that show it keep the words that they have: those are theirs, and were cleared with
    them. Refuses with NotAllowed, Incomplete, and with Overtaken where it is not as it was `seen`.
    """
    picture = Picture.objects.select_for_update(no_key=True).get(pk=picture.pk)
    if not picture_rules.may_edit_picture(by, picture):
        raise NotAllowed("Chỉ người viết của đơn vị mới sửa được ảnh này.")
    if issues := wrong_with(facts):
        raise Incomplete(issues)
    if picture.version != seen:
        raise Overtaken([], picture.version, by)
    before = facts_of(picture).plain
    changed = {k: v for k, v in facts.cleaned.plain.items() if v != before[k]}
    if changed:
        _say(picture, facts.cleaned)
        picture.version += 1
        picture.save()
        record("edit_picture", target=picture, by=by, **changed)
    return picture


def _say(picture: Picture, facts: PictureFacts) -> None:
    picture.description, picture.caption = facts.alt, facts.caption
    picture.rights, picture.source, picture.consent = facts.rights, facts.source, facts.consent
    picture.focus = facts.focus
    picture.title = (facts.caption or facts.alt or f"Ảnh {picture.digest[:8]}")[:255]
    picture.folded = folded(facts.alt, facts.caption, facts.rights, facts.source)


def _about_size(name: str, content: bytes) -> list[Issue]:
    most = settings.PHOTO_LIMIT
    if len(content) <= most:
        return []
    message = f"{name} nặng quá {most // 2**20} MB. Lưu ở cỡ nhỏ hơn rồi thêm lại."
    return [Issue("photo_too_large", message, "file")]
