"""Opening portals."""

import re

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.log_actions import LogContext
from wagtail.models import GroupPagePermission, Page, Site

from haidang.errors import Incomplete, Issue, NotAllowed
from haidang.ledger.commands import record
from haidang.newsroom import rules
from haidang.newsroom.laying import front_pages, lay_sections, root_of, settle
from haidang.newsroom.models import FrontPage, SectionPage
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, User

HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(\.(?!-)[a-z0-9-]{1,63})+")
LONGEST = 253


@transaction.atomic
def open_portal(*, unit: Unit, by: User | None, host: str = "") -> list[FrontPage]:
    """Open a unit's portal: a front page in each language with its sections, without stories yet.

    It answers on `host`; without one on the address of the installation if no other portal does.
    Opening it again lays what lacks, and gives it another host if one is named. Refuses with
    NotAllowed, and with Incomplete a host that is no name or another portal's.
    """
    Site.objects.select_for_update(no_key=True).get(is_default_site=True)
    if not rules.may_open_portal(by):
        raise NotAllowed("Chỉ người quản trị mới được mở cổng thông tin.")
    host = _checked(unit, host.strip().lower().rstrip("."))
    before = _shape(unit)
    with LogContext(user=by):
        root = root_of(unit)
        pages = front_pages(root)
        lay_sections(root, pages)
        settle(root, host)
    _let_editors_in(root)
    if _shape(unit) != before:
        record(
            "open_portal", target=unit, by=by, pages=[page.url_path for page in pages], host=host
        )
    return pages


def _checked(unit: Unit, host: str) -> str:
    if host and not (HOST.fullmatch(host) and len(host) <= LONGEST):
        raise Incomplete([Issue("host_name", f"“{host}” không phải tên máy.", "host")])
    others = Site.objects.exclude(root_page__in=Page.objects.filter(portal__unit=unit))
    if host and others.filter(hostname=host).exists():
        raise Incomplete([Issue("host_taken", f"Tên máy {host} đã thuộc cổng khác.", "host")])
    return host


def _shape(unit: Unit) -> tuple[object, ...]:
    fronts = FrontPage.objects.filter(unit=unit).count()
    sections = SectionPage.objects.filter(url_path__startswith=_url_path(unit)).count()
    hosts = Site.objects.filter(root_page__portal__unit=unit).values_list("hostname", flat=True)
    return fronts, sections, sorted(hosts)


def _url_path(unit: Unit) -> str:
    root = Page.objects.filter(portal__unit=unit).first()
    return str(root.url_path) if root else "-"


def _let_editors_in(root: Page) -> None:
    # Editors write drafts; publishing is asked of the gate.
    editors, _ = Group.objects.get_or_create(name=Role.EDITOR.value)
    editors.permissions.add(Permission.objects.get(codename="access_admin"))
    GroupPagePermission.objects.get_or_create(
        group=editors,
        page=root,
        permission=Permission.objects.get(
            codename="change_page", content_type__app_label="wagtailcore"
        ),
    )
