"""Scanned pages are recognised page by page, and say so; without Tesseract, what to install."""

import unicodedata

import pytest
from PIL import Image

from haidang.text import Unreadable, read, secrecy_mark
from haidang.text.blocks import Certainty
from haidang.text.reading import pdf as pdf_reader
from haidang.text.reading import read_source, tesseract
from haidang.text.reading.picture import Picture
from haidang.text.reading.pictures import without_ink
from haidang.text.reading.recognised import runs_of
from tests.text.files import pdf
from tests.text.scans import BLUE, RED, drawn, needs_scans, scanned

LETTER = [
    (60, 780, "ỦY BAN NHÂN DÂN TỈNH X"),
    (300, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (80, 764, "SỞ DU LỊCH"),
    (345, 764, "Độc lập - Tự do - Hạnh phúc"),
    (80, 738, "Số: 9/TB-SDL"),
    (310, 738, "Đảo Xanh, ngày 08 tháng 01 năm 2026"),
    (260, 700, "THÔNG BÁO"),
    (235, 684, "Kết luận cuộc họp"),
    (90, 650, "1. Giao Phòng Kế hoạch rà soát danh sách các điểm đến của du khách"),
    (60, 634, "trong tỉnh và báo cáo Giám đốc Sở trước ngày 20/02/2026."),
    (90, 612, "2. Giao Văn phòng Sở chuẩn bị hội trường và tài liệu của cuộc họp sau."),
    (60, 560, "Nơi nhận:"),
    (380, 560, "KT. GIÁM ĐỐC"),
    (60, 544, "- Các phòng;"),
    (370, 544, "PHÓ GIÁM ĐỐC"),
    (60, 528, "- Lưu: VT."),
    (380, 470, "Họ Và Tên"),
]
SEAL = [((350, 570, 440, 480), RED), ((400, 520, 470, 475), BLUE)]
BY_MACHINE = "Trang 1 do máy nhận dạng từ hình; hãy đối chiếu với bản gốc."


def bare(*words):
    """Words without their marks: one accent wrong is what a machine may do."""
    apart = unicodedata.normalize("NFD", "/".join(words).upper().replace("Đ", "D"))
    return "".join(letter for letter in apart if letter.isalnum() or letter in " /")


@needs_scans
@pytest.mark.parametrize(("turned", "ink"), [(0, ()), (0.7, SEAL), (-0.7, SEAL)])
def test_a_scanned_letter_is_understood_like_a_written_one(turned, ink):
    reading = read(scanned(drawn(LETTER, turned, ink)))

    header, signature = reading.header, reading.signature
    assert bare(header.superior, header.issuer) == "UY BAN NHAN DAN TINH X/SO DU LICH"
    assert (header.number, header.date) == ("9", "2026-01-08")
    assert bare(*(duty.unit for duty in reading.duties)) == "PHONG KE HOACH/VAN PHONG SO"
    assert reading.duties[0].deadline.written_on == "2026-02-20"
    assert bare(*reading.recipients).startswith("CAC PHONG/LUU V")
    assert bare(signature.title, signature.name) == "PHO GIAM DOC/HO VA TEN"
    assert {duty.certainty for duty in reading.duties} == {Certainty.LOW}
    assert reading.warnings == (BY_MACHINE,)


@pytest.mark.promise("N19")
@needs_scans
@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
def test_a_secrecy_mark_stamped_in_red_on_a_scan_is_seen(mark):
    """Dấu độ mật đóng đỏ trong khung, trên bản chụp: máy nhận dạng ra và từ chối."""
    text = read_source(scanned(drawn(LETTER, 0.4, stamped=[(90, 704, mark)]))).text

    assert secrecy_mark(text) == mark


@needs_scans
def test_progress_is_told_after_each_page_that_was_recognised():
    told = []

    source = read_source(
        scanned(drawn(LETTER), drawn(LETTER[8:11])), progress=lambda *how_far: told.append(how_far)
    )

    assert told == [(0, 2), (1, 2), (2, 2)]
    assert {(place.where, place.is_recognised) for place in source.places} == {
        ("trang 1", True),
        ("trang 2", True),
    }


@needs_scans
def test_pages_beyond_the_bound_are_named(monkeypatch):
    monkeypatch.setattr(pdf_reader, "MAX_PICTURES", 1)

    source = read_source(scanned(drawn(LETTER), drawn(LETTER)))

    assert source.warnings == (BY_MACHINE, "Trang 2 là hình chụp, chưa nhận dạng chữ.")


@needs_scans
def test_a_page_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(tesseract, "SECONDS", 0.05)
    tesseract.is_installed.cache_clear()
    monkeypatch.setattr(tesseract, "is_installed", lambda: True)

    with pytest.raises(Unreadable) as refused:
        read_source(scanned(drawn(LETTER)))

    assert (refused.value.code, "không nhận dạng được" in refused.value.message) == (
        "scanned",
        True,
    )


@needs_scans
def test_nothing_is_left_on_the_disk(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))

    read_source(scanned(drawn(LETTER)))

    assert list(tmp_path.iterdir()) == []


def test_without_tesseract_the_package_is_named(monkeypatch):
    monkeypatch.setattr(tesseract, "is_installed", lambda: False)

    with pytest.raises(Unreadable) as refused:
        read_source(scanned(Image.new("RGB", (800, 1200), "grey")))

    assert refused.value.code == "scanned"
    assert "tesseract-ocr-vie" in refused.value.message


def test_a_machine_without_tesseract_or_without_vietnamese_is_told_apart(monkeypatch, tmp_path):
    stub = tmp_path / "tesseract"
    monkeypatch.setenv("PATH", str(tmp_path))
    tesseract.is_installed.cache_clear()
    assert not tesseract.is_installed()

    stub.write_text("#!/bin/sh\necho eng\n")
    stub.chmod(0o755)
    tesseract.is_installed.cache_clear()
    assert not tesseract.is_installed()
    tesseract.is_installed.cache_clear()


@needs_scans
def test_pages_whose_font_hides_the_letters_are_looked_at():
    """The font shows letters and gives no way back to Unicode; its page draws well."""
    line = "Quyt dnh cua Uy ban nhan dan tinh ve viec to chuc thuc hien ke hoach"
    page = [(60, 780 - 12 * number, line) for number in range(5)]

    source = read_source(pdf(page))

    assert source.warnings == (  # looked at, and no better: the words themselves have no marks
        "Phông chữ của tệp không cho đọc đúng chữ; cần nhận dạng từ hình trang.",
    )


def table_of(*rows):
    """Tesseract's table: line, left, top, width, height, sureness, word."""
    cells = [f"5\t1\t1\t1\t{line}\t1\t" + "\t".join(map(str, row[1:])) for line, row in rows]
    return "\n".join(["header", *cells, "broken\trow"])


def words_of(*rows):
    table = table_of(*((line, (line, *box, sure, word)) for line, box, sure, word in rows))
    return [run.words for run in runs_of(table, Picture(b"", 1000, 1.0))]


def test_what_is_no_word_is_left_out():
    assert words_of(
        (1, (10, 100, 40, 40), 95, "Sở"),
        (1, (60, 100, 40, 40), 96, "Du"),
        (1, (300, 100, 90, 40), 96, "lịchˆ"),
        (2, (10, 200, 9, 9), 80, "À"),  # an accent torn off its letter
        (3, (10, 300, 40, 40), 96, "ngày"),
        (3, (60, 300, 20, 40), 2, "|3@"),  # written by hand
        (3, (90, 300, 40, 40), 0, "năm"),
        (4, (10, 400, 40, 40), 3, "~x%"),
        (5, (10, 500, 40, 40), 20, "—"),
        (6, (10, 600, 20, 40), 90, "II"),
        (6, (40, 600, 90, 40), 90, "NHIỆM"),
    ) == ["Sở Du", "lịch", "ngày … năm", "II. NHIỆM"]


def test_a_word_that_took_in_a_stroke_of_the_pen_stays_on_its_line():
    runs = runs_of(
        table_of(
            (1, (1, 10, 100, 40, 90, 95, "Nơi")),
            (1, (1, 60, 100, 80, 45, 95, "nhận:")),
            (1, (1, 900, 110, 80, 35, 95, "KT.")),
        ),
        Picture(b"", 1000, 1.0),
    )

    assert [(run.words, run.bottom) for run in runs] == [("Nơi nhận:", 864.0), ("KT.", 855.0)]


def test_a_page_of_nothing_gives_nothing():
    assert runs_of("", Picture(b"", 1000, 1.0)) == []


def test_ink_is_dropped_below_the_header_unless_the_text_itself_is_coloured():
    lines = [(60, 300 - 16 * line, "Chữ đen trên trang giấy trắng") for line in range(12)]
    black = drawn(lines, ink=[((10, 70, 60, 20), RED), ((10, 830, 60, 780), RED)])
    red = drawn([], ink=[((10, 70, 60, 20), RED)])

    grey = without_ink(black)

    assert darkest(grey, (0, 3150, 225, 3500)) > 128
    assert darkest(grey, (0, 0, 300, 600)) < 128  # a secrecy mark is red, and stands up here
    assert darkest(without_ink(red), (0, 3150, 300, 3500)) < 128
    assert without_ink(black.convert("L")) == black.convert("L")


def darkest(grey, box):
    return min(grey.crop(box).tobytes())
