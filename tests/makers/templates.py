"""Templates for tests as `put_template` leaves them; their check has tests of its own."""

from haidang import clock
from haidang.documents.content_types import WORD
from haidang.documents.models import Template
from haidang.documents.storage import keep
from tests.text.forms import run, starting, with_paragraph


def own_template(words="Mẫu riêng của huyện."):
    """The starting template of a report with one more sentence."""
    return with_paragraph(run(words), starting("báo cáo"))


def make_template(unit, by, words="Mẫu riêng của huyện.", **fields):
    """Make a template without a fault, not in use."""
    now = clock.now()
    given = {
        "document_type": "báo cáo",
        "file": keep(own_template(words), WORD),
        "file_name": "mau-bc.docx",
        "checked_at": now,
        "created_at": now,
        "created_by": by,
    }
    return Template.objects.create(unit=unit, **(given | fields))
