"""A plan that was agreed and may come back signed, and the PDF that the signing tool is given."""

from dataclasses import dataclass
from pathlib import Path

from haidang.documents import commands
from haidang.documents.models import Edition
from haidang.documents.route import Stop
from haidang.orgs.enums import Role
from haidang.orgs.models import User
from haidang.text.drafting import draft_of
from haidang.text.reading import read
from haidang.text.stored import from_json
from haidang.text.writing.pdf import write_pdf
from tests.makers.orgs import make_authority, make_user

SAMPLE = Path(__file__).parents[2] / "samples" / "99-KH-UBND.docx"


@dataclass(frozen=True)
class Agreed:
    """A draft that a leader agreed to, and who is there."""

    edition: Edition
    drafter: User
    clerk: User
    administrator: User

    @property
    def pdf(self):
        return write_pdf(from_json(self.edition.revisions.latest("ordinal").source))


def make_draft():
    """Make the founding plan, drafted and not sent to anybody yet."""
    authority = make_authority(communes=1)
    administrator = make_user(Role.ADMINISTRATOR, unit=authority.district, post="Quản trị")
    stops = [Stop("Lãnh đạo ký ban hành", Role.LEADER, authority.district)]
    commands.set_route(unit=authority.district, stops=stops, by=administrator)
    revision = commands.draft_document(
        document=draft_of(read(SAMPLE)), unit=authority.district, by=authority.drafter
    )
    clerk = make_user(Role.CLERK, unit=authority.district, post="Văn thư")
    return Agreed(revision.edition, authority.drafter, clerk, administrator), authority.leader


def make_agreed():
    """Make the founding plan, agreed by its leader."""
    made, leader = make_draft()
    slip = commands.submit_for_signature(edition=made.edition, by=made.drafter)
    commands.agree_step(step=slip.steps.get(), by=leader)
    return made
