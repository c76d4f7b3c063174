"""What is done at Wagtail's desk goes into our ledger, in the transaction of Wagtail's own log."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail import hooks
from wagtail.models import ModelLogEntry, Page, PageLogEntry

from haidang.errors import NotAllowed
from haidang.ledger.commands import record
from haidang.newsroom.models import Story

ACCOUNTS = {"users", "groups", "workflows", "workflow-tasks", "collections"}
# What web/desk.py closes: nobody is led to a closed door.
CLOSED = {"explorer", "images", "documents", "reports", "snippets", "help"}
TRANSLATIONS = "translations"


# Wagtail offers no hook at this place; its own signal of a row saved is the only one.
@receiver(post_save, sender=PageLogEntry)
@receiver(post_save, sender=ModelLogEntry)
def keep_in_ledger(instance: PageLogEntry | ModelLogEntry, created: bool, **kwargs: Any) -> None:
    """Record an act of Wagtail's log under its own name, on the row that it was about.

    Not what a story is called: the ledger is read by people who may not see its drafts.
    """
    if created:
        model = instance.content_type.model_class()
        target = model(pk=instance.object_id)
        named = {} if issubclass(model, Story) else {"title": instance.label}
        record(instance.action, target=target, by=instance.user, **named)


@hooks.register("construct_settings_menu")  # type: ignore[untyped-decorator] # Wagtail ships none
def leave_accounts_to_commands(request: object, items: list[Any]) -> None:
    """Take accounts out of the desk: `orgs` opens them, with the roles that rules ask for."""
    items[:] = [item for item in items if item.name not in ACCOUNTS]


@hooks.register("construct_main_menu")  # type: ignore[untyped-decorator] # Wagtail ships none
def leave_pages_and_files_out(request: object, items: list[Any]) -> None:
    """Take pages and files out of the desk: stories have their own, where they are cleared."""
    items[:] = [item for item in items if item.name not in CLOSED]


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


@hooks.register("construct_homepage_panels", order=1000)  # type: ignore[untyped-decorator] # as above
@hooks.register("construct_homepage_summary_items", order=1000)  # type: ignore[untyped-decorator] # as above
def show_no_pages(request: object, items: list[Any]) -> None:
    """Show no page on the desk's first page: its titles are not for everybody who comes in."""
    items.clear()
