"""A stamp that stands in a file as a picture is read, in few pictures and for a short while."""

from types import SimpleNamespace

import pytest
from PIL import Image

from haidang.text.reading import read_source, secrecy_mark_of, stamps, tesseract
from haidang.text.reading.file_pictures import opened
from haidang.text.reading.page_stamps import stamps_of_pages
from haidang.text.reading.stamp_ink import grey_of, is_blue, red_parts, without_frame
from haidang.text.reading.stamp_words import degree_on, stamp_said
from haidang.text.reading.stamps import degree_in
from tests.system import needs, needs_libreoffice
from tests.text import stamp_drawings as draw
from tests.text.files import pdf
from tests.text.scans import needs_scans, scanned
from tests.text.secrecy_pages import made, with_picture

pytestmark = pytest.mark.promise("N19")
needs_bold = needs(draw.BOLD, "fonts-croscore")


@needs_scans
@pytest.mark.parametrize("words", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
@pytest.mark.parametrize(
    ("dots", "turned", "ink", "worn"),
    [
        (300, 0, draw.RED, False),
        (300, 5, draw.RED, False),
        (200, -3, draw.RED, True),
        (96, 0, draw.BLACK, False),
    ],
)
def test_a_stamp_put_in_as_a_picture_is_read(words, dots, turned, ink, worn):
    picture = draw.on_white(draw.stamp(words, dots, turned, ink, worn))
    mark = secrecy_mark_of(draw.docx_with(draw.file_of(picture)), "KẾ HOẠCH")

    assert mark == words


@needs_scans
@pytest.mark.parametrize("words", ["BẢO MẬT", "GIẢI MẬT", "KHẨN", "MẶT TRẬN", "CÔNG VĂN ĐẾN"])
def test_another_stamp_is_none_of_secrecy(words):
    assert degree_on(draw.on_white(draw.stamp(words))) is None


@needs_scans
@pytest.mark.parametrize("place", [(90, 740), (90, 560), (380, 90)])
def test_red_ink_on_a_scanned_page_is_read_even_over_printed_words(place):
    data = scanned(draw.page_with(draw.stamp("TỐI MẬT", turned=3), *place))

    assert degree_in(stamps_of_pages(data)) == "TỐI MẬT"


@needs_scans
def test_a_stamp_without_a_ground_and_within_a_web_page_is_read():
    picture = draw.file_of(draw.stamp("TUYỆT MẬT"))

    assert secrecy_mark_of(draw.docx_with(picture), "") == "TUYỆT MẬT"
    assert secrecy_mark_of(draw.html_with(picture), "") == "TUYỆT MẬT"


@needs_scans
def test_the_head_of_a_page_that_was_put_in_as_a_picture_is_read():
    page = draw.drawn([*draw.PLAN, (90, 738, "MẬT")]).resize((1240, 1754))

    assert secrecy_mark_of(draw.docx_with(draw.file_of(page)), "") == "MẬT"
    assert secrecy_mark_of(draw.docx_with(draw.file_of(draw.drawn(draw.PLAN))), "") is None


@needs_scans
@pytest.mark.parametrize("ink", [draw.RED, draw.BLACK])
def test_a_picture_of_a_stamp_on_a_page_with_text_is_read(ink):
    data = with_picture(draw.on_white(draw.stamp("TUYỆT MẬT", ink=ink)))

    assert secrecy_mark_of(data, read_source(data).text) == "TUYỆT MẬT"


@needs_scans
def test_a_larger_picture_with_red_ink_on_a_page_with_text_is_searched():
    ground = Image.new("RGB", (1500, 1200), "white")
    mark = draw.stamp("MẬT", turned=4)
    ground.paste(mark, (300, 500), mark)

    assert secrecy_mark_of(with_picture(ground, (90, 300)), "") == "MẬT"


def test_red_lines_without_letters_and_marked_text_are_no_stamp():
    box = " 1 0 0 RG 1 0 0 rg 90 600 110 22 re f"
    over = "0 0 1 rg 90 500 100 20 re f 1 0 0 rg BT /F 12 Tf 90 560 Td (BIEN DAO QUE HUONG) Tj ET"

    assert degree_in(stamps_of_pages(made(drawn=f"{box} {over}"))) is None


def test_a_poster_is_not_drawn():
    page = made(drawn=" 1 0 0 rg 90 600 110 22 re f").replace(b"595 842", b"5950 842")

    assert list(stamps_of_pages(page)) == []


@needs_bold
def test_only_so_many_parts_in_red_are_looked_at(monkeypatch):
    monkeypatch.setattr(tesseract, "is_installed", lambda: True)
    asked = []
    monkeypatch.setattr(stamps, "degree_on", asked.append)
    ground = Image.new("RGB", (2000, 1500), "white")
    for place in range(6):
        mark = draw.stamp("MẬT")
        ground.paste(mark, (200, 240 * place), mark)

    assert degree_in(iter([ground])) is None
    assert len(asked) == 3


@needs_libreoffice
@needs_scans
def test_a_stamp_in_a_document_of_another_program_is_read():
    picture = draw.file_of(draw.on_white(draw.stamp("MẬT"))).hex()
    data = rb"{\rtf1\ansi K\u7870? HO\u7840?CH\par{\pict\pngblip\picw2000\pich900 %b}\par}"
    data %= picture.encode()

    assert secrecy_mark_of(data, read_source(data).text) == "MẬT"


@needs_libreoffice
def test_words_beside_the_text_of_another_program_are_looked_at():
    data = rb"{\rtf1\ansi{\info{\title M\u7852?T}}{\header M\u7852?T\par}K\u7870? HO\u7840?CH\par}"

    assert secrecy_mark_of(data, read_source(data).text) == "MẬT"


@needs_bold
def test_a_photo_costs_no_recognising(monkeypatch):
    monkeypatch.setattr(tesseract, "is_installed", lambda: True)
    asked = []
    monkeypatch.setattr(stamps, "degree_on", asked.append)
    monkeypatch.setattr(stamps, "recognised", lambda *_: asked.append(_))

    dark = Image.effect_noise((1200, 800), 50).point(lambda light: light // 2).convert("RGB")
    assert degree_in(iter([dark, draw.on_white(draw.stamp("MẬT", ink=(30, 40, 200)))])) is None
    assert asked == []


@needs_bold
def test_only_so_many_pictures_are_looked_at(monkeypatch):
    monkeypatch.setattr(tesseract, "is_installed", lambda: True)
    asked = []
    monkeypatch.setattr(stamps, "degree_on", asked.append)
    picture = draw.on_white(draw.stamp("MẬT", 96))

    assert degree_in(picture for _ in range(50)) is None
    assert len(asked) == stamps.MOST
    monkeypatch.setattr(stamps, "SECONDS", -1)
    assert degree_in(iter([picture])) is None
    assert len(asked) == stamps.MOST


@needs_bold
def test_a_busy_machine_looks_at_as_many_pictures(monkeypatch):
    monkeypatch.setattr(tesseract, "is_installed", lambda: True)
    now, asked = [0.0], []

    def slowly(picture):
        now[0] += 5
        asked.append(picture)

    monkeypatch.setattr(stamps, "degree_on", slowly)
    monkeypatch.setattr(stamps, "time", SimpleNamespace(monotonic=lambda: now[0]))
    picture = draw.on_white(draw.stamp("MẬT", 96))

    assert degree_in(picture for _ in range(50)) is None
    assert len(asked) == stamps.MOST


@needs_bold
def test_without_tesseract_pictures_are_not_looked_at(monkeypatch):
    monkeypatch.setattr(tesseract, "is_installed", lambda: False)

    assert degree_in(iter([draw.on_white(draw.stamp("MẬT"))])) is None


@pytest.mark.parametrize(
    ("words", "degree"),
    [
        ("| TỐI MÂT |", "TỐI MẬT"),
        ("TUYÊT MAT", "TUYỆT MẬT"),
        ("ỊMẬT|", "MẬT"),
        ("Bản số 1\nMẬT", "MẬT"),
        ("BẢO MẬT", None),
        ("MẶT TRẬN", None),
        ("", None),
    ],
)
def test_what_is_recognised_on_a_stamp_is_taken_leniently(words, degree):
    assert stamp_said(words) == degree


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n" + bytes(90)])
def test_a_broken_picture_is_none(data):
    assert opened(data) is None


def test_a_picture_that_is_too_large_or_too_small_is_not_drawn():
    assert opened(draw.file_of(Image.new("1", (9000, 9000)))) is None
    assert opened(draw.file_of(Image.new("1", (4, 4)))) is None
    assert opened(draw.file_of(Image.new("L", (4000, 40)))).size == (2000, 20)


def test_a_page_without_pictures_is_not_drawn():
    assert list(stamps_of_pages(pdf([(90, 700, "KE HOACH")]))) == []
    assert list(stamps_of_pages(b"%PDF-1.4 broken")) == []


def test_ink_and_frame_of_what_is_no_stamp():
    white = Image.new("RGB", (300, 100), "white")

    assert list(red_parts(white)) == []
    assert not is_blue(white)
    assert grey_of(white.convert("P")).getextrema() == (255, 255)
    assert without_frame(white.convert("L")).size > (300, 100)
