"""The room's own job: what is over is cleared away."""

import datetime as dt

from django_tasks import TaskResultStatus

from haidang import clock
from haidang.jobs.backend import NAME, job
from haidang.jobs.models import Mail, Row
from haidang.jobs.periodic import daily

DONE_KEPT, FAILED_KEPT, MAIL_KEPT = (dt.timedelta(days=days) for days in (7, 90, 30))


@daily(at="03:10")
@job()
def clear_away(since: str | None) -> None:
    """Delete done jobs after a week, failed ones after three months, mails after one."""
    now = clock.passing()
    for status, kept in (
        (TaskResultStatus.SUCCESSFUL, DONE_KEPT),
        (TaskResultStatus.FAILED, FAILED_KEPT),
    ):
        over = Row.objects.filter(backend_name=NAME, status=status)
        over.filter(finished_at__lt=now - kept).delete()
    Mail.objects.filter(made_at__lt=now - MAIL_KEPT).delete()
