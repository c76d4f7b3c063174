"""What readers say of pages: counted, and nothing kept of who said it."""

from django.db import transaction
from django.db.models import F
from wagtail.models import Page

from haidang import clock
from haidang.newsroom.enums import Answer
from haidang.newsroom.models import Rating


@transaction.atomic
def rate_page(*, page: Page, answer: Answer) -> None:
    """Count one answer to whether a page was useful (NĐ 224/2026/NĐ-CP, Điều 10).

    Anybody may: no name and no entry in the ledger is kept, one number for a day and an answer.
    """
    row, _ = Rating.objects.get_or_create(page=page, on=clock.today(), answer=answer)
    Rating.objects.filter(pk=row.pk).update(times=F("times") + 1)
