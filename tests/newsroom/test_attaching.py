"""Files beside a story: looked at, made free of what is hidden, kept, and taken away again."""

import pytest

from haidang.documents.models import StoredFile
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.newsroom import attached
from haidang.newsroom.attached import without_traces
from haidang.newsroom.commands.attaching import MOST_FILES, attach_to_story, detach_from_story
from haidang.newsroom.models import Story
from haidang.newsroom.versions import newest
from haidang.plans.overtaking import Overtaken
from haidang.text.reading import read
from tests.makers.newsroom import make_newsroom
from tests.makers.office import ADDED, DELETED, HIDDEN, docx, run, xlsx
from tests.makers.pictures import drawn
from tests.makers.writing import edit, make_story

pytestmark = pytest.mark.django_db(transaction=True)
PAPER = "Văn bản\n\nSáng nay tàu ra khơi.".encode()


def box(kind, inside=b""):
    return (len(inside) + 8).to_bytes(4) + kind + inside


PLACE = box(b"udta", box(b"\xa9xyz", b"\x00\x12\x15\xc7+09.8000+106.5000/"))
VIDEO = box(b"ftyp", b"isom\x00\x00\x02\x00mp42")
VIDEO += box(b"moov", box(b"trak", box(b"mdia", box(b"hdlr", b"\x00" * 8 + b"vide"))) + PLACE)
VIDEO += box(b"mdat", b"pictures")


def nested(kind, times):
    """One box in another, again and again, as no camera writes them."""
    whole = b""
    for _ in range(times):
        whole = box(kind, whole)
    return whole


@pytest.fixture
def room():
    return make_newsroom()


@pytest.fixture
def story(room):
    return make_story(room)


def attach(room, story, content=PAPER, name="van-ban.txt", by=None, **given):
    return attach_to_story(story=story, content=content, name=name, by=by or room.author, **given)


def files(story):
    return list(newest(Story.objects.get(pk=story.pk)).files.all())


def test_attach_to_story_keeps_a_paper_under_its_own_ending(room, story):
    attach(room, story, name="C:\\tam\\Văn bản.exe", words=" Bản   đầy đủ ")

    (row,) = files(story)
    assert (row.name, row.words, row.file.read()) == ("Văn bản.txt", "Bản đầy đủ", PAPER)
    assert Entry.objects.latest("seq").event == "attach_to_story"


def test_attach_to_story_keeps_a_file_once(room, story):
    attach(room, story)
    before = Story.objects.get(pk=story.pk).latest_revision_id
    attach(room, story, name="khac.txt")

    assert Story.objects.get(pk=story.pk).latest_revision_id == before


def test_attach_to_story_tells_what_a_word_file_hides_and_takes_the_clean_copy(room, story):
    hiding = docx(run("Sáng ") + DELETED + ADDED + HIDDEN, comment="lời")
    with pytest.raises(Incomplete) as refused:
        attach(room, story, hiding, "ke-hoach.docx")
    assert refused.value.issues[0].name == "hidden_words"
    assert "2 chỗ sửa có theo dõi, 1 chỗ chữ ẩn, 1 lời bình" in str(refused.value)
    assert not StoredFile.objects.exists()

    attach(room, story, hiding, "ke-hoach.docx", is_cleaned=True)

    content = files(story)[0].file.read()
    assert read(content).text.strip() == "Sáng mới"
    assert b"May tinh" not in content


@pytest.mark.parametrize(
    "content",
    [
        docx(run("TỐI MẬT"), run("Nội dung")),
        docx(run("Nội dung"), run("TỐI MẬT", "<w:vanish/>")),
        docx(run("Nội dung"), comment="TUYỆT MẬT"),
        "Số: 1\n\nMẬT\n\nBÁO CÁO".encode(),
    ],
)
def test_attach_to_story_leaves_only_a_receipt_of_a_secret_file(room, story, content):
    with pytest.raises(Incomplete) as refused:
        attach(room, story, content, "tep.docx", is_cleaned=True)

    assert refused.value.issues[0].name == "secret"
    assert Entry.objects.latest("seq").event == "refuse_secret_document"
    assert not StoredFile.objects.exists()
    assert files(story) == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (drawn(), "mục Ảnh"),
        (b'<svg xmlns="x"><script>alert(1)</script></svg>', ".svg"),
        (b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "x">]><svg/>', ".svg"),
        (b"", "rỗng"),
        (b"MZ\x90\x00\x03", "không nhận ra"),
        (xlsx("veryHidden"), "trang tính ẩn"),
        (b"\x1aE\xdf\xa3webm", ".mp4"),
        (VIDEO.replace(b"isom", b"qt  "), ".mov"),
        (VIDEO[:-4] + b"x", "bị hỏng"),
        (b"PK\x03\x04 x", "bị hỏng"),
        (VIDEO + nested(b"moov", 3_000), "bị hỏng"),
    ],
)
def test_attach_to_story_refuses_what_readers_should_not_get(room, story, content, words):
    with pytest.raises(Incomplete) as refused:
        attach(room, story, content, "tep.pdf")

    assert words in str(refused.value)
    assert files(story) == []


def test_attach_to_story_takes_the_place_out_of_a_video(room, story):
    attach(room, story, VIDEO, "ra-khoi.mp4")

    (row,) = files(story)
    assert row.file.content_type == "video/mp4"
    kept = row.file.read()
    assert len(kept) == len(VIDEO)
    assert b"106.5" not in kept
    assert b"pictures" in kept


def test_attach_to_story_says_how_large_a_file_may_be(room, story, settings, monkeypatch):
    settings.DOCUMENT_LIMIT = 2**20
    with pytest.raises(Incomplete, match="nặng quá 1 MB"):
        attach(room, story, b"a" * (2**20 + 1))
    monkeypatch.setattr(attached, "MOST_VIDEO", 2**20)
    with pytest.raises(Incomplete, match="nặng quá 1 MB"):
        attach(room, story, VIDEO + box(b"free", b"x" * 2**20), "x.mp4")


def test_attach_to_story_refuses_others_and_too_many(room, story):
    with pytest.raises(NotAllowed):
        attach(room, story, by=room.leader)
    for number in range(MOST_FILES):
        attach(room, story, PAPER + str(number).encode())
    with pytest.raises(Incomplete, match="tối đa 10 tệp"):
        attach(room, story)


def test_attach_to_story_refuses_a_stamp_in_its_words(room, story):
    with pytest.raises(Incomplete):
        attach(room, story, words="MẬT")


def test_detach_from_story_takes_a_file_away(room, story):
    attach(room, story)
    seen = Story.objects.get(pk=story.pk).latest_revision_id
    sha256 = files(story)[0].file_id

    detach_from_story(story=story, sha256=sha256, seen=seen, by=room.author)

    assert files(story) == []
    seen = Story.objects.get(pk=story.pk).latest_revision_id
    with pytest.raises(WrongState):
        detach_from_story(story=story, sha256=sha256, seen=seen, by=room.author)


def test_detach_from_story_refuses_others_and_who_comes_late(room, story):
    attach(room, story)
    row = Story.objects.get(pk=story.pk)
    asked = {"story": row, "sha256": files(story)[0].file_id, "seen": row.latest_revision_id}
    with pytest.raises(NotAllowed):
        detach_from_story(by=room.auditor, **asked)
    edit(story, room.editor, body="Khác")
    with pytest.raises(Overtaken):
        detach_from_story(by=room.author, **asked)


def test_a_recording_loses_its_tags():
    sound = b"\xff\xfb\x90\x00sound"
    tagged = b"ID3\x04\x00\x00\x00\x00\x00\x05May07" + sound + b"TAG" + b"x" * 125
    kind = attached.kind_of_attached(tagged)

    assert kind.ending == "mp3"
    assert without_traces(tagged, kind) == sound
