"""Evidence files: what they are their bytes say; marks are refused before anything is stored."""

import io
import zipfile

import pytest

from haidang.activities import commands
from haidang.activities.files import NotTaken, is_picture, kind_of_file
from haidang.activities.models import Evidence
from haidang.activities.sheet_words import words_of_package
from haidang.documents.models import StoredFile
from haidang.errors import Incomplete, NotAllowed
from haidang.ledger.models import Entry
from haidang.ledger.queries import history_of
from tests.makers import make_authority
from tests.makers.activities import make_activity, make_photo
from tests.text.files import docx, p
from tests.text.secrecy_files import packed, w

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def package(**parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, words in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), words)
    return buffer.getvalue()


def xlsx(*cells, header=""):
    words = "".join(f"<si><t>{cell}</t></si>" for cell in cells)
    return package(
        xl__workbook_xml=f'<book xmlns="{SHEET}"><sheets><sheet name="Quý I"/></sheets></book>',
        xl__sharedStrings_xml=f'<sst xmlns="{SHEET}">{words}</sst>',
        xl__worksheets__sheet1_xml=(
            f'<worksheet xmlns="{SHEET}"><headerFooter><oddHeader>{header}</oddHeader>'
            "</headerFooter></worksheet>"
        ),
    )


RECORDING = b"\x00\x00\x00\x18ftypM4A \x00\x00\x00\x00" + b"moov....soun" * 4
VIDEO = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00" + b"moov....vide" * 4


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (docx(p("Biên bản")), "docx"),
        (xlsx("Danh sách"), "xlsx"),
        (package(ppt__presentation_xml="<p/>"), "pptx"),
        ("Bài phát thanh tuần".encode(), "txt"),
        ("Bài".encode("utf-16"), "txt"),
        (b"ID3\x04" + b"\x00" * 20, "mp3"),
        (b"\xff\xfb\x90\x00" + b"\x00" * 20, "mp3"),
        (b"\xff\xf1\x50\x80", "aac"),
        (b"OggS\x00", "ogg"),
        (b"#!AMR\n", "amr"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "wav"),
        (RECORDING, "m4a"),
    ],
)
def test_kind_of_file_is_told_by_its_bytes(content, ending):
    assert kind_of_file(content).ending == ending
    assert not is_picture(content)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (VIDEO, "dán đường dẫn"),
        (b"RIFF\x00\x00\x00\x00AVI LIST", "dán đường dẫn"),
        (b"\x1aE\xdf\xa3\x00", "dán đường dẫn"),
        (b"MZ\x90\x00\x03", "không nhận ra"),
        (b"\xff\xfe\x00\xd8", "không nhận ra"),
        (b"", "rỗng"),
        (b"\xd0\xcf\x11\xe0\xa1", "kiểu cũ"),
        (b"PK\x03\x04hong", "bị hỏng"),
        (package(a_xml="<a/>"), "Giải nén"),
        (package(word__document_xml="<a/>", **{"word/vbaProject.bin": "x"}), "macro"),
    ],
)
def test_kind_of_file_says_what_is_not_taken_and_what_to_do(content, words):
    with pytest.raises(NotTaken, match=words):
        kind_of_file(content)


def test_pictures_are_told_from_files():
    assert is_picture(make_photo())
    assert is_picture(b"\x00\x00\x00\x18ftypheic")
    assert is_picture(b"RIFF\x00\x00\x00\x00WEBP")


def test_words_of_a_sheet_are_its_cells_headers_and_names():
    words = words_of_package(xlsx("TỐI MẬT", "Tên xã", header="&amp;L&amp;BDanh sách")).split("\n")

    assert {"TỐI MẬT", "Tên xã", "Danh sách", "Quý I"} <= set(words)


@pytest.fixture
def town(db):
    return make_authority(communes=2)


@pytest.fixture
def activity(town):
    return make_activity(town.communes[0], town.reporters[0])


def attach(activity, town, content, name="tep", **more):
    by = more.pop("by", town.reporters[0])
    return commands.attach_file(activity=activity, content=content, name=name, by=by, **more)


def test_attach_file_keeps_the_bytes_under_the_name_they_deserve(town, activity):
    content = docx(p("Biên bản hội nghị"))

    kept = attach(activity, town, content, "C:\\giay to\\bien-ban.jpg", caption="Biên bản")

    assert (kept.name, kept.caption) == ("bien-ban.docx", "Biên bản")
    assert kept.file.read() == content
    assert not kept.is_photo
    assert attach(activity, town, content, "lan-hai.docx") == kept
    (act, _) = history_of(activity)
    assert (act.event, act.get_details()["name"]) == ("attach_file", "bien-ban.docx")


def test_attach_file_makes_a_photo_anew_whatever_its_name(town, activity):
    kept = attach(activity, town, make_photo(kind="PNG"), "bao-cao.pdf")

    assert (kept.name, kept.is_photo) == ("bao-cao.jpg", True)


def test_attach_file_keeps_a_recording(town, activity):
    kept = attach(activity, town, RECORDING, "phat-thanh")

    assert (kept.name, kept.file.content_type, kept.is_recording) == (
        "phat-thanh.m4a",
        "audio/mp4",
        True,
    )


@pytest.mark.promise("N19")
@pytest.mark.parametrize(
    ("content", "name"),
    [
        (docx(p("TỐI MẬT") + p("KẾ HOẠCH")), "a.docx"),
        (packed(docx(p("KẾ HOẠCH")), {"word/footer1.xml": w("ftr", p("MẬT"))}), "b.docx"),
        (xlsx("Danh sách", "MẬT"), "c.xlsx"),
        ("TUYỆT MẬT\n\nKế hoạch".encode(), "d.txt"),
        (RECORDING, "TỐI MẬT - giao ban.m4a"),
    ],
)
def test_attach_file_refuses_a_secrecy_mark_and_keeps_a_receipt_alone(
    town, activity, content, name
):
    """Tệp minh chứng mang dấu mật không được lưu; chỉ còn biên nhận không có nội dung."""
    files = StoredFile.objects.count()

    with pytest.raises(Incomplete, match="dấu chỉ độ mật"):
        attach(activity, town, content, name)

    assert not Evidence.objects.exists()
    assert StoredFile.objects.count() == files
    receipt = Entry.objects.order_by("-seq").first()
    assert receipt.event == "refuse_secret_document"
    assert name not in receipt.details


def test_attach_file_refuses_others_large_broken_and_too_many(town, activity, settings):
    with pytest.raises(NotAllowed):
        attach(activity, town, b"chu", by=town.reporters[1])
    with pytest.raises(Incomplete, match="PDF"):
        attach(activity, town, b"%PDF-1.7 hong", "hong.pdf")
    with pytest.raises(Incomplete, match="dán đường dẫn"):
        attach(activity, town, VIDEO, "phim.mp4")
    with pytest.raises(Incomplete, match="dấu chỉ độ mật"):
        attach(activity, town, b"chu thuong", caption="TỐI MẬT\nkế hoạch")
    for number in range(10):
        attach(activity, town, RECORDING + bytes([number]))
    with pytest.raises(Incomplete, match="tối đa 10"):
        attach(activity, town, RECORDING + b"x")
    settings.DOCUMENT_LIMIT = 2
    with pytest.raises(Incomplete, match="nặng quá"):
        attach(activity, town, b"chu")
