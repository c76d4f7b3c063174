"""Packages of bulletins on their page."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from haidang.broadcast.bulletin_package import opened, packed
from haidang.broadcast.models import Bulletin, Exchanged
from haidang.orgs.enums import Role
from tests.broadcast.test_exchanging import facts
from tests.makers.bulletins import make_cleared_bulletin
from tests.makers.newsroom import make_newsroom
from tests.makers.orgs import make_user
from tests.system import needs

pytestmark = pytest.mark.django_db


def zip_file(content):
    return SimpleUploadedFile("goi.zip", content, "application/zip")


@needs("ffmpeg", "ffmpeg")
def test_a_cleared_bulletin_is_packed_and_downloaded(client):
    room = make_newsroom()
    bulletin = make_cleared_bulletin(room, "Bản tin gửi đi")
    client.force_login(room.author)

    page = client.post(reverse("pack-bulletin"), {"bulletin": bulletin.pk}, follow=True)

    assert "Đã lập gói" in page.content.decode()
    content = client.get(reverse("package", args=[Exchanged.objects.get().pk])).content
    assert opened(content).facts.title == "Bản tin gửi đi"
    client.force_login(make_user(Role.EDITOR))
    assert client.get(reverse("package", args=[Exchanged.objects.get().pk])).status_code == 404
    assert client.post(reverse("pack-bulletin"), {"bulletin": bulletin.pk}).status_code == 404


def test_a_package_that_comes_in_is_a_draft(client):
    client.force_login(make_user(Role.EDITOR))
    act = reverse("take-package")
    assert '<label class="btn" for="id_file">' in client.get(reverse("packages")).text

    page = client.post(act, {"file": zip_file(packed(facts(), b""))}, follow=True)

    assert "là bản nháp, chưa duyệt" in page.content.decode()
    assert Bulletin.objects.get().words == "Lời"
    assert "không phải gói" in client.post(act, {"file": zip_file(b"x")}, follow=True).text
    assert "Chọn một gói" in client.post(act, follow=True).text
