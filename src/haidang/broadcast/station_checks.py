"""What is still wrong with a station, its hours, or a rule for hours, in words for who types it."""

from collections.abc import Collection, Iterable, Iterator

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from haidang.activities.enums import Language
from haidang.broadcast.enums import StationKind
from haidang.broadcast.models import Release, Slot, Station
from haidang.broadcast.overlapping import first_overlap, released_overlap
from haidang.broadcast.station_facts import RuleFacts, SlotFacts, StationFacts
from haidang.errors import Issue

DAY = 1440
_is_address = URLValidator(schemes=["http", "https"])


def about_station(facts: StationFacts, of: Station) -> list[Issue]:
    """What is wrong with what is said of a station."""
    return list(_about_station(facts, of))


def _about_station(facts: StationFacts, of: Station) -> Iterator[Issue]:
    if not facts.name:
        yield Issue("no_name", "Ghi tên đài hoặc cụm loa.", "name")
    if facts.kind not in StationKind.values:
        yield Issue("no_kind", "Chọn loại đài.", "kind")
    unknown = set(facts.languages) - set(Language.values)
    if not facts.languages or unknown:
        yield Issue("no_language", "Chọn ít nhất một ngôn ngữ phát.", "languages")
    if facts.stream and not _sounds(facts.stream):
        yield Issue("no_stream", "Địa chỉ luồng phát bắt đầu bằng http:// hoặc https://.", "stream")
    yield from _about_place(facts, of)


def _about_place(facts: StationFacts, of: Station) -> Iterator[Issue]:
    """A cluster hangs on a station of its own authority, or of one above it."""
    hangs = facts.kind == StationKind.CLUSTER
    if hangs != (facts.within is not None):
        message = "Cụm loa phải thuộc một đài; đài thì không thuộc đài nào."
        yield Issue("no_station", message, "within")
    elif facts.within and not _may_hang(facts.within, of):
        yield Issue("no_station", "Chọn đài của đơn vị hoặc của cấp trên.", "within")


def _may_hang(within: Station, of: Station) -> bool:
    if within.pk == of.pk or within.kind == StationKind.CLUSTER or within.is_retired:
        return False
    return of.unit.is_under(within.unit) or of.unit.seat == within.unit.seat


def about_slot(facts: SlotFacts) -> list[Issue]:
    """What is wrong with what is said of a slot by itself."""
    found = []
    if not facts.name:
        found.append(Issue("no_name", "Ghi tên khung giờ, ví dụ “Sáng”.", "name"))
    if not 1 <= facts.minutes <= DAY:
        found.append(Issue("no_minutes", "Khung giờ dài từ 1 đến 1440 phút.", "minutes"))
    if not facts.weekdays:
        found.append(Issue("no_weekdays", "Chọn ít nhất một thứ trong tuần.", "weekdays"))
    if facts.valid_to and facts.valid_to < facts.valid_from:
        found.append(Issue("ends_early", "Ngày cuối không trước ngày đầu.", "valid_to"))
    return found


def about_overlap(
    slot: Slot, others: Iterable[Slot], released: Iterable[Release]
) -> Iterator[Issue]:
    """The hours that a slot would get into the way of, of the station and of released weeks."""
    for other in others:
        if other.pk != slot.pk and (day := first_overlap(slot, other)):
            message = (
                f"Trùng giờ với khung “{other.name}” ({other.starts_at:%-Hh%M},"
                f" {other.minutes} phút), từ ngày {day:%d/%m/%Y}."
            )
            yield Issue("overlap", message, "starts_at")
            return
    if found := released_overlap(slot, [one.content for one in released]):
        theirs, release = found
        message = (
            f"Trùng giờ với khung “{theirs.name}” lúc {theirs.starts_at:%-Hh%M %d/%m/%Y} của tuần"
            f" đã phát hành (tuần {release})."
        )
        yield Issue("overlaps_release", message, "starts_at")


def about_rule(facts: RuleFacts, others: Collection[str] = ()) -> list[Issue]:
    """What is wrong with what is said of a rule; `others` are the names that are taken."""
    found = []
    if not facts.name:
        found.append(Issue("no_name", "Ghi tên quy định, ví dụ “Nông thôn”.", "name"))
    if facts.name in others:
        message = "Đã có quy định tên này. Sửa quy định đó, hoặc đặt tên khác."
        found.append(Issue("name_taken", message, "name"))
    times = facts.not_before, facts.not_after
    if times[0] and times[1] and times[0] >= times[1]:
        message = "Giờ sớm nhất phải trước giờ muộn nhất."
        found.append(Issue("no_hours", message, "not_after"))
    if (days := facts.most_days_a_week) and days > len("1234567"):
        found.append(Issue("no_days", "Một tuần có 7 ngày.", "most_days_a_week"))
    return found


def _sounds(address: str) -> bool:
    try:
        _is_address(address)
    except ValidationError:
        return False
    return True
