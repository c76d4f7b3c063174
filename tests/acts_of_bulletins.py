"""Every command about bulletins with what it is asked, for whoever must be refused by all."""

import datetime as dt

from haidang.broadcast.commands.bulletins import draft_bulletin
from haidang.broadcast.commands.clearing_bulletins import submit_bulletin
from haidang.broadcast.models import Bulletin
from haidang.newsroom.enums import Step
from tests.makers.bulletins import lay_recording
from tests.makers.orgs import make_unit, make_user

DAY = dt.date(2024, 11, 25)


def of_bulletins():
    """What each command is asked."""
    unit = make_unit("xã Loa")
    by = make_user("editor", unit=unit)
    recording = lay_recording(unit, by)
    facts = {"title": "Bản tin", "on": DAY, "words": "Bà con chú ý."}
    draft = draft_bulletin(unit=unit, by=by, **facts)
    sent = draft_bulletin(unit=unit, by=by, **facts)
    Bulletin.objects.filter(pk=sent.pk).update(recording=recording)
    submission = submit_bulletin(bulletin=sent, by=by, no_secret=True)
    taken = {"unit": unit, "title": "x"}
    return {
        "draft_bulletin": {"unit": unit, **facts},
        "edit_bulletin": {"bulletin": draft, "seen": 0, **facts},
        "renew_bulletin": {"bulletin": draft, "seen": 0},
        "give_sound": {"bulletin": draft, "seen": 0, "recording": recording},
        "share_bulletin": {"bulletin": draft},
        "retire_bulletin": {"bulletin": draft},
        "submit_bulletin": {"bulletin": draft, "no_secret": True},
        "clear_bulletin": {"submission": submission, "step": Step.EDITOR, "agrees": True},
        "take_recording": {"content": b"x", **taken},
        "speak_by_machine": {"words": "x", **taken},
        "confirm_music": {"recording": recording},
        "retire_recording": {"recording": recording},
    }
