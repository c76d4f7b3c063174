"""What Wagtail writes is in our ledger too."""

import pytest
from wagtail.log_actions import log
from wagtail.models import Locale, PageLogEntry, Site

from haidang.ledger.models import Entry
from haidang.ledger.queries import first_fault
from haidang.newsroom.commands.portals import open_portal
from haidang.orgs.enums import Role
from tests.makers import make_unit, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return open_portal(unit=make_unit(), by=None)[0]


def last():
    entry = Entry.objects.latest("seq")
    return entry.event, entry.target_type, entry.target_id, entry.by_name


def test_an_edit_at_the_desk_is_recorded_on_the_page(page):
    editor = make_user(Role.EDITOR)

    page.save_revision(user=editor, log_action=True)

    assert last() == ("wagtail.edit", "newsroom.frontpage", str(page.pk), editor.username)


def test_a_page_taken_away_is_recorded_under_its_number(page):
    number = str(page.pk)

    page.delete(user=make_user(Role.ADMINISTRATOR, username="quantri"))

    assert last() == ("wagtail.delete", "newsroom.frontpage", number, "quantri")


def test_rows_beside_the_pages_are_recorded_too(page):
    site = Site.objects.get()

    log(site, "wagtail.edit", user=make_user(Role.ADMINISTRATOR, username="quantri"))

    assert last() == ("wagtail.edit", "wagtailcore.site", str(site.pk), "quantri")


def test_a_row_of_wagtails_log_counts_once(page):
    page.save_revision(user=make_user(Role.EDITOR), log_action=True)
    entries = Entry.objects.count()

    PageLogEntry.objects.latest("pk").save()

    assert Entry.objects.count() == entries


def test_the_chain_holds_after_wagtails_acts(page):
    page.save_revision(user=make_user(Role.EDITOR), log_action=True)
    Locale.objects.create(language_code="fr")

    assert first_fault() is None
