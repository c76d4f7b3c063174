"""What is heard when nothing else is there to be heard."""

from haidang.broadcast.models import Recording, Station
from haidang.broadcast.queries.spoken import spoken_among


def filling_of(station: Station) -> list[Recording]:
    """Music and tunes of the station's authority for when nothing else is there to be heard."""
    rows = Recording.objects.filter(
        is_for_filling=True, is_retired=False, music_by__isnull=False
    ).select_related("file", "unit__acts_for")
    own = [one for one in rows.order_by("pk") if one.unit.seat == station.unit.seat]
    spoken = spoken_among(one.pk for one in own)
    return [one for one in own if one.pk not in spoken]
