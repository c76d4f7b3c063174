from pathlib import Path

import pytest

from haidang import clock
from haidang.documents import commands
from haidang.documents.queries.signed import revision_sent
from haidang.documents.sent import PDF, sent
from haidang.documents.storage import keep
from haidang.text.reading import read
from haidang.text.stored import from_json
from haidang.text.writing.pdf import write_pdf
from tests.makers import documents

pytestmark = pytest.mark.django_db
PLAN = (Path(__file__).parents[2] / "samples" / "99-KH-UBND.pdf").read_bytes()


@pytest.fixture
def bureau(settings):
    settings.AS_OF = documents.MONDAY
    return documents.make_bureau()


def registered(bureau, **more):
    return commands.register_document(
        document_type="Kế hoạch",
        title="Công tác năm 2024",
        unit=bureau.district,
        text="KẾ HOẠCH",
        by=bureau.drafter,
        issued_on=clock.today(),
        **more,
    )


def test_what_was_issued_is_what_was_sent(bureau):
    issue = documents.make_issued(bureau)

    revision = revision_sent(issue.edition)

    assert revision == issue.revision
    assert sent(revision).pdf == issue.pdf.read()
    assert "01/BC-UBND" in sent(revision).text


def test_before_it_is_issued_it_is_what_was_agreed(bureau):
    edition = documents.make_agreed(bureau)

    revision = revision_sent(edition)

    assert revision == edition.revisions.get()
    assert sent(revision).pdf == write_pdf(from_json(revision.source))


def test_a_draft_was_not_sent(bureau):
    assert revision_sent(documents.make_draft(bureau).edition) is None


def test_a_text_that_was_revised_after_agreement_is_not_sent(bureau):
    edition = documents.make_agreed(bureau)
    commands.redraft_document(
        edition=edition, document=documents.letter("Việc khác"), by=bureau.drafter
    )

    assert revision_sent(edition) is None


def test_a_file_that_came_in_as_issued_is_read_itself(bureau):
    revision = registered(bureau, file=keep(PLAN, PDF), file_name="99.pdf")

    found = sent(revision_sent(revision.edition))

    assert (found.pdf, found.text) == (PLAN, read(PLAN).text)


def test_without_a_page_there_are_only_the_words(bureau):
    revision = registered(bureau)

    assert sent(revision).text == "KẾ HOẠCH"
    assert sent(revision).pdf is None
