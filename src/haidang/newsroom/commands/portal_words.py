"""The words that a portal greets with: of its front pages and its sections."""

from django.db import transaction
from wagtail.log_actions import LogContext

from haidang.activities.facts import one_line
from haidang.documents.stamps import refuse_stamped
from haidang.errors import Incomplete, Issue, NotAllowed
from haidang.ledger.commands import record
from haidang.newsroom import rules
from haidang.newsroom.models import FrontPage, SectionPage
from haidang.orgs.models import User

LONGEST_TITLE, LONGEST_WORDS = 120, 300


@transaction.atomic
def change_portal_words(
    *, page: FrontPage | SectionPage, title: str, standfirst: str, by: User
) -> FrontPage | SectionPage:
    """Change the title and the words below it; readers see them at once.

    Refuses with NotAllowed whoever is no administrator, and with Incomplete a page without a title,
    too many words, and a secrecy stamp (N19).
    """
    if not rules.may_open_portal(by):
        raise NotAllowed("Chỉ người quản trị mới được đổi lời của cổng.")
    refuse_stamped(title=title, standfirst=standfirst)
    title, standfirst = one_line(title), one_line(standfirst)
    if issues := _about(title, standfirst):
        raise Incomplete(issues)
    page = type(page).objects.select_for_update(no_key=True, of=("self",)).get(pk=page.pk)
    if (page.title, page.standfirst) == (title, standfirst):
        return page
    page.title = page.draft_title = title
    page.standfirst = standfirst
    with LogContext(user=by):
        page.save()
    facts = {"address": page.url_path, "title": title, "standfirst": standfirst}
    record("change_portal_words", target=page, by=by, **facts)
    return page


def _about(title: str, standfirst: str) -> list[Issue]:
    issues = []
    if not title:
        issues.append(
            Issue("no_title", "Ghi tên trang, ví dụ “Biển, con người và cơ hội”.", "title")
        )
    for field, words, most in (
        ("title", title, LONGEST_TITLE),
        ("standfirst", standfirst, LONGEST_WORDS),
    ):
        if len(words) > most:
            said = f"Dài {len(words)} ký tự; rút gọn còn không quá {most} ký tự."
            issues.append(Issue("too_long", said, field))
    return issues
