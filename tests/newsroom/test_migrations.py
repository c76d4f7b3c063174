"""An installation whose front pages stood alone is carried over: they answer where they did."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from wagtail.models import Page, Site

from haidang.newsroom.commands.portals import open_portal
from haidang.newsroom.models import FrontPage, Portal, SectionPage
from haidang.orgs.models import Unit
from tests.makers import make_unit

FIRST = [("newsroom", "0001_initial")]


def migrate(targets):
    MigrationExecutor(connection).migrate(targets)
    return MigrationExecutor(connection).loader.project_state(targets).apps


def latest():
    """Of every room: those above went back with the newsroom, and its pages show what they hold."""
    return MigrationExecutor(connection).loader.graph.leaf_nodes()


def front_pages_standing_alone(apps, unit):
    """As they were laid before there were portals: directly below the root of all pages."""
    kinds, locales = apps.get_model("contenttypes", "ContentType"), {}
    kind, _ = kinds.objects.get_or_create(app_label="newsroom", model="frontpage")
    root = Page.objects.get(depth=1)
    Site.objects.filter(is_default_site=True).update(root_page=root)
    apps.get_model("wagtailcore", "Page").objects.filter(depth=2).delete()
    for number, language in enumerate(("vi", "en", "km"), start=1):
        locale = apps.get_model("wagtailcore", "Locale")
        locales[language], _ = locale.objects.get_or_create(language_code=language)
        apps.get_model("newsroom", "FrontPage").objects.create(
            title=f"Trang {language}",
            draft_title="x",
            slug=language,
            depth=2,
            path=f"0001000{number}",
            url_path=f"/{language}/",
            content_type=kind,
            locale=locales[language],
            written_in="vi",
            unit_id=unit.pk,
        )
    Page.objects.filter(pk=root.pk).update(numchild=3)


@pytest.mark.django_db(transaction=True)
def test_front_pages_of_an_older_installation_get_a_portal_with_sections(client):
    unit = make_unit("huyện Biển Xa", kind="huyen", place="Biển Xa")
    front_pages_standing_alone(migrate(FIRST), unit)

    migrate(latest())
    cache.clear()  # who serves afterwards is not who migrated: nothing is known of before

    (portal,) = Portal.objects.all()
    assert (portal.unit, portal.slug, portal.numchild) == (unit, "bien-xa", 3)
    assert [page.url for page in FrontPage.objects.all()] == ["/vi/", "/en/", "/km/"]
    assert (SectionPage.objects.count(), Page.find_problems()) == (24, ([], [], [], [], []))
    assert "Trang en" in client.get("/en/").content.decode()
    pages = open_portal(unit=Unit.objects.get(pk=unit.pk), by=None)
    assert [page.title for page in pages] == ["Trang vi", "Trang en", "Trang km"]
    assert (SectionPage.objects.count(), Portal.objects.count()) == (24, 1)
