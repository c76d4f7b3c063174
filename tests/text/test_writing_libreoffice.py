"""What LibreOffice makes of our .docx; `test_writing_same_pages` compares its pages with ours."""

import subprocess

import pypdfium2
import pytest

from haidang.text.blocks import Appendix, Table
from haidang.text.writing import write_docx
from tests.system import needs, needs_libreoffice
from tests.text.papers import report

# Without a face as wide as Times New Roman that has the Vietnamese letters, lines break elsewhere
needs_face = needs("usr/share/fonts/truetype/*/Tinos-Regular.ttf", "fonts-croscore")
pytestmark = [needs_libreoffice, needs_face]


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """Turns documents into PDF and gives the text of each page, white space made one space."""
    folder = tmp_path_factory.mktemp("libreoffice")

    def text_of_pages(document):
        (folder / "a.docx").write_bytes(write_docx(document))
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
        subprocess.run([*command, folder / "a.docx"], check=True, capture_output=True, timeout=600)
        with pypdfium2.PdfDocument(folder / "a.pdf") as pdf:
            return [" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf]

    return text_of_pages


def test_page_numbers_begin_on_the_second_page_and_again_in_the_appendix(printed):
    first, second, third, appendix = printed(report())

    assert second.startswith("2 ")
    assert third.startswith("3 ")
    assert first.startswith("ỦY BAN NHÂN DÂN")
    assert appendix.startswith("Phụ lục KẾT QUẢ")


def test_the_header_of_a_long_table_is_printed_on_each_page(printed):
    rows = tuple((str(number), f"Việc thứ {number}") for number in range(1, 301))
    long = Appendix("Phụ lục", "Việc", "(Kèm theo)", (Table(("TT", "Tên việc"), rows),))

    _, *pages = printed(report(blocks=(), appendices=(long,)))

    assert len(pages) > 5
    assert all("TT Tên việc" in page for page in pages)
    assert "300 Việc thứ 300" in pages[-1]
