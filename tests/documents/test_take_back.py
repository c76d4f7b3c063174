"""A draft edited in a word processor comes back: held, compared, taken over or refused."""

import json
import os
import time

import pytest

from haidang.documents import commands
from haidang.documents.coming_back import document_of
from haidang.documents.commands.taking_back import RESTORE
from haidang.documents.held import held, hold
from haidang.documents.models import Edition, Revision, StoredFile
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.text.blocks import Document, Header, Paragraph, Signature
from haidang.text.merge.outcome import key_of
from haidang.text.writing import write_docx
from tests.makers.documents import make_bureau, make_draft, make_issued
from tests.system import needs_libreoffice
from tests.text.comparing import REPORT, edited
from tests.text.edits import Edited, saved_by_libreoffice

pytestmark = pytest.mark.django_db
CHANGED = ("1.032 lượt", "1.320 lượt")


@pytest.fixture
def bureau(settings, tmp_path):
    settings.FILES = tmp_path / "files"
    return make_bureau()


@pytest.fixture
def draft(bureau):
    return make_draft(bureau, REPORT)


@pytest.fixture
def file(draft):
    return draft.file.read()


def act(command, draft, content, by, **more):
    given = {"edition": draft.edition, "content": content, "name": "bao-cao.docx", "by": by}
    return getattr(commands, command)(**given, **more)


def take(draft, content, by, explanations=None, **more):
    return act("take_back_draft", draft, content, by, explanations=explanations or {}, **more)


def key(old, new, path):
    return key_of(path, old, new, 0)


KEY = key("1.032", "1.320", "/so/5/3.2/?lan=1")


@pytest.mark.promise("N13")
def test_take_back_draft_takes_words_over_and_figures_keep_their_records(draft, file, bureau):
    """Dự thảo tải về, sửa trong Word rồi tải lên: lời được nhận, số vẫn dẫn về nguồn."""
    edits = Edited(file).swap("nói chuyện", "sinh hoạt").swap("Các xã", "Mười lăm xã")
    content = edits.add_after("Phát 120 buổi", "Có 3 cụm loa mới.").split_runs().save()

    revision = take(draft, content, bureau.drafter)

    expected = edited(edited(REPORT, "nói chuyện", "sinh hoạt"), "Các xã", "Mười lăm xã")
    blocks = [*expected.blocks]
    blocks.insert(7, Paragraph("Có 3 cụm loa mới."))
    assert revision.ordinal == 2
    assert document_of(revision).blocks == tuple(blocks)
    assert document_of(revision).appendices == REPORT.appendices
    assert revision.file.read() == write_docx(document_of(revision))
    assert revision.explained == []


@pytest.mark.promise("N13")
@needs_libreoffice
def test_a_draft_saved_by_libreoffice_changes_nothing_but_what_was_typed(
    draft, file, bureau, tmp_path
):
    """Lưu lại bằng LibreOffice không sinh ra khác biệt nào; sửa gì mới thấy khác cái đó."""
    content = saved_by_libreoffice(file, tmp_path)

    look = act("look_at_draft", draft, content, bureau.drafter)
    typed = Edited(content).swap("Đồn Biên phòng", "Bộ đội Biên phòng").save()
    revision = take(draft, typed, bureau.drafter)

    assert look.is_named
    assert look.comparison.changes == ()
    assert document_of(revision) == edited(REPORT, "Đồn Biên phòng", "Bộ đội Biên phòng")


@pytest.mark.promise("N8")
def test_take_back_draft_refuses_a_figure_changed_by_hand_without_a_reason(draft, file, bureau):
    """Số sửa tay trong Word bị nêu tên: chỗ, số cũ, số mới; phải giải thích hoặc khôi phục."""
    content = Edited(file).swap(*CHANGED).save()

    with pytest.raises(Incomplete) as refused:
        take(draft, content, bureau.drafter)

    (issue,) = refused.value.issues
    assert issue.message == (
        "Số 1.032 (lượt người dự) đã sửa thành 1.320: hãy giải thích hoặc khôi phục số cũ."
    )
    assert draft.edition.revisions.count() == 1
    assert not StoredFile.objects.exclude(pk=draft.file_id).exists()


@pytest.mark.promise("N8")
def test_an_explained_figure_stays_marked_and_stands_in_the_ledger(draft, file, bureau):
    content = Edited(file).swap(*CHANGED).save()

    revision = take(draft, content, bureau.drafter, {KEY: " Cộng thêm hội thi. "})

    assert "[[1.320|/so/5/3.2/?lan=1#sua-tay]] lượt" in document_of(revision).blocks[3].text
    said = {
        "path": "/so/5/3.2/?lan=1",
        "place": "mục I.1, đoạn 1",
        "words": "lượt người dự; số này còn đứng ở Phụ lục, bảng 1, hàng 3 “Lượt người dự”, "
        "vẫn 1.032",
        "old": "1.032",
        "new": "1.320",
        "reason": "Cộng thêm hội thi.",
    }
    assert revision.explained == [said]
    details = json.loads(Entry.objects.get(event="take_back_draft").details)
    assert details["explained"] == [said]
    assert StoredFile.objects.get(pk=details["sha256"]).read() == content


@pytest.mark.promise("N8")
def test_a_restored_figure_has_its_old_value(draft, file, bureau):
    content = Edited(file).swap(*CHANGED).swap("Các xã", "Mười lăm xã").save()

    revision = take(draft, content, bureau.drafter, {KEY: RESTORE})

    assert document_of(revision) == edited(REPORT, "Các xã", "Mười lăm xã")
    assert revision.explained == []


def test_a_reason_is_refused_where_it_bears_a_mark_or_is_too_long(draft, file, bureau):
    content = Edited(file).swap(*CHANGED).swap("Phát 120", "Phát 130").save()
    other = key("120", "130", "/so/5/1.1/?lan=1")

    with pytest.raises(Incomplete) as refused:
        take(draft, content, bureau.drafter, {KEY: "TỐI MẬT", other: "dài " * 100})

    assert [(issue.name, issue.field) for issue in refused.value.issues] == [
        ("secrecy_mark", f"reason-{KEY}"),
        ("too-long", f"reason-{other}"),
    ]


def test_hold_draft_keeps_the_upload_for_its_person_and_writes_no_row(draft, file, bureau):
    content = Edited(file).swap("Các xã", "Mười lăm xã").save()
    rows = Revision.objects.count(), StoredFile.objects.count(), Entry.objects.count()

    digest = act("hold_draft", draft, content, bureau.drafter)

    assert held(draft.edition, bureau.drafter, digest) == content
    assert held(draft.edition, bureau.clerk, digest) is None
    assert held(draft.edition, bureau.drafter, "../x") is None
    assert (Revision.objects.count(), StoredFile.objects.count(), Entry.objects.count()) == rows


def test_what_was_held_goes_when_it_was_taken_over_or_after_a_day(draft, file, bureau, settings):
    content = Edited(file).swap("Các xã", "Mười lăm xã").save()
    digest = hold(draft.edition, bureau.drafter, b"yesterday's", "{}")
    old = time.time() - 25 * 3600
    for path in (settings.FILES / "held").iterdir():
        os.utime(path, (old, old))

    other = act("hold_draft", draft, content, bureau.drafter)
    assert held(draft.edition, bureau.drafter, digest) is None
    take(draft, content, bureau.drafter)

    assert held(draft.edition, bureau.drafter, other) is None
    assert not list((settings.FILES / "held").iterdir())


def test_look_at_draft_reads_again_what_another_version_kept(draft, file, bureau):
    content = Edited(file).swap("Các xã", "Mười lăm xã").save()
    old = {"source": '{"version":0}', "origin": None, "mark": None, "left_out": []}
    hold(draft.edition, bureau.drafter, content, json.dumps(old))

    look = act("look_at_draft", draft, content, bureau.drafter)

    assert [change.place for change in look.comparison.changes] == ["mục II, đoạn 1"]


def test_a_file_with_a_secrecy_mark_leaves_a_receipt_alone(draft, file, bureau):
    stamped = Edited(file).add_after("Thực hiện Kế hoạch", "TUYỆT MẬT").save()
    stored = StoredFile.objects.count()

    for content, name in ((stamped, "a.docx"), (file, "bao cao MAT.docx")):
        with pytest.raises(Incomplete) as refused:
            commands.hold_draft(
                edition=draft.edition, content=content, name=name, by=bureau.drafter
            )
        assert [issue.name for issue in refused.value.issues] == ["secret"]

    assert StoredFile.objects.count() == stored
    assert Entry.objects.filter(event="refuse_secret_document").count() == 2


OTHER = Document(
    Header(issuer="UBND xã Khác", document_type="Thông báo", title="Lịch tiếp công dân"),
    (Paragraph("Thứ hai hằng tuần, tại trụ sở, từ bảy giờ ba mươi phút."),),
    ("Lưu: VT",),
    Signature(title="CHỦ TỊCH"),
)


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (write_docx(OTHER), "other-document", "văn bản khác (“Thông báo Lịch tiếp công dân"),
        (b"%PDF-1.7 x", "not-editable", "tệp soạn thảo"),
        (b"PK\x03\x04 broken", "broken", "hỏng"),
    ],
)
def test_what_is_no_edited_draft_is_refused(draft, bureau, content, name, words):
    with pytest.raises(Incomplete) as refused:
        act("hold_draft", draft, content, bureau.drafter)

    (issue,) = refused.value.issues
    assert issue.name == name
    assert words in issue.message


def test_a_file_that_is_too_large_is_refused_before_it_is_read(draft, bureau, settings):
    settings.DOCUMENT_LIMIT = 10

    with pytest.raises(Incomplete, match="lớn hơn"):
        act("hold_draft", draft, b"x" * 11, bureau.drafter)


def test_a_file_that_changes_nothing_is_refused(draft, file, bureau):
    with pytest.raises(Incomplete, match="không sửa gì"):
        take(draft, file, bureau.drafter)


def test_only_people_of_the_authority_take_back_and_only_drafts(draft, file, bureau):
    for command, more in (("hold_draft", {}), ("take_back_draft", {"explanations": {}})):
        with pytest.raises(NotAllowed):
            act(command, draft, file, bureau.auditor, **more)
    issued = make_issued(bureau).edition
    with pytest.raises(WrongState, match="đã ban hành"):
        commands.hold_draft(edition=issued, content=file, name="a.docx", by=bureau.drafter)


@pytest.mark.promise("N13")
def test_what_somebody_else_changed_meanwhile_stays_and_clashes_are_named(draft, file, bureau):
    """Hai người cùng sửa: chỗ không đụng nhau thì gộp, chỗ đụng nhau thì nêu tên, không ghi đè."""
    first = edited(edited(REPORT, "Các xã phối hợp", "Mười lăm xã phối hợp"), "thiết thực", "mới")
    second = Edited(file).swap("Các xã phối hợp", "Toàn huyện phối hợp").swap("các xã.", "xã.")
    commands.redraft_document(edition=draft.edition, document=first, by=bureau.drafter)

    look = act("look_at_draft", draft, second.save(), bureau.clerk)
    revision = take(draft, second.save(), bureau.clerk, newest=look.newest)

    assert (look.base.ordinal, look.newest.ordinal, look.is_behind) == (1, 2, True)
    (clash,) = look.merged.conflicts
    assert (clash.place, clash.before[:6], clash.current[:8], clash.returned[:10]) == (
        "mục II, đoạn 1",
        "Các xã",
        "Mười lăm",
        "Toàn huyện",
    )
    said = revision.text
    assert "Mười lăm xã phối hợp" in said
    assert "Nội dung mới, có tiếng Khmer" in said
    assert "đài truyền thanh xã." in said


def test_a_newer_revision_than_the_person_saw_is_a_wrong_state(draft, file, bureau):
    content = Edited(file).swap("Các xã", "Mười lăm xã").save()
    commands.redraft_document(edition=draft.edition, document=REPORT, by=bureau.clerk)

    with pytest.raises(WrongState, match="bản mới hơn"):
        take(draft, content, bureau.drafter, newest=draft)


def test_a_draft_that_came_as_a_file_alone_is_compared_with_its_words(bureau):
    content = write_docx(REPORT)
    text = make_draft(bureau, REPORT).text
    draft = commands.register_document(
        document_type="Báo cáo", title="Kết quả", unit=bureau.district, text=text, by=bureau.drafter
    )
    typed = Edited(content).swap("Đồn Biên phòng", "Bộ đội Biên phòng").save()

    revision = take(draft, typed, bureau.drafter)

    assert "Bộ đội Biên phòng" in revision.text
    assert Edition.objects.get(pk=draft.edition_id).revisions.count() == 2
