"""A plan that was agreed and may come back signed, and the PDF that the signing tool is given."""

from dataclasses import dataclass
from pathlib import Path

from haidang.documents.models import Edition
from haidang.orgs.models import User
from haidang.text.drafting import draft_of
from haidang.text.reading import read
from haidang.text.stored import from_json
from haidang.text.writing.pdf import write_pdf
from tests.makers import documents

SAMPLE = Path(__file__).parents[2] / "samples" / "99-KH-UBND.docx"


@dataclass(frozen=True)
class Agreed:
    """An edition of the founding plan, and who is there."""

    edition: Edition
    clerk: User
    drafter: User
    administrator: User

    @property
    def source(self):
        return self.edition.revisions.latest("ordinal").source

    @property
    def pdf(self):
        return write_pdf(from_json(self.source))


def make_agreed():
    """Make the founding plan, agreed by its leader."""
    bureau = documents.make_bureau()
    edition = documents.make_agreed(bureau, draft_of(read(SAMPLE)))
    return Agreed(edition, bureau.clerk, bureau.drafter, bureau.administrator)


def make_draft():
    """Make a report that nobody agreed to yet."""
    bureau = documents.make_bureau()
    edition = documents.make_draft(bureau).edition
    return Agreed(edition, bureau.clerk, bureau.drafter, bureau.administrator)
