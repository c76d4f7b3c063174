"""Drawing up the log of a month for signing, as a draft among the documents of the station's unit.

The log is kept as it stood: what is said of the month later makes another one, beside it.
"""

import datetime as dt

from django.db import transaction

from haidang import clock
from haidang.broadcast import rules
from haidang.broadcast.models import MonthLog, Station
from haidang.broadcast.month_document import month_document
from haidang.broadcast.month_log import hash_of, last_day
from haidang.broadcast.queries.month import log_of_month
from haidang.documents.commands import draft_document
from haidang.errors import NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import User


@transaction.atomic
def close_month(*, station: Station, first: dt.date, by: User) -> MonthLog:
    """Write the log of a month that is over as a report to be signed, and keep what it says.

    The same log again is the same document. Refuses with NotAllowed, also who may not draft the
    unit's documents, and with WrongState before the month is over.
    """
    first = first.replace(day=1)
    station = Station.objects.select_for_update(no_key=True, of=("self",)).get(pk=station.pk)
    if not rules.may_tick(by, station):
        raise NotAllowed(f"Chỉ người của {station.unit} mới lập nhật ký tháng của {station}.")
    if clock.today() <= last_day(first):
        raise WrongState(
            f"Tháng {first:%m/%Y} chưa hết. Có thể in để xem; lập văn bản trình ký từ ngày "
            f"{last_day(first) + dt.timedelta(days=1):%d/%m/%Y}."
        )
    content = log_of_month(station, first)
    digest = hash_of(content)
    last = station.month_logs.filter(first=first).order_by("-pk").first()
    if last is not None and last.sha256 == digest:
        return last
    revision = draft_document(
        document=month_document(content, station.unit, clock.today(), digest),
        unit=station.unit,
        by=by,
        file_name=f"nhat-ky-phat-song-{first:%Y-%m}.docx",
    )
    log = MonthLog.objects.create(
        station=station,
        first=first,
        content=content,
        sha256=digest,
        edition=revision.edition,
        file=revision.file,
        by=by,
        at=clock.now(),
    )
    about = {"month": f"{first:%Y-%m}", "sha256": digest}
    record("close_month", target=log, by=by, **about)
    return log
