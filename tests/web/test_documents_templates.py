"""Templates on the screen: types, a starting point, a changed one checked, in use, withdrawn."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from haidang.documents.models import Template
from haidang.orgs.enums import Role
from haidang.text.layout import KINDS
from haidang.text.templates import starting_template
from haidang.web import turns
from haidang.web.views.documents import template_preview
from tests.makers import make_user
from tests.makers.documents import MONDAY, make_bureau
from tests.makers.templates import make_template, own_template
from tests.system import needs_libreoffice
from tests.text.forms import texts_of

pytestmark = pytest.mark.django_db
PAGE = "/van-ban/mau/"
TYPE = "/van-ban/mau/bao-cao/"


@pytest.fixture
def bureau(settings):
    settings.AS_OF = MONDAY
    return make_bureau()


@pytest.fixture
def clerk(client, bureau):
    client.force_login(bureau.clerk)
    return client


def sent(client, content, name="mau-bc.docx"):
    return client.post(TYPE, {"file": SimpleUploadedFile(name, content)})


def made(bureau, words="Mẫu riêng của huyện.", **fields):
    row = make_template(bureau.district, bureau.clerk, words, **fields)
    return f"{PAGE}{row.pk}/"


def body_of(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


def test_every_type_is_listed_with_what_the_unit_has(clerk):
    page = clerk.get(PAGE).text

    assert page.count('href="/van-ban/mau/') == len(KINDS)
    assert page.count("Theo bố cục của nghị định") == len(KINDS)
    assert 'href="/van-ban/mau/"' in clerk.get("/van-ban/").text


@pytest.mark.parametrize("slug", ["ke-hoach", "de-an", "du-an", "giay-gioi-thieu"])
def test_the_starting_template_of_a_type_is_given(clerk, slug):
    kind = next(k for k in KINDS if k.name in {"kế hoạch", "đề án", "dự án", "giấy giới thiệu"})
    answer = clerk.get(f"/van-ban/mau/{slug}/mau-dau/")

    assert f'filename="mau-{slug}.docx"' in answer["Content-Disposition"]
    assert "{{nội dung}}" in texts_of(body_of(answer))
    assert slug != "ke-hoach" or body_of(answer) == starting_template(kind)


def test_a_changed_template_is_checked_and_then_serves(clerk):
    answer = sent(clerk, own_template())

    template = Template.objects.get()
    page = clerk.get(answer.url).text
    assert answer.url == f"/van-ban/mau/{template.pk}/"
    assert "không có lỗi thể thức" in page
    assert clerk.post(f"{answer.url}dung/").url == answer.url
    assert "đang dùng" in clerk.get(answer.url).text
    assert "mau-bc.docx" in clerk.get(PAGE).text
    assert "Đang dùng" in clerk.get(TYPE).text
    assert body_of(clerk.get(f"{answer.url}tep/")) == own_template()
    clerk.post(f"{answer.url}thoi/")
    assert not Template.objects.get().is_current
    assert "1 mẫu đã đưa vào, chưa dùng mẫu nào" in clerk.get(PAGE).text


def test_faults_are_shown_at_their_places_and_nothing_serves(clerk):
    answer = sent(clerk, own_template("{{trich yeu}}"))

    page = clerk.get(answer.url).text
    assert "không có trường {{trich yeu}}" in page
    assert "có phải {{trích yếu}}?" in page
    assert "Dùng mẫu này</button>" not in page
    assert clerk.post(f"{answer.url}dung/").status_code == 422
    assert "Có lỗi" in clerk.get(TYPE).text
    assert clerk.get(f"{answer.url}ban-thu/").url == answer.url
    assert "Mẫu không dùng được" in clerk.get(f"{answer.url}xem/").text
    assert clerk.get(f"{answer.url}xem/1/").status_code == 404


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7", "Mẫu phải là tệp .docx."),
        (b"PK\x03\x04", "Tệp hỏng"),
        (b"", "Tệp này rỗng"),
    ],
)
def test_what_is_no_template_is_said_on_the_form(clerk, content, words):
    answer = sent(clerk, content)

    assert answer.status_code == 422
    assert words in answer.text
    assert not Template.objects.exists()


def test_nothing_chosen_is_said_on_the_form(clerk):
    answer = clerk.post(TYPE)

    assert answer.status_code == 422
    assert "Chọn tệp .docx của mẫu." in answer.text


def test_who_finds_every_place_taken_is_asked_to_come_back(clerk, monkeypatch):
    monkeypatch.setattr("haidang.web.views.documents.templates.PATIENCE", 0)
    places = [turns.place_at("reading", number) for number in range(1, turns.CORES + 1)]

    answer = sent(clerk, own_template())

    for place in places:
        turns.leave(place)
    assert answer.status_code == 422
    assert "hãy gửi lại sau ít phút" in answer.text


@needs_libreoffice
def test_the_sample_is_shown_as_pages_and_given_as_a_file(clerk, bureau):
    template = made(bureau)

    page = clerk.get(f"{template}xem/").text
    picture = clerk.get(f"{template}xem/1/")

    assert f'src="{template}xem/1/"' in page
    assert picture["Content-Type"] == "image/webp"
    assert picture.content[8:12] == b"WEBP"
    assert "Mẫu riêng của huyện." in texts_of(body_of(clerk.get(f"{template}ban-thu/")))


def test_without_libreoffice_the_page_says_so(clerk, bureau, monkeypatch):
    template = made(bureau, "Bản không có trang in.")
    monkeypatch.setenv("PATH", "/nowhere")
    template_preview.printed.cache_clear()

    assert template_preview.NO_LIBREOFFICE in clerk.get(f"{template}xem/").text
    assert clerk.get(f"{template}xem/1/").status_code == 404
    template_preview.printed.cache_clear()


def test_others_look_and_change_nothing(client, clerk, bureau):
    template = made(bureau)
    client.force_login(bureau.drafter)

    page = client.get(TYPE).text
    assert "Chỉ quản trị hoặc văn thư" in page
    assert "Tải lên và kiểm tra" not in page
    assert client.get(template).status_code == 200
    assert client.post(f"{template}dung/").status_code == 403
    assert sent(client, own_template()).status_code == 403
    client.force_login(bureau.stranger)
    assert client.get(template).status_code == 404
    client.force_login(bureau.auditor)
    assert client.get(template).status_code == 200


def test_an_officer_of_an_office_may_look_at_both(client, bureau):
    client.force_login(bureau.drafter)

    page = client.get(PAGE).text

    assert f"?co-quan={bureau.office.pk}" in page
    assert str(bureau.office) in client.get(f"{PAGE}?co-quan={bureau.office.pk}").text
    assert client.get(f"{PAGE}?co-quan=x").status_code == 200


@pytest.mark.parametrize("path", ["mau/bai-tho/", "mau/bai-tho/mau-dau/", "mau/999/"])
def test_what_is_not_there_is_not_found(clerk, path):
    assert clerk.get(f"/van-ban/{path}").status_code == 404


def test_somebody_without_a_unit_has_no_templates(client):
    person = make_user(Role.AUDITOR)
    type(person).objects.filter(pk=person.pk).update(unit=None)
    client.force_login(type(person).objects.get(pk=person.pk))

    assert client.get(PAGE).status_code == 404


def test_the_list_takes_as_many_queries_for_one_as_for_three(clerk, bureau, count_queries):
    made(bureau)
    once, of_type = count_queries(clerk, PAGE), count_queries(clerk, TYPE)
    made(bureau, "Hai.")
    made(bureau, "Ba.")

    assert count_queries(clerk, PAGE) == once
    assert count_queries(clerk, TYPE) == of_type
