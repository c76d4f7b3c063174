"""One document, three prints: LibreOffice's of the .docx, our PDF, our preview — the same pages."""

import importlib.util
import subprocess
from pathlib import Path

import pytest

from haidang.text.blocks import Heading, Paragraph, Table
from haidang.text.layout.page import Margins
from haidang.text.writing import write_docx
from haidang.text.writing.lines import Line
from haidang.text.writing.pages import pages_of
from haidang.text.writing.pdf import write_pdf
from haidang.text.writing.rows import joined, wrapped
from haidang.text.writing.sheets import sheets_of
from tests.system import needs, needs_libreoffice
from tests.text.papers import PROSE, report
from tests.text.printed import lines_of_pdf
from tests.text.typed import SAMPLES

# Without a face as wide as Times New Roman that has the Vietnamese letters, lines break elsewhere
needs_face = needs("usr/share/fonts/truetype/*/Tinos-Regular.ttf", "fonts-croscore")
pytestmark = [needs_libreoffice, needs_face]
FOLDER = Path(__file__).parents[2] / "samples"
ROMAN = ("I", "II", "III", "IV", "V")
NEAR = 2  # lines by which a page may end earlier or later


def founding_plan():
    spec = importlib.util.spec_from_file_location("make_samples", FOLDER / "make_samples.py")
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    return maker.founding_plan((FOLDER / "99-KH-UBND.txt").read_text(encoding="utf-8"))


def work(number):
    rows = tuple(
        (str(row), f"Mỹ Long {row}", "Tuyên truyền về biển, đảo " * (1 + row % 3), str(row * 977))
        for row in range(1, 9)
    )
    table = Table(("TT", "Đơn vị", "Nội dung", "Lượt người"), rows, frozenset({3}), (1, 3, 6, 2))
    return (
        Heading(1, ROMAN[number - 1], "Kết quả công tác thông tin đối ngoại"),
        *(block for part in range(1, 4) for block in (
            Heading(2, str(part), "Tuyên truyền biển, đảo, quê hương, con người"),
            Paragraph(f"{number}.{part}. {PROSE * 2}"),
            Paragraph(f"{PROSE}Đã tổ chức **{number * part * 37}** buổi.", bullet=True),
            Heading(3, "a", "Cấp xã"),
            Paragraph(PROSE * (1 + part % 2)),
        )),
        *([table] if number % 2 else []),
    )  # fmt: skip


def long_report():
    return report(
        blocks=tuple(block for number in range(1, len(ROMAN) + 1) for block in work(number))
    )


DOCUMENTS = {"founding plan": founding_plan(), "long report": long_report(), **SAMPLES}


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """The lines of the pages of each document as LibreOffice prints it, all at one time."""
    folder = tmp_path_factory.mktemp("same")
    files = [folder / f"{number}.docx" for number, _ in enumerate(DOCUMENTS)]
    for file, document in zip(files, DOCUMENTS.values(), strict=True):
        file.write_bytes(write_docx(document))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=600)
    pages = [lines_of_pdf(file.with_suffix(".pdf").read_bytes()) for file in files]
    return dict(zip(DOCUMENTS, pages, strict=True))


def apart(one, other):
    """How many lines of two pages are not the same."""
    return sum(a != b for a, b in zip(one, other, strict=False)) + abs(len(one) - len(other))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_pdf_has_the_lines_and_pages_of_the_docx(printed, name):
    """Bản PDF và bản .docx do LibreOffice in ra: cùng số trang, cùng chỗ ngắt dòng."""
    ours = lines_of_pdf(write_pdf(DOCUMENTS[name]))

    assert len(ours) == len(printed[name])
    assert max(map(apart, ours, printed[name])) <= NEAR


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_preview_has_the_pages_of_the_docx(printed, name):
    sheets = sheets_of(DOCUMENTS[name], Margins())
    pages = [(page, sheet.page.text_width) for sheet in sheets for page in pages_of(sheet)]

    assert len(pages) == len(printed[name])
    for number, (page, room) in enumerate(pages):
        texts = [line for item in page if isinstance(item, Line) for line in rows_of(item, room)]
        there = printed[name][number]
        assert not texts or any(line in there for line in texts[-NEAR - 1 :])


def rows_of(line, room):
    """The lines of a paragraph as the preview reckons that they break."""
    texts = ("".join(run.text for run in joined([row])) for row in wrapped(line, room))
    return [" ".join(text.split()) for text in texts]


def test_the_long_report_has_ten_pages_at_least(printed):
    assert len(printed["long report"]) >= 10
