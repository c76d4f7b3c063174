"""Pictures and files of stories: for everybody while a cleared story shows them, never before."""

import io

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from PIL import Image

from haidang.documents.storage import keep
from haidang.newsroom.commands.publishing import publish_story
from haidang.newsroom.commands.withdrawing import withdraw_story
from haidang.newsroom.models import Story, StoryFile, StoryPicture
from haidang.newsroom.placing import placed
from haidang.newsroom.queries.translations import newest
from haidang.newsroom.serving import Size, address, bytes_of, file_address, library_address
from haidang.orgs.enums import Role
from tests.makers import make_unit, make_user
from tests.makers.newsroom import clear, make_newsroom, write_story
from tests.makers.pictures import drawn, make_picture, noise

pytestmark = pytest.mark.django_db


@pytest.fixture
def room():
    cache.clear()  # Wagtail remembers the sizes of pictures that other tests made
    return make_newsroom()


def written(story):
    """The story as its newest revision has it."""
    return newest(Story.objects.get(pk=story.pk))


def with_picture(room, story, **facts):
    """The story with a picture and a file, in a new revision."""
    picture = make_picture(room.unit, room.author, **facts)
    file = keep(b"%PDF-1.7 x", "application/pdf")
    page = written(story)
    page.pictures = [placed(picture)]
    page.files = [StoryFile(file=file, name="Kế hoạch 99.pdf", words="Kế hoạch")]
    page.save_revision(user=room.author)
    return picture


def published(room):
    story = write_story(room)
    with_picture(room, story)
    clear(room, story)
    publish_story(story=story, by=room.editor)
    return Story.objects.get(pk=story.pk)


def of(person):
    client = Client()
    client.force_login(person)
    return client


def test_a_picture_is_nobodys_but_the_desk_s_until_its_story_is_public(room, client):
    story = write_story(room)
    picture = with_picture(room, story)
    row = written(story).pictures.get()
    place = address(row, "wide", 720, "webp")

    assert client.get(place).status_code == 404
    stranger = make_user(Role.EDITOR, unit=make_unit("huyện Khác", kind="huyen"))
    assert of(stranger).get(place).status_code == 404
    seen = of(room.editor).get(place)
    assert (seen.status_code, seen["Cache-Control"]) == (200, "private, no-store")
    assert of(room.officer).get(place).status_code == 404, "not sent to the post yet"
    clear(room, story)
    assert of(room.officer).get(library_address(picture, "whole", 1200)).status_code == 200
    assert client.get(place).status_code == 404, "cleared is not published"


def test_a_published_picture_is_everybody_s_until_its_story_is_withdrawn(room, client):
    story = published(room)
    row = story.pictures.get()
    place = address(row, "wide", 720, "avif")
    seen = client.get(place)

    assert (seen.status_code, seen["Content-Type"]) == (200, "image/avif")
    assert seen["Cache-Control"] == "public, max-age=86400, s-maxage=60"
    assert "Cookie" not in seen.get("Vary", "")
    assert client.get(place, headers={"If-None-Match": seen["ETag"]}).status_code == 304
    assert client.get(address(row, "whole", 1200)).status_code == 404
    withdraw_story(story=story, notice="Bài có sai sót.", by=room.editor)
    assert client.get(place).status_code == 404
    assert client.get(place, headers={"If-None-Match": seen["ETag"]}).status_code == 404


def test_a_published_file_is_everybody_s_until_its_story_is_withdrawn(room, client):
    story = published(room)
    place = file_address(story.files.get())
    seen = client.get(place)

    assert (seen.status_code, seen["Content-Type"]) == (200, "application/pdf")
    assert seen["X-Content-Type-Options"] == "nosniff"
    assert client.get(place, headers={"If-None-Match": seen["ETag"]}).status_code == 304
    withdraw_story(story=story, notice="Bài có sai sót.", by=room.editor)
    assert client.get(place).status_code == 404
    assert of(room.editor).get(place)["Cache-Control"] == "private, no-store"
    stranger = make_user(Role.EDITOR, unit=make_unit("huyện Khác", kind="huyen"))
    assert of(stranger).get(place).status_code == 404


def test_a_story_that_was_written_past_the_gate_opens_no_picture(room, client):
    story = write_story(room)
    picture = with_picture(room, story)
    StoryPicture.objects.create(story=story, picture=picture)
    Story.objects.filter(pk=story.pk).update(live=True)

    row = story.pictures.select_related("picture").get()
    assert client.get(address(row, "wide", 720)).status_code == 404


@pytest.mark.parametrize(
    "place",
    [
        "/hinh/1/wide-721-00000000.jpg",
        "/hinh/1/wide-720-00000000.gif",
        "/hinh/1/wide-720-0.jpg",
        "/hinh/999/wide-720-00000000.jpg",
        "/tep-bai/" + "0" * 64 + "/x.pdf",
    ],
)
def test_what_nobody_keeps_is_not_found(room, client, place):
    assert client.get(place).status_code == 404
    assert of(room.editor).get(place).status_code == 404


@pytest.mark.parametrize("content", [drawn(), noise()], ids=["drawn", "noise"])
def test_every_size_is_light_enough_for_a_phone(room, content):
    picture = make_picture(room.unit, room.author, content)
    for shape, width in (("wide", 360), ("wide", 720), ("wide", 1200), ("card", 720)):
        for ending, kind in (("avif", "AVIF"), ("webp", "WEBP"), ("jpg", "JPEG")):
            made = bytes_of(picture, Size(shape, width, ending))
            assert len(made) <= 60_000
            with Image.open(io.BytesIO(made)) as image:
                assert image.format == kind
                assert image.width <= width


def test_a_part_is_cut_around_the_middle_that_was_chosen(room):
    picture = make_picture(room.unit, room.author, drawn(size=(1000, 2000), sun=(800, 100)))
    parts = {bytes_of(picture, Size("card", 360, "jpg"), f"50,{y}") for y in (10, 90)}

    assert len(parts) == 2
    assert picture.renditions.count() == 2


def test_a_size_is_made_once(room):
    picture = make_picture(room.unit, room.author)
    first = bytes_of(picture, Size("wide", 720, "jpg"))
    made = picture.renditions.get().pk
    assert bytes_of(picture, Size("wide", 720, "jpg")) == first
    assert picture.renditions.get().pk == made


def test_pictures_are_found_without_marks_and_by_what_they_lack(room):
    make_picture(room.unit, room.author, alt="Ghe biển về bến")
    make_picture(room.unit, room.author, drawn(sun=(100, 100)), alt="", caption="Chợ nổi")
    page = of(room.editor)

    assert b"Ghe bi" in page.get("/anh/?tim=ghe+bien").content
    assert "Chợ nổi" not in page.get("/anh/?tim=ghe+bien").content.decode()
    lacking = page.get("/anh/?thieu=alt").content.decode()
    assert "Chợ nổi" in lacking
    assert "Ghe biển" not in lacking
    assert "Không có ảnh nào" in page.get("/anh/?tim=zzz").content.decode()
    stranger = make_user(Role.EDITOR, unit=make_unit("huyện Khác", kind="huyen"))
    assert "Không có ảnh nào" in of(stranger).get("/anh/").content.decode()


def post(content, **said):
    file = io.BytesIO(content)
    file.name = said.pop("name", "bien.jpg")
    return {"photos": [file], "rights": "Ảnh: Trung tâm", "consent": "nobody"} | said


def test_add_picture_takes_several_and_says_which_it_refuses(room):
    page = of(room.author)
    added = page.post("/anh/them/", post(drawn(), alt="Biển"))
    assert added.status_code == 302
    refused = page.post("/anh/them/", post(b"<svg/>", name="x.svg"))
    assert refused.status_code == 422
    assert "x.svg: SVG" in refused.content.decode()
    assert page.post("/anh/them/", post(drawn(), rights="")).status_code == 422
    assert of(room.auditor).get("/anh/them/").status_code == 403


def test_picture_shows_its_stories_those_like_it_and_is_changed(room):
    story = write_story(room, "Ngư dân ra khơi")
    picture = with_picture(room, story)
    other = make_picture(room.unit, room.author, drawn(quality=40))
    page = of(room.author)
    shown = page.get(reverse("picture", args=[picture.pk])).content.decode()

    assert "Ngư dân ra khơi" in shown
    assert "Giống ảnh này" in shown
    assert f"/anh/{other.pk}/" in shown
    said = {"rights": "Ảnh: Trung tâm", "alt": "Biển", "consent": "nobody", "focus": "83,17"}
    place = reverse("picture", args=[picture.pk])
    assert page.post(place, said | {"seen": 0}).status_code == 302
    late = page.post(place, said | {"seen": 0, "alt": "Khác"})
    assert late.status_code == 422
    assert "Khác" in late.content.decode()
    assert page.post(place, said | {"seen": 1, "alt": "x\nTUYỆT MẬT\n"}).status_code == 422
    picture.refresh_from_db()
    assert (picture.description, picture.focus, picture.version) == ("Biển", "83,17", 1)
    assert of(room.auditor).get(place).status_code == 200
