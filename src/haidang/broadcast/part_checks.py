"""What is wrong with a programme before it stands in a week, in words for who places it."""

import datetime as dt
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from haidang import clock
from haidang.activities.enums import Language
from haidang.broadcast.enums import ProgrammeKind
from haidang.broadcast.models import Bulletin, Recording, Slot, Station
from haidang.broadcast.part_facts import PLAYED, SPOKEN, PartFacts
from haidang.broadcast.queries.spoken import spoken_among
from haidang.broadcast.sittings import comes_round
from haidang.errors import Issue

LONGEST = 24 * 3600
FAR = dt.timedelta(days=370)
_is_address = URLValidator(schemes=["http", "https"])


def about_sitting(station: Station, slot: Slot, on: dt.date) -> list[Issue]:
    """What is wrong with the time that was chosen."""
    if slot.station_id != station.pk:
        return [Issue("other_station", "Chọn khung giờ của đài này.", "slot")]
    if abs(on - clock.today()) > FAR:
        return [Issue("far_day", "Chọn ngày trong vòng một năm.", "on")]
    if not comes_round(slot, on):
        message = f"Khung “{slot.name}” không phát ngày {on:%d/%m/%Y}."
        return [Issue("not_that_day", message, "slot")]
    return []


def about_part(facts: PartFacts, station: Station) -> list[Issue]:
    """What is wrong with what is said of a programme; its facts are completed."""
    return [*_about_words(facts), *_about_sound(facts, station)]


def _about_words(facts: PartFacts) -> Iterator[Issue]:
    if facts.kind not in ProgrammeKind.values:
        yield Issue("no_kind", "Chọn loại chương trình.", "kind")
    if not facts.title:
        yield Issue("no_title", "Ghi tên chương trình.", "title")
    if facts.language not in Language.values:
        yield Issue("no_language", "Chọn ngôn ngữ.", "language")
    if facts.seconds is None:
        yield Issue("no_length", "Ghi thời lượng, ví dụ 15 phút.", "seconds")
    elif not 1 <= facts.seconds <= LONGEST:
        yield Issue("no_length", "Thời lượng từ 1 giây đến 24 giờ.", "seconds")


def _about_sound(facts: PartFacts, station: Station) -> Iterator[Issue]:
    if facts.bulletin and facts.recording:
        yield Issue("two_sounds", "Chọn bản tin hoặc bản thu, không cả hai.", "recording")
    if facts.bulletin and not _is_ours(facts.bulletin, station):
        yield Issue("other_bulletin", "Chọn bản tin của đơn vị hoặc của cấp trên.", "bulletin")
    if facts.bulletin and facts.kind not in SPOKEN:
        yield Issue("no_bulletin", "Loại chương trình này không phát bản tin.", "bulletin")
    if facts.recording and not _is_of_unit(facts.recording, station):
        yield Issue("other_recording", "Chọn bản thu của đơn vị.", "recording")
    if facts.recording and (facts.kind not in PLAYED or spoken_among([facts.recording.pk])):
        # Spoken words are heard once two people cleared them, and that is a bulletin (NĐ 49/2024).
        message = "Lời nói phát theo bản tin đã duyệt; bản thu chọn ở đây là nhạc, nhạc hiệu."
        yield Issue("not_cleared", message, "recording")
    if facts.relay and (facts.kind != ProgrammeKind.RELAY or not _sounds(facts.relay)):
        message = "Nguồn tiếp âm là địa chỉ bắt đầu bằng http:// hoặc https://, của loại tiếp âm."
        yield Issue("no_relay", message, "relay")


def _is_ours(bulletin: Bulletin, station: Station) -> bool:
    """Of the station's authority, or shared by one above it."""
    unit = station.unit
    is_own = bulletin.unit.seat == unit.seat
    return is_own or (bulletin.is_shared and unit.is_under(bulletin.unit.seat))


def _is_of_unit(recording: Recording, station: Station) -> bool:
    return recording.unit.seat == station.unit.seat and not recording.is_retired


def _sounds(address: str) -> bool:
    try:
        _is_address(address)
    except ValidationError:
        return False
    return True
