"""Settings that a person writes: what is meant is taken, what cannot be meant is refused."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from haidang import settings as written


@pytest.mark.parametrize(
    ("url", "host", "port", "user"),
    [
        ("", None, None, None),
        ("smtp://mail.gov.vn", "mail.gov.vn", None, None),
        ("smtps://nhac%40gov.vn:m%2Ft@mail.gov.vn:465/", "mail.gov.vn", 465, "nhac%40gov.vn"),
        ("starttls://nhac:mk@[::1]:2525", "::1", 2525, "nhac"),
    ],
)
def test_the_address_of_a_mail_server_is_taken_apart(url, host, port, user):
    found = written.smtp(url)

    assert (found.hostname, found.port, found.username) == (host, port, user)


@pytest.mark.parametrize(
    "url",
    [
        "mail.gov.vn",
        "mail.gov.vn:25",
        "http://mail.gov.vn",
        "smtp://",
        "smtp://:25",
        "smtp://mail.gov.vn:0",
        "smtp://mail.gov.vn:70000",
        "smtp://mail.gov.vn:hai",
        "smtp://mail.gov.vn/thu",
        "smtp://mail.gov.vn?tls=1",
    ],
)
def test_what_is_no_mail_server_is_refused(url):
    with pytest.raises(ImproperlyConfigured, match="HAIDANG_SMTP"):
        written.smtp(url)


@pytest.mark.parametrize("good", ["nhac@gov.vn", "Hải Đăng <nhac.viec+1@xa.gov.vn>"])
def test_a_sender_is_an_address_with_or_without_a_name(good):
    assert written.sender(good, is_needed=True) == good


@pytest.mark.parametrize("bad", ["", "nhac", "nhac@gov", "a@b.vn, c@d.vn", "a@b.vn\nBcc: c@d.vn"])
def test_a_mail_server_needs_a_sender(bad):
    with pytest.raises(ImproperlyConfigured, match="HAIDANG_MAIL_FROM"):
        written.sender(bad, is_needed=True)


def test_without_a_mail_server_neither_sender_nor_address_is_needed():
    assert written.sender("", is_needed=False) == "webmaster@localhost"
    assert written.address("", is_needed=False) == "http://127.0.0.1:8000"


def test_links_follow_the_port_of_an_installation_that_has_no_address(monkeypatch):
    monkeypatch.setenv("HAIDANG_PORT", "8123")

    assert written.address("", is_needed=False) == "http://127.0.0.1:8123"


def test_links_begin_with_the_address_of_the_installation():
    assert written.address("https://haidang.gov.vn/", is_needed=True) == "https://haidang.gov.vn"


@pytest.mark.parametrize("bad", ["", "haidang.gov.vn", "ftp://x.vn", "https://", "https://x.vn/a"])
def test_a_mail_server_needs_an_address_that_links_can_begin_with(bad):
    with pytest.raises(ImproperlyConfigured, match="HAIDANG_ADDRESS"):
        written.address(bad, is_needed=True)
