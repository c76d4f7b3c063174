"""Stations with players and the people who order them, and sound to order."""

import hashlib
from dataclasses import dataclass, field
from itertools import count
from types import SimpleNamespace

from haidang import clock
from haidang.broadcast import seal
from haidang.broadcast.alert_facts import AlertFacts
from haidang.broadcast.commands.alerts import send_alert
from haidang.broadcast.commands.players import add_player
from haidang.broadcast.keys import good_keys
from haidang.broadcast.models import Recording, Release, Station
from haidang.broadcast.packing import packed
from haidang.documents.storage import keep
from haidang.orgs.enums import Role
from tests.makers.orgs import make_unit, make_user

_serial = count(1)


@dataclass
class Level:
    """A district and two communes, each with a station; a group of loudspeakers at the first."""

    district: object
    commune: object
    neighbour: object
    station: Station  # of the commune
    cluster: Station  # hangs on it
    beside: Station  # of the neighbour
    above: Station  # of the district
    leader: object  # of the commune
    high: object  # leader of the district
    keeper: object  # who sets up the commune's players
    auditor: object
    tokens: dict = field(default_factory=dict)


def make_level():
    """Make the stations and the people of two levels."""
    district = make_unit("huyện Thử", kind="huyen")
    commune = make_unit("xã Một", parent=district)
    neighbour = make_unit("xã Hai", parent=district)
    station = Station.objects.create(unit=commune, kind="commune", name="Đài xã Một")
    return Level(
        district=district,
        commune=commune,
        neighbour=neighbour,
        station=station,
        cluster=Station.objects.create(
            unit=commune, kind="cluster", name="Cụm ấp 1", within=station, place="ấp 1"
        ),
        beside=Station.objects.create(unit=neighbour, kind="commune", name="Đài xã Hai"),
        above=Station.objects.create(unit=district, kind="district", name="Đài huyện"),
        leader=make_user(Role.LEADER, unit=commune, post="Phó Chủ tịch"),
        high=make_user(Role.LEADER, unit=district, post="Phó Chủ tịch"),
        keeper=make_user(Role.REPORTER, unit=commune),
        auditor=make_user(Role.AUDITOR, Role.LEADER, unit=district, post="Kiểm tra"),
    )


def a_player_of(station, name="Máy phát"):
    """A player that was added by the installation, and its token."""
    player, token = add_player(station=station, name=name, by=None)
    return SimpleNamespace(player=player, token=token, bearer={"Authorization": f"Bearer {token}"})


def a_sound(unit, by, *, seconds=20, source="uploaded", content=None):
    """A recording whose bytes are its own; nobody listens to it here."""
    content = content or f"tiếng {next(_serial)}".encode() * 400
    file = keep(content, "audio/mpeg")
    return Recording.objects.create(
        unit=unit,
        title="Tin khẩn",
        source=source,
        file=file,
        original=file,
        seconds=seconds,
        loudness=-16,
        made_by=by,
        made_at=clock.now(),
    )


def a_week(station, *, sounds=(), monday=None, number=1, filling=(), bulletin=None, at=None):
    """A released week with a part for each sound, sealed by the real packing."""
    today = clock.passing().date()
    monday = monday or today - today.resolution * today.weekday()
    at = at or clock.passing()
    content = {
        "format": seal.WEEK,
        "station": station.pk,
        "name": station.name,
        "monday": monday.isoformat(),
        "number": number,
        "released_at": at.isoformat(),
        "valid_from": clock.at(monday).isoformat(),
        "valid_until": (clock.at(monday) + monday.resolution * 10).isoformat(),
        "slots": [],
        "parts": [_part(place, sound, bulletin) for place, sound in enumerate(sounds, 1)],
        "filling": [
            {"sha256": sound.file_id, "size": sound.file.size, "seconds": 1.0, "title": "Nhạc"}
            for sound in filling
        ],
    }
    return Release.objects.create(
        station=station,
        monday=monday,
        number=number,
        content=content,
        sha256=seal.digest(content),
        package=packed(content),
        at=at,
    )


def _part(place, sound, bulletin):
    return {
        "id": f"p{place}",
        "slot": 1,
        "kind": "bulletin",
        "title": f"Bản tin {place}",
        "language": "vi",
        "bulletin": bulletin.pk if bulletin else None,
        "relay": "",
        "sha256": sound.file_id,
        "size": sound.file.size,
        "sound_seconds": float(sound.seconds),
    }


def storm(**changed):
    """What a leader says of a storm."""
    words = {
        "headline": "Bão số 12 đổ bộ tối nay",
        "event": "Bão",
        "description": "Gió cấp 11.\nNước dâng 1 m.",
        "instruction": "Tàu thuyền về nơi trú.",
    }
    return AlertFacts(**words | changed)


def an_alert(level, *, stations=None, by=None, facts=None, **more):
    """An emergency that was sent."""
    by = by or level.leader
    recording = more.pop("recording", None) or a_sound(by.unit, by)
    stations = [level.station] if stations is None else stations
    return send_alert(stations=stations, facts=facts or storm(), recording=recording, by=by, **more)


def trusted_by(station):
    """The keys that a player of a station was given at set-up."""
    return {key.public for key in good_keys(station.unit)}


def sha(content):
    """The hash of bytes, as files are named."""
    return hashlib.sha256(content).hexdigest()
