"""Every screen of the demonstration, wide and on a phone: it fits, and axe finds no fault."""

import datetime as dt
from collections import defaultdict
from pathlib import Path

import axe_playwright_python
import pytest
from django.test import override_settings

from haidang.activities.models import Activity
from haidang.demonstration import load_demonstration
from haidang.documents.commands import reserve_number
from haidang.documents.enums import NumberStatus, SlipStatus
from haidang.documents.models import Arrival, Issue, Number, Slip
from haidang.occasions.models import Occasion
from haidang.orgs.models import User
from haidang.plans.models import Plan, Task
from haidang.reporting.enums import ReportStatus, SectionKind
from haidang.reporting.models import Flash, Regime, Report, Round
from haidang.reporting.ready import PRESS
from tests.journeys.conftest import PHONE, WIDE, Person
from tests.system import needs

pytestmark = [pytest.mark.journey, needs("chromium", "chromium")]

(AXE,) = Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")
CATALOGUE = ["/danh-muc/", "/danh-muc/loai/"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture
def demonstration(transactional_db):
    """The accounts of a whole demonstration."""
    with override_settings(AS_OF=dt.date(2024, 11, 25)):
        accounts = {name: password for name, password, _ in load_demonstration()}
        clerk = User.objects.get(username="vanthu")
        reserve_number(unit=clerk.seat, document_type="kế hoạch", purpose="Tết", by=clerk)
        yield accounts


SCREENS_OF_THE_WORK = "/don-doc/ /thong-bao/ /mot-trang/ /chua-ai-lam/ /chi-tieu/ /toi/".split()
SCREENS_OF_A_UNIT = "/viec/ /thong-bao/ /cho-gui/ /toi/ /ghi/?loai=talk /nhat-ky/ /bao-cao/".split()


def screens():
    """The addresses that each account would open in a week."""
    round, plan = Round.objects.get(regime__frequency="year"), Plan.objects.get(made_from=None)
    above = Round.objects.get(regime__receiver__kind="tinh")
    report = {row.unit.area: row.pk for row in Report.objects.select_related("unit")}
    talk = Activity.objects.filter(unit__area="xã Mỹ Long Nam", kind="talk").first()
    direction, duty = Task.objects.first(), Task.objects.get(label="III.4.c")
    returned = report["xã Vinh Kim"]
    return {
        "chuyenvien": [
            "/viec/",
            "/nhat-ky/",
            "/ke-hoach/",
            f"/ke-hoach/{plan.pk}/?viec={duty.pk}",
            "/nhiem-vu/",
            *(f"/nv/{end}" for end in (direction.pk, duty.pk, f"{duty.pk}/don-vi/{talk.unit_id}")),
            f"/ke-hoach/{plan.pk}/sua-doi/",
            f"/ke-hoach/{plan.pk}/hieu-luc/",
            "/bao-cao/",
            f"/bao-cao/{round.pk}/",
            f"/bao-cao/{round.pk}/tong-hop/",
            f"/so/{round.pk}/3.2/",
            f"/so/{round.pk}/3.2/{talk.unit_id}/",
            f"/bc/{report['xã Hiệp Mỹ Tây']}/xem-xet/",
            *screens_of_the_calendar(),
            *SCREENS_OF_THE_WORK,
        ],
        "tinh": ["/viec/", "/bao-cao/", f"/bao-cao/{above.pk}/tong-hop/", f"/so/{above.pk}/1.1/"],
        "quantri": ["/viec/", *CATALOGUE],
        "vinhkim": [
            *SCREENS_OF_A_UNIT,
            f"/bc/{returned}/",
            f"/bc/{returned}/3/",
            f"/bc/{returned}/8/",
            f"/bc/{returned}/gui/",
        ],
        "mylongnam": [f"/n/{talk.pk}", f"/n/{talk.pk}/sua/"],
        "lanhdao": ["/viec/", "/mot-trang/", "/chua-ai-lam/", f"/nv/{direction.pk}"],
        "bientap": ["/viec/"],
    }


def screens_of_the_calendar():
    """The same of the days that the work follows."""
    confirmed, border_day = "ok-om-bok", "bien-phong-toan-dan"
    days = {row.key: f"/lich/ngay/{row.pk}/" for row in Occasion.objects.exclude(key=None)}
    return [
        "/lich/",
        "/lich/?xem=thang",
        "/lich/danh-sach/",
        "/lich/them/",
        "/lich/dang-ky/",
        days[confirmed],
        f"{days[border_day]}giao/",
    ]


def screens_of_reporting():
    """The same of regimes, of a whole round, and of what became of one report."""
    round, flash, press = (
        Round.objects.get(regime__frequency="year"),
        Flash.objects.get(),
        Regime.objects.get(name=PRESS.name),
    )
    report = {row.unit.area: row for row in Report.objects.select_related("unit")}
    accepted = Report.objects.filter(status=ReportStatus.ACCEPTED).first()
    section = press.sections.filter(kind=SectionKind.FIGURES).first()
    whole = "loi-van dieu-chinh danh-gia danh-gia/cach-cham khen-thuong doi-han".split()
    return {
        "chuyenvien": [
            "/bao-cao/mo-ky/",
            *(f"/bao-cao/{round.pk}/{end}/" for end in whole),
            f"/so/{round.pk}/3.2/uoc/",
            f"/bc/{accepted.pk}/dieu-chinh/",
            f"/bc/{accepted.pk}/diem/",
            f"/che-do/{round.regime_id}/van-ban/",
        ],
        "quantri": [
            "/che-do/",
            "/che-do/lap/",
            *(f"/che-do/{press.pk}/{end}" for end in ("", "sua/", "xem-truoc/", "bieu-mau/")),
            f"/che-do/muc/{section.pk}/",
            f"/che-do/{round.regime_id}/",
        ],
        "vinhkim": [
            "/bao-cao/nhanh/",
            *(f"/bc/{report['xã Vinh Kim'].pk}/{end}/" for end in ("xlsx", "diem")),
        ],
        "lanhdao": [f"/bao-cao/nhanh/{flash.pk}/"],
    }


def screens_of_documents():
    """The same of what the records office keeps."""
    draft = Slip.objects.get(status=SlipStatus.OPEN).revision.edition.document_id
    issued = Issue.objects.latest("pk").edition.document_id
    held, came = Number.objects.get(status=NumberStatus.RESERVED).pk, Arrival.objects.first().pk
    return {
        "chuyenvien": [
            f"/van-ban/{issued}/?dung-lai=1",
            f"/van-ban/{issued}/so-sanh/",
            "/van-ban/du-thao/",
            "/van-ban/soat/",
        ],
        "vanthu": [
            "/van-ban/",
            "/van-ban/di/",
            "/van-ban/den/",
            f"/van-ban/di/so/{held}/huy/",
            f"/van-ban/den/{came}/",
            f"/van-ban/den/{came}/sua/",
            "/van-ban/mau/",
            "/van-ban/mau/bao-cao/",
        ],
        "lanhdao": [f"/van-ban/{draft}/", f"/van-ban/{draft}/trinh/"],
    }


def by_account(parts):
    """All that one account opens, so that it signs in once."""
    found = defaultdict(list)
    for part in parts:
        for account, addresses in part.items():
            found[account] += addresses
    return found


def faults(page):
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)["violations"]
    return [(page.url, fault["id"], node["html"]) for fault in found for node in fault["nodes"]]


def test_every_screen_fits_and_has_no_fault(browser, live_server, demonstration):
    found, everywhere = [], (screens(), screens_of_reporting(), screens_of_documents())
    for screen, theme in ((WIDE, "light"), (PHONE, "dark")):
        for account, addresses in by_account(everywhere).items():
            somebody = Person(browser, live_server.url, screen, bypass_csp=True)
            somebody.chooses(theme)
            somebody.sign_in(account, demonstration[account])
            for address in addresses:
                if not somebody.goes_to(address).ok:
                    found.append((address, "is not there", account))
                found += faults(somebody.page)
            somebody.context.close()

    assert found == []
