"""What is done at Wagtail's desk goes into our ledger, in the transaction of Wagtail's own log."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail import hooks
from wagtail.admin.site_summary import PagesSummaryItem
from wagtail.models import ModelLogEntry, Page, PageLogEntry

from haidang.errors import NotAllowed
from haidang.ledger.commands import record
from haidang.newsroom.models import Story

ACCOUNTS = {"users", "groups"}
FILES = {"images", "documents"}
TRANSLATIONS = "translations"


# Wagtail offers no hook at this place; its own signal of a row saved is the only one.
@receiver(post_save, sender=PageLogEntry)
@receiver(post_save, sender=ModelLogEntry)
def keep_in_ledger(instance: PageLogEntry | ModelLogEntry, created: bool, **kwargs: Any) -> None:
    """Record an act of Wagtail's log under its own name, on the row that it was about."""
    if created:
        model = instance.content_type.model_class()
        target = model(pk=instance.object_id)
        record(instance.action, target=target, by=instance.user, title=instance.label)


@hooks.register("construct_settings_menu")  # type: ignore[untyped-decorator] # Wagtail ships none
def leave_accounts_to_commands(request: object, items: list[Any]) -> None:
    """Take accounts out of the desk: `orgs` opens them, with the roles that rules ask for."""
    items[:] = [item for item in items if item.name not in ACCOUNTS]


@hooks.register("construct_main_menu")  # type: ignore[untyped-decorator] # Wagtail ships none
def leave_files_out(request: object, items: list[Any]) -> None:
    """Take files out of the desk: nothing there looks at them before they are kept."""
    items[:] = [item for item in items if item.name not in FILES]


@hooks.register("construct_reports_menu")  # type: ignore[untyped-decorator] # as above
def leave_translations_out(request: object, items: list[Any]) -> None:
    """Take wagtail-localize's report out of the desk: our pages say what is stale."""
    items[:] = [item for item in items if item.name != TRANSLATIONS]


# Before wagtail-localize's own, which would show its editor instead.
@hooks.register("before_edit_page", order=-1)  # type: ignore[untyped-decorator] # as above
def leave_stories_to_commands(request: object, page: Page) -> None:
    """Refuse to change a story here: it is written, translated and cleared by commands."""
    if isinstance(page.specific_deferred, Story):
        raise NotAllowed("Tin, bài được viết, dịch, duyệt ở mục Nội dung của Hải Đăng.")


@hooks.register("construct_homepage_summary_items", order=1000)  # type: ignore[untyped-decorator] # as above
def count_pages_only(request: object, items: list[Any]) -> None:
    """Count pages on the desk's first page, and nothing that it does not keep."""
    items[:] = [item for item in items if isinstance(item, PagesSummaryItem)]
