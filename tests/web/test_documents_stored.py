"""A file that is rotten or lost, and a disk that is full, are said on a page of their own."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from haidang.documents import commands
from haidang.documents.commands import Come
from haidang.documents.models import Arrival
from haidang.web.views.documents import arriving
from tests.makers.documents import make_bureau, make_issued
from tests.makers.plans import make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def place(settings, tmp_path):
    settings.FILES = tmp_path  # what is broken here is no other test's


@pytest.fixture
def bureau():
    return make_bureau()


def received(bureau):
    come = Come("BÁO CÁO\nVề việc thử".encode(), "van-ban.txt")
    return commands.receive_document(unit=bureau.district, come=come, by=bureau.clerk)


def refused(client, address, words):
    answer = client.get(address)
    assert answer.status_code == 503
    assert words in answer.text
    assert "Hãy báo quản trị lấy lại tệp từ bản sao lưu" in answer.text


def test_a_file_that_came_is_given_back_only_whole(client, bureau):
    arrival = received(bureau)
    address = f"/van-ban/den/{arrival.pk}/tep/"
    client.force_login(bureau.clerk)
    whole = client.get(address)
    assert b"".join(whole.streaming_content) == "BÁO CÁO\nVề việc thử".encode()
    assert whole["Content-Disposition"] == 'attachment; filename="van-ban.txt"'

    arrival.file.path.write_bytes(b"BAO CAO")

    refused(client, address, "tệp lưu không còn đúng mã của nó")


def test_what_was_issued_is_given_only_whole(client, bureau):
    issue = make_issued(bureau)
    client.force_login(bureau.drafter)
    issue.pdf.path.unlink()
    address = f"/van-ban/{issue.edition.document_id}/tai/pdf/"

    refused(client, address, "tệp lưu không còn")
    assert client.get(f"/van-ban/{issue.edition.document_id}/").status_code == 200


def test_the_file_of_a_plan_is_given_back_only_whole(client):
    plan = make_plan()
    client.force_login(plan.revision.created_by)
    plan.revision.file.path.write_bytes(b"KE HOACH")

    refused(client, f"/ke-hoach/{plan.pk}/tep-goc/", "tệp lưu không còn đúng mã của nó")


def test_a_full_disk_is_said_and_nothing_was_stored(client, bureau, monkeypatch):
    def full(handle):
        raise OSError(28, "No space left on device")

    client.force_login(bureau.clerk)
    monkeypatch.setattr("os.fsync", full)
    monkeypatch.setattr(arriving, "PATIENCE", 60)  # however busy the machine is
    file = SimpleUploadedFile("van-ban.txt", "BÁO CÁO\nVề việc đĩa đầy".encode())

    answer = client.post("/van-ban/den/vao-so/", {"file": file})

    assert answer.status_code == 503
    assert "không có gì được lưu" in answer.text
    assert not Arrival.objects.exists()
