"""The tune that a newcomer hears: made by our own code, taken as any other sound is."""

import io
import wave

import pytest

from haidang.broadcast.models import Part, Recording
from haidang.broadcast.sound import levelled
from haidang.demonstration.broadcast import TUNE
from haidang.demonstration.tune import chime
from tests.system import needs

with_ffmpeg = needs("ffmpeg", "ffmpeg")


def test_the_chime_is_the_same_each_time_and_twelve_seconds_long():
    with wave.open(io.BytesIO(chime())) as file:
        assert file.getnframes() / file.getframerate() == 12
    assert chime() == chime()


@with_ffmpeg
def test_nothing_is_found_wrong_with_the_chime():
    made = levelled(chime())

    assert made.findings == []
    assert made.seconds == pytest.approx(12, abs=0.1)


@with_ffmpeg
@pytest.mark.usefixtures("accounts")
def test_the_station_of_the_demonstration_opens_with_its_tune_and_waits_with_it():
    tune = Recording.objects.get(title=TUNE)

    assert tune.is_for_filling
    assert tune.is_music
    opened = Part.objects.filter(recording=tune)
    assert [part.ordinal for part in opened] == [1] * 5
