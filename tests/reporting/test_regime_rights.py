"""A regime is set up by the authority that receives its reports, by nobody below or beside it."""

import pytest

from haidang.errors import NotAllowed
from haidang.orgs.enums import Role
from haidang.reporting import commands
from haidang.reporting.models import Regime
from haidang.reporting.proposed import Proposal
from haidang.reporting.regime_facts import facts_of
from tests.makers import make_unit, make_user
from tests.makers.regimes import make_office

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return make_office()


@pytest.fixture
def of_a_commune(office):
    return make_user(Role.ADMINISTRATOR, unit=office.authority.communes[0], post="Quản trị xã")


def test_who_reports_does_not_change_what_is_asked_of_him(office, of_a_commune):
    regime = office.make()
    section, facts = regime.sections.all()[0], facts_of(regime)
    acts = [
        (commands.make_regime, {"facts": office.facts(name="Báo cáo lạ")}),
        (commands.edit_regime, {"regime": regime, "facts": facts}),
        (commands.revise_regime, {"regime": regime}),
        (commands.retire_regime, {"regime": regime, "reason": "thử"}),
        (commands.add_section, {"regime": regime, "title": "Lạ", "kind": "prose"}),
        (commands.drop_section, {"section": section}),
        (commands.read_form, {"regime": regime, "proposal": Proposal()}),
        (
            commands.load_regime,
            {"receiver": office.authority.district, "reporters": office.authority.group},
        ),
    ]

    for act, given in acts:
        with pytest.raises(NotAllowed, match="cơ quan nhận báo cáo"):
            act(**given, by=of_a_commune)

    assert Regime.objects.get() == regime
    assert not regime.is_retired


def test_a_regime_is_not_given_to_another_authority(office):
    regime = office.make(outline=False)
    elsewhere = make_unit("Sở Văn hóa", kind="so")

    with pytest.raises(NotAllowed):
        commands.edit_regime(
            regime=regime, facts=office.facts(receiver=elsewhere), by=office.administrator
        )
