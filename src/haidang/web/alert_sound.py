"""The voice of an emergency, as a leader's form gives it."""

from haidang.broadcast.commands import speak_by_machine, take_recording
from haidang.broadcast.models import Recording
from haidang.orgs.models import User
from haidang.web.forms.radio.alert import AlertForm, recording_given


def taken_sound(form: AlertForm, by: User) -> Recording | None:
    """The file that was sent, else what was taken before, else a machine's voice if asked for.

    Refuses with Incomplete what is no sound, and where no voice is installed.
    """
    unit, given, title = by.unit, form.cleaned_data, form.facts().marked_headline
    if unit is None:
        return None
    language = given["language"]
    if file := given["sound"]:
        return take_recording(
            unit=unit,
            title=title,
            content=file.read(),
            name=file.name,
            language=language,
            by=by,
        )
    if kept := recording_given(form, by.seat.path):
        return kept
    if given.get("machine"):
        words = form.spoken_words()
        return speak_by_machine(unit=unit, title=title, words=words, language=language, by=by)
    return None
