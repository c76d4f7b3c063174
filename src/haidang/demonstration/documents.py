"""The desk of the records office: what came, what was issued, and what is on its way.

The decision of the province and the founding plan are real; the letters of 2024 are simulated and
say so in the register.
"""

import datetime as dt
from collections.abc import Iterator, Mapping

from haidang import clock
from haidang.demonstration import letters
from haidang.demonstration.season import Step, moment
from haidang.demonstration.units import District
from haidang.documents import commands
from haidang.documents.commands import Come, Wish
from haidang.documents.incoming import Facts
from haidang.documents.models import Arrival, Edition, Slip
from haidang.documents.queries import step_due
from haidang.documents.register import Line
from haidang.orgs.models import User
from haidang.plans.models import Plan
from haidang.text.blocks import Document

SIMULATED = "Dữ liệu mẫu, không phải văn bản có thật."
LETTERS_ON_PAPER = 211  # of 2024, before the first that is numbered here
DECISION = Facts(
    issuer="Ủy ban nhân dân tỉnh Trà Vinh",
    number_symbol="1466/QĐ-UBND",
    issued_on=dt.date(2023, 9, 29),
    document_type="Quyết định",
    subject="Ban hành Kế hoạch công tác thông tin đối ngoại tỉnh Trà Vinh năm 2024",
)
REQUEST = Facts(
    issuer="Sở Thông tin và Truyền thông",
    document_type="Công văn",
    issued_on=dt.date(2024, 11, 18),
    subject="Báo cáo kết quả công tác thông tin đối ngoại năm 2024",
    note=SIMULATED,
)
PLAN_LINE = Line(
    symbol="KH-UBND",
    document_type="Kế hoạch",
    subject="Công tác thông tin đối ngoại năm 2024",
    signer_post="PHÓ CHỦ TỊCH",
    recipients="UBND tỉnh (b/c)\nSở Thông tin và TT (b/c)\nCT, các PCT UBND huyện\nBLĐVP, VX",
    filed_with="VT",
)


def receive_decision(district: District, persons: Mapping[str, User]) -> Arrival:
    """The decision that the founding plan carries out comes on paper, and goes to the office."""
    with clock.as_if(clock.at(dt.date(2023, 10, 3), 8, 30)):
        return _receive(district, persons, DECISION, dt.date(2023, 10, 13))


def steps(
    district: District, persons: Mapping[str, User], plan: Plan, decision: Arrival
) -> Iterator[Step]:
    """Yield the entries of both registers and the letters, each with its moment."""
    desk = _Desk(district, persons)
    entered = clock.at(dt.date(2023, 10, 16), 10, 20)
    yield entered, lambda: desk.enter_plan(plan.revision.edition, decision)
    yield moment((11, 1, 15, 10)), lambda: desk.submit(letters.guidance(district))
    yield moment((11, 1, 15, 40)), lambda: desk.agree("lanhdao")
    yield moment((11, 4, 8, 5)), lambda: desk.agree("vanthu")
    yield moment((11, 4, 8, 25)), lambda: desk.agree("lanhdao")
    yield moment((11, 4, 8, 40)), desk.issue
    due_on = dt.date(2024, 12, 5)
    yield moment((11, 20, 9, 10)), lambda: _receive(district, persons, REQUEST, due_on)
    yield moment((11, 22, 16, 50)), lambda: desk.draft(letters.invitation(district))
    yield moment((11, 25, 7, 44)), lambda: desk.submit(letters.reminder(district))
    yield moment((11, 25, 7, 52)), lambda: desk.agree("lanhdao")


class _Desk:
    def __init__(self, district: District, persons: Mapping[str, User]) -> None:
        self.unit, self.persons = district.authority, persons
        self.slip: Slip | None = None

    def enter_plan(self, edition: Edition, decision: Arrival) -> None:
        clerk, on = self.persons["vanthu"], edition.issued_on
        commands.begin_series(unit=self.unit, document_type="Kế hoạch", after=98, by=clerk)
        commands.use_number(
            edition=edition, line=PLAN_LINE, issued_on=on or clock.today(), value=99, by=clerk
        )
        commands.answer_arrival(arrival=decision, edition=edition, by=self.persons["chuyenvien"])

    def draft(self, letter: Document) -> Edition:
        drafter = self.persons["chuyenvien"]
        return commands.draft_document(document=letter, unit=self.unit, by=drafter).edition

    def submit(self, letter: Document) -> None:
        self.slip = commands.submit_for_signature(
            edition=self.draft(letter), by=self.persons["chuyenvien"]
        )

    def agree(self, account: str) -> None:
        step = step_due(self.slip) if self.slip else None
        if step:
            commands.agree_step(step=step, by=self.persons[account])

    def issue(self) -> None:
        clerk = self.persons["vanthu"]
        commands.begin_series(
            unit=self.unit, document_type="Công văn", after=LETTERS_ON_PAPER, by=clerk
        )
        if self.slip:
            edition = self.slip.revision.edition
            wish = Wish(copies=18, note=SIMULATED)
            commands.issue_document(edition=edition, by=clerk, wish=wish)


def _receive(
    district: District, persons: Mapping[str, User], facts: Facts, due_on: dt.date
) -> Arrival:
    clerk = persons["vanthu"]
    arrival = commands.receive_document(unit=district.authority, come=Come(facts=facts), by=clerk)
    return commands.hand_over(arrival=arrival, to=district.office, due_on=due_on, by=clerk)
