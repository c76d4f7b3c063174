"""Replay (N9): both files are drawn again from what is kept, to the byte, also elsewhere."""

import datetime as dt
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from haidang.documents import commands
from haidang.documents.content_types import WORD
from haidang.documents.drawing import drawn, layout_version
from haidang.documents.models import Issue
from haidang.documents.queries import issues_numbered, replay_document
from haidang.documents.replaying import pages_that_differ, parts_that_differ
from haidang.documents.storage import keep
from haidang.text.blocks import Table
from haidang.text.layout import Margins
from haidang.text.stored import as_json, from_json
from tests.makers.documents import MONDAY, letter, make_bureau, make_issued
from tests.makers.templates import make_template

ROOT = Path(__file__).resolve().parents[2]
ELSEWHERE = """
import sys
from haidang.documents.drawing import drawn
from haidang.text.layout import Margins
from haidang.text.stored import from_json
from pathlib import Path
folder = Path(sys.argv[1])
files = drawn(from_json((folder / "source.json").read_text("utf-8")), Margins(), None)
(folder / "again.docx").write_bytes(files.docx)
(folder / "again.pdf").write_bytes(files.pdf)
"""


@pytest.fixture
def bureau(settings):
    settings.AS_OF = MONDAY
    return make_bureau()


def kept(issue):
    return Issue.objects.select_related("docx", "pdf", "template").get(pk=issue.pk)


@pytest.mark.django_db
@pytest.mark.promise("N9")
def test_replay_document_says_equal(bureau, proof):
    replay = replay_document(kept(make_issued(bureau)))

    assert (replay.docx, replay.pdf, replay.is_equal) == ((), (), True)
    assert not replay.other_layout
    proof(tried="dựng lại một văn bản đã ban hành", times=1, figure="hai tệp trùng từng byte")


@pytest.mark.django_db
@pytest.mark.promise("N9")
def test_the_files_are_the_same_on_another_machine(bureau, tmp_path, proof):
    issue = make_issued(bureau)
    (tmp_path / "source.json").write_text(issue.revision.source, "utf-8")
    home = tmp_path / "home"
    home.mkdir()
    around = {
        "PATH": "/usr/bin",
        "HOME": str(home),
        "TZ": "America/New_York",
        "LANG": "C",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "7",
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }

    subprocess.run(
        [sys.executable, "-c", ELSEWHERE, str(tmp_path)], env=around, cwd=home, check=True
    )

    assert (tmp_path / "again.docx").read_bytes() == issue.docx.read()
    assert (tmp_path / "again.pdf").read_bytes() == issue.pdf.read()
    proof(tried="máy khác: múi giờ, ngôn ngữ, thư mục, hạt băm", times=1, figure="trùng từng byte")


@pytest.mark.django_db
def test_a_part_that_was_changed_is_named(bureau):
    issue = kept(make_issued(bureau))
    other = replace(from_json(issue.revision.source), recipients=("Lưu: VT",))
    issue.revision.source = as_json(other)

    replay = replay_document(issue)

    assert "word/document.xml" in replay.docx
    assert replay.pdf == ("trang 1",)


@pytest.mark.django_db
def test_a_file_that_is_lost_or_rotten_is_named(bureau, settings, tmp_path):
    settings.FILES = tmp_path  # what is broken here is no other test's
    issue = kept(make_issued(bureau))
    issue.docx.path.unlink()
    issue.pdf.path.write_bytes(b"khac")
    issue.layout = "khác"

    replay = replay_document(issue)

    assert replay.docx == ("tệp lưu không còn",)
    assert replay.pdf == ("tệp lưu không còn đúng mã của nó",)
    assert replay.other_layout


@pytest.mark.django_db
def test_what_cannot_be_read_differs_as_a_whole(bureau):
    issue = kept(make_issued(bureau))
    issue.revision.source = "{"

    replay = replay_document(issue)

    assert replay.docx == replay.pdf
    assert replay.docx == ("không dựng lại được: Bản lưu của văn bản không phải JSON.",)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("margins", "why"),
    [
        ({"top": 90}, "Lề top phải từ 20 đến 25 mm"),
        ({"top": "20"}, "không phải số đo"),
        ({"side": 20}, "không phải số đo"),
    ],
)
def test_margins_that_are_none_differ_as_a_whole(bureau, margins, why):
    issue = kept(make_issued(bureau))
    issue.margins = margins

    assert why in replay_document(issue).docx[0]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "document",
    [replace(letter(), blocks=(Table(("A",), (("1", "2"),)),)), letter(date="2024-99-99")],
)
def test_what_the_writers_refuse_differs_as_a_whole(bureau, document):
    issue = kept(make_issued(bureau))
    issue.revision.source = as_json(document)

    replay = replay_document(issue)

    assert "không dựng lại được: " in replay.docx[0]
    assert replay.docx == replay.pdf


def by_template(bureau):
    template = make_template(bureau.district, bureau.clerk)
    commands.use_template(template=template, by=bureau.clerk)
    return kept(make_issued(bureau))


@pytest.mark.django_db
def test_a_template_that_is_rotten_or_lost_is_said(bureau, settings, tmp_path):
    settings.FILES = tmp_path
    issue = by_template(bureau)
    template = issue.template.file

    template.path.write_bytes(template.path.read_bytes()[:-9])
    rotten = replay_document(issue)
    template.path.unlink()
    lost = replay_document(issue)

    assert "mẫu đã dùng: tệp lưu không còn đúng mã của nó" in rotten.docx[0]
    assert lost.docx == lost.pdf == ("không dựng lại được: mẫu đã dùng: tệp lưu không còn",)


@pytest.mark.django_db
def test_another_template_in_its_place_is_found(bureau):
    issue = by_template(bureau)
    issue.template.file = keep(b"khac", WORD)
    other = replay_document(issue)
    assert "không dựng lại được: Mẫu phải là tệp .docx." in other.docx

    issue.template.file = issue.docx  # a .docx, but no template
    assert not replay_document(issue).is_equal


def packed(names):
    content = BytesIO()
    with ZipFile(content, "w") as package:
        for name, words in names.items():
            package.writestr(name, words)
    return content.getvalue()


def test_parts_that_differ_names_those_changed_gone_and_new():
    before = packed({"a.xml": "1", "b.xml": "2", "c.xml": "3"})
    after = packed({"a.xml": "1", "b.xml": "x", "d.xml": "3"})

    assert parts_that_differ(before, after) == ["b.xml", "c.xml", "d.xml"]
    assert parts_that_differ(before, before + b" ") == ["cách đóng gói"]
    assert parts_that_differ(before, b"khac") == ["cả tệp (không mở được)"]


def test_pages_that_differ_names_the_pages():
    one = drawn(letter(), Margins(), None).pdf
    other = drawn(letter("Việc khác"), Margins(), None).pdf

    assert pages_that_differ(one, one) == []
    assert pages_that_differ(one, other) == ["trang 1"]
    assert pages_that_differ(one, b"khac") == ["cả tệp (không mở được)"]
    assert pages_that_differ(one, one + b"\n%khac\n") == ["cấu trúc tệp (các trang như nhau)"]


@pytest.mark.django_db
def test_issues_are_found_by_number_as_people_write_it(bureau):
    old = make_issued(bureau, dt.date(2024, 3, 1))
    new = make_issued(bureau, dt.date(2025, 3, 3))

    assert issues_numbered("05/BC-UBND") == []
    assert issues_numbered("một") == []
    for words in ("1", "01", "Số: 01/BC-UBND", " 1/bc–ubnd "):
        assert issues_numbered(words) == [new, old]
    assert issues_numbered("01/BC-UBND", 2024) == [old]
    assert issues_numbered("01/KH-UBND") == []


@pytest.mark.django_db
def test_a_symbol_is_found_in_small_letters_of_any_alphabet(bureau):
    issue = make_issued(bureau, symbol="BC-HĐND", issuer="Hội đồng nhân dân huyện Thử")

    for words in ("01/BC-HĐND", "01/bc-hđnd", "1/Bc–Hđnd"):
        assert issues_numbered(words) == [issue]
    assert issues_numbered("01/bc-hdnd") == []


def test_the_layout_has_a_name_of_its_own():
    assert len(layout_version()) == 16
