import contextlib
import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from haidang.activities import commands
from haidang.activities.models import Evidence
from haidang.activities.photos import NotAPhoto, kind_of, remade
from haidang.documents.models import StoredFile
from haidang.errors import Incomplete, NotAllowed
from haidang.ledger.queries import history_of
from tests.makers import make_authority
from tests.makers.activities import make_activity, make_phone_photo, make_photo


def opened(content):
    return Image.open(io.BytesIO(content))


def png_of(width, height):
    """Make a PNG that says it is large and holds next to nothing: a decompression bomb."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 1000)
    parts = [(b"IHDR", head), (b"IDAT", body), (b"IEND", b"")]
    chunks = (
        struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.promise("N17")
def test_remade_drops_position_device_comment_and_profile():
    """Ảnh chụp bằng điện thoại: vị trí, tên máy, chú thích ẩn đều bị bỏ."""
    before = make_phone_photo()
    assert opened(before).getexif().get_ifd(0x8825)[2] == (9.0, 48.0, 12.5)

    after = remade(before)

    assert not opened(after).getexif()
    assert set(opened(after).info) <= {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "progressive",
        "progression",
    }
    assert b"Exif" not in after
    assert b"chup tai nha" not in after
    assert b"ICC" not in after


def test_remade_turns_the_photo_as_it_was_held():
    assert opened(remade(make_phone_photo((64, 48)))).size == (48, 64)


@pytest.mark.parametrize("size", [(4000, 3000), (1281, 20), (20, 5000)])
def test_remade_is_at_most_1280_pixels_a_side(size):
    small = opened(remade(make_photo(size))).size

    assert max(small) == 1280
    assert small[0] / small[1] == pytest.approx(size[0] / size[1], rel=0.1)


def test_remade_leaves_small_photos_their_size_and_is_the_same_each_time():
    photo = make_photo((640, 480))

    assert opened(remade(photo)).size == (640, 480)
    assert remade(photo) == remade(photo)


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("PNG", "RGB"),
        ("PNG", "RGBA"),
        ("PNG", "P"),
        ("PNG", "LA"),
        ("PNG", "1"),
        ("WEBP", "RGBA"),
        ("JPEG", "L"),
        ("JPEG", "CMYK"),
    ],
)
def test_remade_takes_what_cameras_and_phones_make(kind, mode):
    buffer = io.BytesIO()
    Image.new(mode, (30, 20)).save(buffer, kind)

    result = opened(remade(buffer.getvalue()))

    assert (result.format, result.mode, result.size) == ("JPEG", "RGB", (30, 20))


def test_remade_shows_what_is_transparent_as_white():
    content = make_photo(kind="PNG")
    clear = io.BytesIO()
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(clear, "PNG")

    assert opened(remade(clear.getvalue())).getpixel((4, 4)) == (255, 255, 255)
    assert opened(remade(content)).getpixel((4, 4)) != (255, 255, 255)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (make_photo(kind="GIF"), "không phải ảnh JPEG, PNG hoặc WebP"),
        (b"%PDF-1.7 anh.jpg", "không phải ảnh"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "không phải ảnh"),
        (b"", "không phải ảnh"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
        (b"\0\0\0\x18ftypmp42", "không phải ảnh"),
        (make_photo((200, 200))[:300], "bị hỏng"),
        (make_photo(kind="PNG")[:60], "bị hỏng"),
        (png_of(9_000, 9_000), "quá lớn"),
        (png_of(60_000, 60_000), "quá nhiều điểm ảnh"),
    ],
)
def test_remade_refuses_with_words(content, words):
    with pytest.raises(NotAPhoto, match=words):
        remade(content)


@given(st.data())
def test_remade_gives_a_photo_or_refuses_whatever_the_bytes(data):
    kind = data.draw(st.sampled_from(["JPEG", "PNG", "WEBP"]))
    content = bytearray(make_photo((40, 30), kind))
    for at in data.draw(st.lists(st.integers(12, len(content) - 1), max_size=8)):
        content[at] = data.draw(st.integers(0, 255))
    with contextlib.suppress(NotAPhoto):
        assert kind_of(remade(bytes(content))) == "JPEG"


@pytest.fixture
def town(db):
    return make_authority(communes=2)


@pytest.fixture
def activity(town):
    return make_activity(town.communes[0], town.reporters[0])


def attach(activity, by, content=None, name="anh.jpg", **fields):
    content = make_photo() if content is None else content
    return commands.attach_photo(activity=activity, content=content, name=name, by=by, **fields)


def test_attach_photo_keeps_only_the_photo_made_anew(town, activity):
    photo = make_phone_photo()

    kept = attach(
        activity, town.reporters[0], photo, "C:\\anh\\IMG 01.HEIC.png", caption=" tại ấp "
    )

    assert str(kept) == "IMG 01.HEIC.jpg"
    assert (kept.name, kept.caption) == ("IMG 01.HEIC.jpg", "tại ấp")
    assert kept.file.content_type == "image/jpeg"
    assert kept.file.read() == remade(photo)
    assert list(StoredFile.objects.all()) == [kept.file]
    entry = history_of(activity).first()
    assert (entry.event, entry.get_details()) == (
        "attach_photo",
        {"name": "IMG 01.HEIC.jpg", "sha256": kept.file.sha256},
    )


def test_attach_photo_twice_is_one_photo(town, activity):
    first = attach(activity, town.reporters[0])

    assert attach(activity, town.reporters[0], name="lại.jpg") == first
    assert Evidence.objects.count() == 1
    assert history_of(activity).filter(event="attach_photo").count() == 1


def test_attach_photo_refuses_people_of_other_units(town, activity):
    for person in (town.reporters[1], town.auditor, town.leader):
        with pytest.raises(NotAllowed):
            attach(activity, person)

    assert not Evidence.objects.exists()


def test_attach_photo_refuses_what_is_no_photo_too_heavy_or_stamped(town, activity, settings):
    settings.PHOTO_LIMIT = 2**20
    cases = [
        ({"content": b"khong phai anh", "name": "a.jpg"}, "a.jpg: Tệp này không phải ảnh"),
        ({"content": b"\xff\xd8\xff" + b"0" * 2**21}, "anh.jpg nặng quá 1 MB"),
        ({"caption": "TUYỆT MẬT"}, "dấu chỉ độ mật"),
    ]

    for fields, words in cases:
        with pytest.raises(Incomplete, match=words):
            attach(activity, town.reporters[0], **fields)

    assert not Evidence.objects.exists()
    assert not StoredFile.objects.exists()


def test_attach_photo_refuses_an_eleventh_photo(town, activity):
    for shade in range(10):
        attach(activity, town.reporters[0], make_photo(colour=(shade * 20, 0, 0)))

    with pytest.raises(Incomplete, match="tối đa 10 ảnh"):
        attach(activity, town.reporters[0], make_photo(colour="white"))

    assert Evidence.objects.count() == 10
