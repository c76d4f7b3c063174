"""What was to be aired today and nobody has said anything of: one row a sitting."""

from django.urls import reverse

from haidang.broadcast.aired_sittings import AiredSitting
from haidang.broadcast.models import Station
from haidang.broadcast.queries.unsaid import unsaid_today
from haidang.orgs.models import User
from haidang.web.views.work.rows import Group, Row


def ticks_of(user: User) -> Group:
    """The sittings of today to be marked; from each row it is one press."""
    return Group("Đánh dấu đã phát", [_row(*one) for one in unsaid_today(user)])


def _row(station: Station, sitting: AiredSitting) -> Row:
    titles = "; ".join(one.planned.title for one in sitting.outcomes)
    name = sitting.slot.name if sitting.slot else "Ngoài khung giờ"
    return Row(
        title=f"{name} {sitting.starts_at:%-Hh%M}: {titles}"[:120],
        why=str(station),
        url=f"{reverse('as-run')}?dai={station.pk}&ngay={sitting.on.isoformat()}",
        kind="soon",
        word="Chưa có nhật ký",
        date="hôm nay",
    )
