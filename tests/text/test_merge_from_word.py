"""What Word leaves in a file that comes back: noise is no change, and tracked changes are one."""

import unicodedata

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from haidang.text.drafting import draft_of
from haidang.text.merge import merge
from haidang.text.reading import read
from haidang.text.writing import write_docx
from tests.text.comparing import REPORT, edited
from tests.text.edits import Edited

QUOTED = edited(REPORT, "Các xã phối hợp", "Các xã, theo “phương châm” 2023 – 2024, phối hợp")


def back(edits):
    return draft_of(read(edits.save()))


def respelled(change):
    edits = Edited(write_docx(QUOTED))
    for paragraph in edits.paragraphs:
        for run in paragraph.runs:
            run.text = change(run.text)
    return edits


@pytest.mark.promise("N13")
@pytest.mark.parametrize(
    "change",
    [
        lambda text: text,
        lambda text: text.replace("“", '"').replace("”", '"'),
        lambda text: text.replace("–", "-"),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace(" ", "  "),
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace("truyền", "tru\u00adyền"),
        lambda text: text.replace("1.032", "1032"),
    ],
    ids=["none", "quotes", "dashes", "no-break", "double", "nfd", "soft-hyphen", "number"],
)
def test_noise_of_word_is_no_change(change):
    """Nháy, gạch, dấu cách, NFD, cách viết số do Word đổi không tính là sửa."""
    merged = merge(QUOTED, back(respelled(change)))

    assert merged.document == QUOTED
    assert merged.changed == ()


def test_cut_runs_are_no_change():
    assert merge(QUOTED, back(Edited(write_docx(QUOTED)).split_runs())).document == QUOTED


@pytest.mark.promise("N8")
def test_a_figure_changed_in_a_tracked_change_is_named():
    edits = Edited(write_docx(REPORT)).swap("120 buổi", "120 buổi")
    paragraph = edits.paragraph("Phát 120 buổi")
    paragraph.runs[0].text = "Phát "
    for xml in (
        '<w:del {} w:id="1" w:author="x"><w:r><w:delText>120</w:delText></w:r></w:del>',
        '<w:ins {} w:id="2" w:author="x"><w:r><w:t>130</w:t></w:r></w:ins>',
        '<w:r {}><w:t xml:space="preserve"> buổi trên đài truyền thanh các xã.</w:t></w:r>',
    ):
        paragraph._p.append(parse_xml(xml.format(nsdecls("w"))))

    (figure,) = merge(REPORT, back(edits)).changed

    assert (figure.old, figure.new) == ("120", "130")
