"""What bears a secrecy stamp enters nowhere and leaves no trace: files, names, words (N19)."""

import logging
import os
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import uploadhandler
from django.core.files.uploadedfile import SimpleUploadedFile

from haidang.activities.commands import attach_photo
from haidang.console import read
from haidang.documents.models import Document, StoredFile
from haidang.documents.stamps import about_file_name, about_words
from haidang.errors import Incomplete
from haidang.ledger.models import Entry
from haidang.newsroom.commands import open_portal
from haidang.plans import commands as plans
from haidang.plans.models import Plan
from haidang.reporting import commands as reports
from haidang.reporting.enums import RemarkKind
from haidang.reporting.remarked import Remarked
from haidang.web.views.plans import reading_in
from tests.makers import make_authority, make_unit
from tests.makers.activities import make_activity, make_photo
from tests.makers.plans import PLAN, make_plan
from tests.makers.reporting import DUE_ON, make_in_review, make_season
from tests.text.files import docx, p
from tests.text.secrecy_files import packed, w

pytestmark = [pytest.mark.promise("N19"), pytest.mark.django_db]
NAMES = ["TỐI MẬT - KH Bão Số 9.txt", "[MẬT] KH Bão Số 9.docx", "KH Bao So 9 (TUYET MAT).pdf"]
FILES = {
    "text": f"TỐI MẬT\n\n{PLAN}".encode(),
    "spaced": f"T Ố I   M Ậ T\n{PLAN}".encode(),
    "footer": packed(docx(p("KẾ HOẠCH")), {"word/footer1.xml": w("ftr", p("MẬT"))}),
    "page": "<html><meta charset=utf-8><img alt='MẬT'><p>KẾ HOẠCH</p></html>".encode(),
}


@pytest.fixture(autouse=True)
def patience(monkeypatch):
    """However busy the machine is, an upload is waited for."""
    monkeypatch.setattr(reading_in, "PATIENCE", 60)


@pytest.fixture
def authority():
    return make_authority()


@pytest.fixture
def drafter(client, authority):
    client.force_login(authority.drafter)
    return client


def kept():
    """Everything with words that an installation keeps on its disk, beside its database."""
    found = [path for path in Path(settings.DATA).rglob("*") if path.is_file()]
    return sorted(path.name for path in found if path.stat().st_size and "sqlite" not in path.name)


def said_by(refused):
    return [issue.name for issue in refused.value.issues]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_refused_by_its_name_alone_and_the_name_is_kept_nowhere(
    drafter, caplog, name, tmp_path, monkeypatch
):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    caplog.set_level(logging.DEBUG)
    before, last = kept(), Entry.objects.order_by("-seq").first().seq

    page = drafter.post("/ke-hoach/doc/", {"file": SimpleUploadedFile(name, PLAN.encode())})

    assert page.status_code == 422
    assert "hệ thống không lưu gì của tệp" in page.text
    (line,) = Entry.objects.filter(seq__gt=last)
    for told in (page.text, caplog.text, str(vars(line))):
        assert "9.txt" not in told
        assert "So 9" not in told
        assert "Số 9" not in told
    assert (Plan.objects.count(), Document.objects.count(), StoredFile.objects.count()) == (0, 0, 0)
    assert (kept(), list(tmp_path.iterdir())) == (before, [])


@pytest.mark.parametrize("kind", FILES)
def test_a_stamped_upload_leaves_nothing_but_a_receipt(
    drafter, kind, tmp_path, monkeypatch, caplog
):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    on_disk = []
    monkeypatch.setattr(uploadhandler, "TemporaryUploadedFile", on_disk.append)
    caplog.set_level(logging.DEBUG)
    before, last = kept(), Entry.objects.order_by("-seq").first().seq

    page = drafter.post("/ke-hoach/doc/", {"file": SimpleUploadedFile("kh-1", FILES[kind])})

    assert page.status_code == 422
    (line,) = Entry.objects.filter(seq__gt=last)
    assert line.event == "refuse_secret_document"
    assert "kh-1" not in f"{vars(line)}{caplog.text}"
    assert "MẬT" not in f"{line.details}{caplog.text}"
    assert not StoredFile.objects.exists()
    assert (on_disk, kept(), list(tmp_path.iterdir())) == ([], before, [])


def test_the_command_line_does_not_even_open_a_file_of_a_secret_name(tmp_path, capsys):
    secret = tmp_path / "TUYỆT MẬT.txt"
    os.mkfifo(secret)  # opening it would wait for ever

    assert read.run([str(secret)]) == 1

    assert "[secret]" in capsys.readouterr().err


@pytest.mark.parametrize("kind", FILES)
def test_the_command_line_refuses_by_the_code_secret_and_keeps_nothing(tmp_path, capsys, kind):
    (tmp_path / "kh").write_bytes(FILES[kind])

    assert read.run([str(tmp_path / "kh")]) == 1

    assert "[secret]" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["kh"]


def test_photos_and_words_of_activities_with_a_stamp_are_refused(authority):
    reporter = authority.reporters[0]
    activity = make_activity(authority.communes[0], reporter)
    given = {"activity": activity, "content": make_photo(), "by": reporter}
    with pytest.raises(Incomplete) as refused:
        attach_photo(**given, name="TỐI MẬT.jpg")
    assert said_by(refused) == ["secret"]
    # When, by whom and which file it was stays; neither its name nor its mark does.
    receipt = Entry.objects.order_by("-seq").first()
    assert (receipt.event, receipt.by) == ("refuse_secret_document", reporter)
    assert set(receipt.get_details()) == {"size", "sha256"}
    with pytest.raises(Incomplete):
        attach_photo(**given, name="a.jpg", caption="Độ mật: Mật")
    assert not StoredFile.objects.exists()


def test_words_typed_into_a_plan_with_a_stamp_are_refused(authority):
    plan = make_plan(authority)
    task, by = plan.tasks.first(), authority.drafter
    acts = [
        lambda: plans.refuse_task(task=task, reason="TỐI MẬT\nlộ", by=by),
        lambda: plans.change_task(task=task, title="[MẬT]", by=by),
        lambda: plans.withdraw_plan(plan=plan, reason="Tuyệt mật", by=by),
    ]
    for act in acts:
        with pytest.raises(Incomplete) as refused:
            act()
        assert said_by(refused) == ["secrecy_mark"]


def test_words_typed_into_a_report_with_a_stamp_are_refused():
    season = make_season()
    report = make_in_review(season)
    remark = Remarked(section=8, kind=RemarkKind.MISSING, text="MẬT\nNêu rõ.")

    with pytest.raises(Incomplete) as refused:
        reports.return_report(report=report, remarks=[remark], mend_by=DUE_ON, by=season.drafter)
    assert "secrecy_mark" in said_by(refused)


def test_words_of_the_portal_with_a_stamp_are_refused():
    page = open_portal(unit=make_unit("huyện Thử", kind="huyen"), by=None)[0]
    page.standfirst = "MẬT"

    with pytest.raises(ValidationError):
        page.full_clean()


def test_words_and_names_about_secrets_are_taken():
    assert about_words("Giữ chế độ bảo mật thông tin.\nBẢO MẬT", "a") == []
    assert about_file_name("ke-hoach-bao-mat.docx", "a") == []
