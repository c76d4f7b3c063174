"""Files of every kind: their type is kept, their pages are told, a telling name is refused."""

import hashlib
import html
import re

import pytest

from haidang.documents.content_types import WORD
from haidang.documents.models import StoredFile
from haidang.errors import Incomplete, NotAllowed
from haidang.ledger.models import Entry
from haidang.plans import commands, queries
from haidang.plans.models import Plan
from tests.makers import make_authority
from tests.makers.plans import FOUNDING_PLAN, PLAN
from tests.text.scans import drawn, needs_scans, scanned

pytestmark = pytest.mark.django_db
PAGE = "<html><body>" + "".join(f"<p>{html.escape(line)}</p>" for line in PLAN.splitlines() if line)
MAIL = (
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
    "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    f"{PAGE}\r\n--x--\r\n"
)
LINES = ("KẾ HOẠCH", "Công tác thông tin năm 2024", "1. Phòng Văn hóa và Thông tin huyện")


@pytest.fixture
def authority():
    return make_authority(communes=1)


def read_in(authority, content, file_name="x.bin", **options):
    return commands.read_in(
        content=content,
        file_name=file_name,
        unit=authority.district,
        by=authority.drafter,
        **options,
    )


def drained(steps):
    """What steps gave on the way, and at the end."""
    given = set()
    while True:
        try:
            given.add(next(steps))
        except StopIteration as end:
            return given, end.value


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PLAN.encode(), "text/plain"),
        (PLAN.encode("utf-16"), "text/plain"),
        (PAGE.encode(), "text/html"),
        (MAIL.encode(), "multipart/related"),
        (FOUNDING_PLAN.with_suffix(".docx").read_bytes(), WORD),
        (FOUNDING_PLAN.with_suffix(".pdf").read_bytes(), "application/pdf"),
    ],
    ids=["txt", "utf-16", "html", "mht", "docx", "pdf"],
)
def test_read_in_keeps_the_file_with_its_type_whatever_it_is_called(authority, content, kind):
    plan = read_in(authority, content)

    assert plan.revision.file.content_type == kind
    assert plan.revision.file.read() == content
    assert plan.tasks.exists()


@pytest.mark.promise("N19")
@pytest.mark.parametrize("name", ["TUYET MAT - ke hoach.docx", "Kế hoạch (TỐI MẬT).pdf"])
def test_a_name_that_tells_a_secret_is_refused_before_the_file_is_opened(authority, name, proof):
    proof(tried=f"tệp tên “{re.sub('[A-ZỐẬÁẾÔ]{2,}', '…', name)}” bị từ chối, chỉ còn biên nhận")
    content, last = PLAN.encode(), Entry.objects.order_by("-seq").first().seq

    with pytest.raises(Incomplete, match="dấu chỉ độ mật"):
        read_in(authority, content, name)

    (line,) = Entry.objects.filter(seq__gt=last)
    assert line.get_details() == {
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    assert not Plan.objects.exists()
    assert not StoredFile.objects.filter(sha256=hashlib.sha256(content).hexdigest()).exists()


def test_read_in_by_steps_gives_the_plan_at_the_end(authority):
    steps = commands.read_in_by_steps(
        content=PLAN.encode(), file_name="x", unit=authority.district, by=authority.drafter
    )
    assert drained(steps) == ({None}, Plan.objects.get())


def test_read_in_by_steps_refuses_at_once(authority):
    facts = {"content": PLAN.encode(), "file_name": "x", "unit": authority.district}
    with pytest.raises(NotAllowed):
        commands.read_in_by_steps(**facts, by=authority.auditor)
    read_in(authority, PLAN.encode())
    with pytest.raises(Incomplete, match="đã được đọc vào"):
        commands.read_in_by_steps(**facts, by=authority.drafter)


def test_closing_the_steps_keeps_nothing(authority):
    steps = commands.read_in_by_steps(
        content=PLAN.encode(), file_name="x", unit=authority.district, by=authority.drafter
    )
    next(steps, None)
    steps.close()

    assert not Plan.objects.exists()


@needs_scans
def test_read_in_tells_each_page_that_was_recognised(authority):
    told = []
    page = drawn([(90, 780 - 30 * n, line) for n, line in enumerate(LINES)])

    plan = read_in(authority, scanned(page, page), progress=lambda *step: told.append(step))

    assert told[-1] == (2, 2)
    assert queries.page_count(plan) == 2
    assert all(place.is_recognised for place in queries.places_of(plan, 0, 10**6))
