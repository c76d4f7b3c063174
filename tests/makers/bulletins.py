"""Bulletins with real sound, on any part of their way to the loudspeaker."""

import datetime as dt
import subprocess
from functools import cache

from haidang import clock
from haidang.broadcast.commands.bulletins import draft_bulletin, give_sound
from haidang.broadcast.commands.clearing_bulletins import clear_bulletin, submit_bulletin
from haidang.broadcast.commands.recording import take_recording
from haidang.broadcast.models import Bulletin, Recording
from haidang.documents.storage import keep
from haidang.newsroom.enums import Step
from tests.makers.portal import publish

DAY = dt.date(2024, 11, 25)


@cache
def sound(seconds=2, *, volume="0.3", ending="mp3", more=()):
    """A tone, made once."""
    tone = f"sine=frequency=440:duration={seconds},volume={volume}"
    words = ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", tone, *more, "-f", ending, "pipe:1"]
    return subprocess.run(words, check=True, capture_output=True).stdout


def make_recording(unit, by, title="Bản thu sáng", *, seconds=2, **given):
    """A tone, taken as any other sound is."""
    return take_recording(unit=unit, title=title, content=sound(seconds), by=by, **given)


def lay_recording(unit, by, title="Bản thu sáng", content=b"mp3", **facts):
    """A row of sound that nobody listens to, for tests that do not stand on ffmpeg."""
    file = keep(content, "audio/mpeg")
    facts = {"language": "vi", "source": "uploaded", "seconds": 2, "loudness": -16} | facts
    kept = {"file": file, "original": file, "made_by": by, "made_at": clock.now()}
    return Recording.objects.create(unit=unit, title=title, **kept, **facts)


def make_bulletin(room, title="Bản tin sáng", *, stories=None, language="vi", with_sound=True):
    """A draft of a newsroom (makers/newsroom.py), from a story that is public, with sound."""
    if stories is None:
        stories = [publish(room, f"Ngư dân ra khơi {Bulletin.objects.count()}")]
    facts = {"title": title, "on": DAY, "language": language, "stories": stories}
    bulletin = draft_bulletin(unit=room.unit, by=room.author, **facts)
    if with_sound:
        recording = make_recording(room.unit, room.author, title, language=language)
        give_sound(bulletin=bulletin, recording=recording, seen=bulletin.version, by=room.author)
    return Bulletin.objects.get(pk=bulletin.pk)


def clear_both(room, bulletin):
    """Send a bulletin and let both agree."""
    submission = submit_bulletin(bulletin=bulletin, by=room.author, no_secret=True)
    for step, by in ((Step.EDITOR, room.editor), (Step.CONFIDENTIALITY, room.officer)):
        clear_bulletin(submission=submission, step=step, agrees=True, by=by)
    return submission


def make_cleared_bulletin(room, title="Bản tin sáng", **given):
    """A bulletin that may be aired."""
    bulletin = make_bulletin(room, title, **given)
    clear_both(room, bulletin)
    return Bulletin.objects.get(pk=bulletin.pk)
