"""Regimes of every kind, with an administrator to make them."""

from dataclasses import dataclass
from uuid import uuid4

from haidang.activities.commands import load_catalogue
from haidang.activities.models import Indicator
from haidang.orgs.enums import Role
from haidang.reporting import commands
from haidang.reporting.ready import FLASH
from haidang.reporting.regime_facts import RegimeFacts
from tests.kept import kept
from tests.makers.orgs import Authority, make_authority, make_user

MONTHLY = {"name": "Báo cáo tháng", "title": "Kết quả tháng", "frequency": "month"}


@dataclass
class Office:
    """An authority with somebody who sets up its regimes."""

    authority: Authority
    administrator: object

    @property
    def drafter(self):
        return self.authority.drafter

    def facts(self, **said):
        whom = {"reporters": self.authority.group, "receiver": self.authority.district}
        return RegimeFacts(**whom | MONTHLY | said)

    def make(self, *, outline=True, **said):
        regime = commands.make_regime(facts=self.facts(**said), by=self.administrator)
        if outline:
            add = {"regime": regime, "by": self.administrator}
            section = commands.add_section(title="Phát thanh", kind="figures", **add)
            for code in ("1.1", "1.2"):
                indicator = Indicator.objects.get(code=code)
                commands.add_line(section=section, indicator=indicator, by=self.administrator)
            commands.add_section(title="Khó khăn", kind="prose", **add)
        return regime


@kept
def make_office(communes=2):
    """Make an authority with its catalogue and an administrator."""
    load_catalogue()
    authority = make_authority(communes)
    return Office(authority, make_user(Role.ADMINISTRATOR, unit=authority.office, post="Quản trị"))


def make_flash_regime(authority):
    """Let the communes send flash reports to the leader of the authority."""
    return commands.load_regime(receiver=authority.district, reporters=authority.group, ready=FLASH)


def make_flash(authority, by=None, **said):
    """Send a flash report from the first commune."""
    by = by or authority.reporters[0]
    words = {"title": "Tàu vào tránh bão", "words": "Đã hướng dẫn.", "place": "Cửa sông"}
    return commands.send_flash(
        id=uuid4(),
        regime=make_flash_regime(authority),
        unit=by.unit,
        happened="sáng nay",
        no_secret=True,
        by=by,
        **words | said,
    )
