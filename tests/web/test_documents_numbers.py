"""A number asked for twice, a type that is chosen, and numbers that cannot be given up."""

import pytest

from haidang.documents import commands
from haidang.documents.metadata import metadata_of
from haidang.documents.models import Number
from tests.makers.documents import make_agreed, make_bureau

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
HOLD = "/van-ban/di/giu-so/"
TET = {"document_type": "kế hoạch", "purpose": "Kế hoạch Tết"}


@pytest.fixture
def bureau():
    return make_bureau()


@pytest.fixture
def clerk(client, bureau):
    client.force_login(bureau.clerk)
    return client


def test_a_second_number_for_the_same_is_given_only_on_purpose(clerk):
    held = clerk.post(HOLD, TET, follow=True).text
    asked = clerk.post(HOLD, {**TET, "purpose": " kế hoạch  tết"})
    other = clerk.post(HOLD, {**TET, "purpose": "Kế hoạch hè"}, follow=True).text
    more = clerk.post(HOLD, {**TET, "again": "on"}, follow=True).text

    assert "Đã giữ số 01 (KH) cho Kế hoạch Tết." in held
    assert asked.status_code == 422
    assert "Số 01 đang giữ cho đúng việc này." in asked.text
    assert "Giữ thêm số nữa</span>" in asked.text
    assert "Đã giữ số 02 (KH)" in other
    assert "Đã giữ số 03 (KH) cho Kế hoạch Tết." in more
    assert Number.objects.count() == 3


def test_no_type_is_chosen_before_the_clerk_chooses_one(clerk):
    form, refused = clerk.get(HOLD).text, clerk.post(HOLD, {**TET, "document_type": ""})

    assert '<option value="" selected>Chọn tên loại</option>' in form
    assert "Chọn tên loại của văn bản." in refused.text
    assert "Giữ thêm số nữa" not in form


def test_a_number_is_given_up_by_the_clerk_and_only_once(clerk, bureau):
    number = commands.reserve_number(
        unit=bureau.district, document_type="kế hoạch", purpose="Tết", by=bureau.clerk
    )
    cancel = f"/van-ban/di/so/{number.pk}/huy/"
    clerk.force_login(bureau.drafter)
    others = clerk.get(cancel)
    clerk.force_login(bureau.clerk)
    clerk.post(cancel, {"reason": "Nhầm"})
    again = clerk.get(cancel)

    assert others.status_code == 403
    assert again.status_code == 409
    assert "Số 01 đã hủy (Nhầm)" in again.text


def test_copies_that_nobody_counted_stay_blank(clerk, bureau):
    issue = commands.issue_document(edition=make_agreed(bureau), by=bureau.clerk)
    row = clerk.get("/van-ban/di/").context["lines"][0]

    assert issue.number.copies == 0
    assert row.cells[6] == ""
    assert metadata_of(issue)["IssuedAmount"] is None
