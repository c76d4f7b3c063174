"""Addresses that are written back: only such as readers can open, refused in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.errors import Incomplete
from haidang.newsroom.post_checks import sound_address


@pytest.mark.parametrize(
    "address",
    ["https://www.facebook.com/ubnd/posts/1", "http://zalo.me/s/1", " https://youtu.be/abc \n"],
)
def test_a_web_address_is_kept_without_blanks_around_it(address):
    assert sound_address("facebook", address) == address.strip()


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("", "no_address"),
        ("javascript:alert(1)", "no_web_address"),
        ("ftp://x.vn/1", "no_web_address"),
        ("facebook.com/x", "no_web_address"),
        ("data:text/html,x", "no_web_address"),
        ("https://a:b@x.vn/", "with_password"),
        ("https://a" + "b" * 300 + ".vn", "long_address"),
        ("http://localhost/x", "near_address"),
        ("http://10.0.0.7/x", "near_address"),
        ("http://[::1]/x", "near_address"),
        ("http://may.local/x", "near_address"),
        ("https://x.vn/\nMẬT\n", "secrecy_mark"),
    ],
)
def test_what_readers_cannot_open_is_refused_in_words(address, why):
    with pytest.raises(Incomplete) as refusal:
        sound_address("facebook", address)

    (issue,) = refusal.value.issues
    assert (issue.name, issue.field) == (why, "address")


def test_a_network_that_is_not_on_the_list_is_refused():
    with pytest.raises(Incomplete) as refusal:
        sound_address("myspace", "https://x.vn/1")

    assert refusal.value.issues[0].field == "network"


@given(st.text(max_size=60))
def test_anything_typed_is_kept_as_a_web_address_or_refused(address):
    try:
        kept = sound_address("other", address)
    except Incomplete:
        return
    assert kept.lower().startswith(("http://", "https://"))
