"""The library of pictures: what is taken, what is refused, what is said of them."""

import io

import pytest
from django.core.files.storage import default_storage
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from haidang.errors import Incomplete, NotAllowed
from haidang.ledger.models import Entry
from haidang.newsroom.commands.pictures import add_picture, edit_picture
from haidang.newsroom.enums import Consent
from haidang.newsroom.models import Picture
from haidang.newsroom.picture_facts import PictureFacts, facts_of
from haidang.newsroom.pixels import are_alike, likeness
from haidang.newsroom.placing import placed
from haidang.orgs.enums import Role
from haidang.plans.overtaking import Overtaken
from tests.makers import make_unit, make_user
from tests.makers.pictures import RIGHTS, drawn, encoded, make_picture

pytestmark = pytest.mark.django_db
SAID = PictureFacts(rights=RIGHTS, alt="Mặt trời trên biển")


@pytest.fixture
def unit():
    return make_unit("huyện Thử", kind="huyen")


@pytest.fixture
def editor(unit):
    return make_user(Role.EDITOR, unit=unit)


def add(unit, by, content, name="bien.jpg", facts=SAID):
    return add_picture(unit=unit, content=content, name=name, facts=facts, by=by)


def bytes_of(picture):
    with default_storage.open(picture.file.name) as file:
        return file.read()


def with_position():
    exif = Image.Exif()
    exif[0x0112] = 6  # lies on its side
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (9.0, 47.0, 12.0)
    exif[0x010F] = "Máy của một người"
    return drawn(exif=exif, comment=b"toa do 9.78N 106.45E")


def test_add_picture_keeps_pixels_alone_and_upright(unit, editor):
    picture = add(unit, editor, with_position())

    kept = bytes_of(picture)
    with Image.open(io.BytesIO(kept)) as image:
        assert dict(image.getexif()) == {}
        assert "comment" not in image.info
        assert image.size == (1000, 1600) == (picture.width, picture.height)
    assert b"Exif" not in kept
    assert b"toa do" not in kept
    assert Entry.objects.filter(event="add_picture", target_id=str(picture.pk)).exists()


def test_add_picture_takes_the_same_picture_once(unit, editor):
    first = add(unit, editor, drawn())
    again = add(unit, editor, drawn(comment=b"khac"), name="khac.jpg")
    other = add(unit, editor, drawn(sun=(400, 300)))

    assert again == first
    assert {first, other} == set(Picture.objects.all())


def moving():
    frames = [Image.new("RGB", (9, 9), colour) for colour in ("red", "blue")]
    return encoded(frames[0], "WEBP", save_all=True, append_images=frames[1:])


def bomb():
    return encoded(Image.new("1", (20_000, 20_000)), "PNG")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "SVG"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<svg/>", "SVG"),
        (b"<!DOCTYPE html><img src=x>", "trang web"),
        (b"GIF89a" + bytes(20), "GIF"),
        (b"%PDF-1.7", "PDF"),
        (bytes(4) + b"ftypheic", "HEIC"),
        (drawn()[:900], "hỏng"),
        (b"MZ\x90\x00", "không phải ảnh"),
        (moving(), "Ảnh động"),
        (bomb(), "điểm"),
        (b"", "không phải ảnh"),
    ],
    ids=["svg", "xml", "html", "gif", "pdf", "heic", "cut", "program", "moving", "bomb", "empty"],
)
def test_add_picture_refuses_what_is_none_in_words(unit, editor, content, words):
    with pytest.raises(Incomplete) as refused:
        add(unit, editor, content)

    assert words in refused.value.issues[0].message
    assert not Picture.objects.exists()


def test_add_picture_drops_a_page_hidden_behind_the_pixels(unit, editor):
    picture = add(unit, editor, drawn() + b"<script>alert(1)</script>")

    assert b"<script>" not in bytes_of(picture)


def test_add_picture_refuses_what_is_too_large(unit, editor, settings):
    settings.PHOTO_LIMIT = 2**20

    with pytest.raises(Incomplete, match="nặng quá 1 MB"):
        add(unit, editor, drawn() + bytes(2**20))


@pytest.mark.django_db(transaction=True)
def test_add_picture_keeps_only_a_receipt_of_a_secret_one(unit, editor):
    with pytest.raises(Incomplete):
        add(unit, editor, drawn(), name="So do - TOI MAT.jpg")

    assert not Picture.objects.exists()
    assert Entry.objects.filter(event="refuse_secret_document").exists()


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"rights": " "}, "rights"),
        ({"alt": "Sơ đồ\nTUYỆT MẬT"}, "alt"),
        ({"caption": "x" * 301}, "caption"),
        ({"consent": "có"}, "consent"),
        ({"focus": "101,5"}, "focus"),
    ],
)
def test_add_picture_refuses_wrong_words(unit, editor, said, field):
    with pytest.raises(Incomplete) as refused:
        add(unit, editor, drawn(), facts=PictureFacts(**{"rights": RIGHTS} | said))

    assert [issue.field for issue in refused.value.issues] == [field]


def test_pictures_are_kept_by_writers_of_their_authority(unit, editor):
    picture = add(unit, editor, drawn())
    others = [
        make_user(Role.EDITOR, unit=make_unit("huyện Khác", kind="huyen")),
        make_user(Role.CLERK, unit=unit),
        make_user(Role.AUDITOR, unit=unit),
    ]
    for person in others:
        with pytest.raises(NotAllowed):
            add(unit, person, drawn(sun=(9, 9)))
        with pytest.raises(NotAllowed):
            edit_picture(picture=picture, seen=0, facts=SAID, by=person)


def test_edit_picture_changes_the_library_and_no_story(unit, editor):
    picture = add(unit, editor, drawn())
    shown = placed(picture)
    said = PictureFacts(
        rights="Ảnh: Trung tâm",
        alt="Biển",
        caption="Bình minh",
        consent=Consent.NOBODY,
        focus="75,30",
    )
    changed = edit_picture(picture=picture, seen=0, facts=said, by=editor)

    assert facts_of(Picture.objects.get()) == said
    assert changed.version == 1
    assert (shown.rights, shown.alt, shown.focus) == (RIGHTS, "Mặt trời trên biển", "")
    recorded = Entry.objects.get(event="edit_picture").get_details()
    assert recorded["focus"] == "75,30"


def test_edit_picture_overtaken_by_another_changes_nothing(unit, editor):
    picture = add(unit, editor, drawn())
    edit_picture(picture=picture, seen=0, facts=PictureFacts(rights="Một"), by=editor)

    with pytest.raises(Overtaken):
        edit_picture(picture=picture, seen=0, facts=PictureFacts(rights="Hai"), by=editor)
    same = edit_picture(picture=picture, seen=1, facts=PictureFacts(rights="Một"), by=editor)
    assert (same.version, same.rights) == (1, "Một")


def test_edit_picture_refuses_wrong_words(unit, editor):
    picture = make_picture(unit, editor)

    with pytest.raises(Incomplete):
        edit_picture(picture=picture, seen=0, facts=PictureFacts(rights=""), by=editor)


@given(size=st.sampled_from([(1600, 1000), (800, 500), (320, 200)]), quality=st.integers(30, 95))
def test_a_picture_is_like_itself_in_another_size_and_quality(size, quality):
    assert are_alike(likeness(drawn()), likeness(drawn(size=size, quality=quality)))


def test_other_pictures_are_not_alike():
    turned = encoded(Image.open(io.BytesIO(drawn())).rotate(180))

    assert not are_alike(likeness(drawn()), likeness(turned))
    assert not are_alike("", likeness(drawn()))
