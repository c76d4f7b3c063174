"""Which sound is somebody's words: it is heard once two people cleared it, as a bulletin."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q

from haidang.broadcast.enums import Source
from haidang.broadcast.models import Alert, Bulletin, Recording

VOICES = (Source.RECORDED, Source.SPOKEN_BY_MACHINE)


def spoken_among(recordings: Iterable[int]) -> set[int]:
    """Those of some recordings that are no music: voices, the sound of bulletins and emergencies.

    The same sound under another name is the same sound.
    """
    bulletins = Bulletin.objects.filter(recording__file=OuterRef("file"))
    alerts = Alert.objects.filter(recording__file=OuterRef("file"))
    words = Q(source__in=VOICES) | Q(Exists(bulletins)) | Q(Exists(alerts))
    return set(Recording.objects.filter(words, pk__in=set(recordings)).values_list("pk", flat=True))
