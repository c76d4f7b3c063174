"""Taking the outline of a form of last year that a person has confirmed."""

from django.db import transaction

from haidang.activities.commands import TypedIndicator, add_typed_indicators
from haidang.activities.models import Indicator
from haidang.errors import Incomplete, Issue
from haidang.ledger.commands import record
from haidang.orgs.models import User
from haidang.reporting.commands.outlining import add_line, add_section
from haidang.reporting.models import Regime, Section
from haidang.reporting.proposed import Proposal, ProposedLine, ProposedSection
from haidang.reporting.regime_gates import open_outline


@transaction.atomic
def read_form(*, regime: Regime, proposal: Proposal, by: User) -> Regime:
    """Add the sections and lines of a form to an outline, as a person confirmed them.

    An indicator that is not in the catalogue is added to it as one that is typed. All of it is
    taken or nothing. Refuses with NotAllowed, with WrongState where the outline stands, and with
    Incomplete.
    """
    regime = open_outline(regime, by)
    if not proposal.sections:
        raise Incomplete([Issue("nothing_taken", "Chưa chọn mục nào của biểu mẫu.")])
    for section in proposal.sections:
        made = add_section(regime=regime, title=section.title, kind=section.kind, by=by)
        for line in section.lines:
            add_line(section=made, indicator=_indicator(line, made, section, by), by=by)
    lines = sum(len(section.lines) for section in proposal.sections)
    record("read_form", target=regime, by=by, sections=len(proposal.sections), lines=lines)
    return regime


def _indicator(line: ProposedLine, made: Section, section: ProposedSection, by: User) -> Indicator:
    if line.indicator is not None:
        found = Indicator.objects.in_use().filter(pk=line.indicator).first()
        if found is None:
            message = f"“{line.name}”: chỉ tiêu đã chọn không còn dùng."
            raise Incomplete([Issue("indicator_gone", message)])
        return found
    one = TypedIndicator("", line.name, line.unit_name, section.title[:60] or str(made))
    return add_typed_indicators(indicators=[one], by=by)[0]
