"""The words of a post: they fit, they end where a sentence or a word ends, the address is whole."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.newsroom.social import NETWORKS, SHARED, post_words, shortened

ADDRESS = "https://caungang.example.vn/vi/tin/nghinh-ong/"
WORDS = st.text(st.sampled_from("ab đếễ .!?\u200bកខ\u17d2គ\u17b6។😀"), max_size=900)


def words_of(network, lead, title="Lễ hội Nghinh Ông"):
    return post_words(
        NETWORKS[network], title=title, lead=lead, source="UBND huyện", address=ADDRESS
    )


@pytest.mark.parametrize("network", NETWORKS)
@given(lead=WORDS)
def test_a_post_is_never_longer_than_its_network_takes_and_keeps_the_address(network, lead):
    words = words_of(network, lead)

    assert len(words.encode("utf-16-le")) // 2 <= NETWORKS[network].longest
    assert words.endswith(f"UBND huyện\n{ADDRESS}")
    assert words.startswith("Lễ hội Nghinh Ông")


@given(words=WORDS, most=st.integers(1, 200))
def test_what_is_cut_is_a_start_of_the_words_and_parts_no_letter_from_its_signs(words, most):
    cut = shortened(words, most)

    assert len(cut) <= most
    start = cut.removesuffix("…") if cut != words else cut
    assert words.startswith(start)
    rest = words[len(start) :]
    assert not (start and rest) or not unicodedata.category(rest[0]).startswith("M")


def test_whole_sentences_are_kept_as_long_as_they_are_seen():
    lead = "Lễ hội mở ngày 10. " + "Vào cửa tự do. " * 40

    words = words_of("youtube", lead)

    assert "Vào cửa tự do.\n\nUBND huyện" in words
    assert len(words.split("\n\nUBND")[0]) <= NETWORKS["youtube"].seen


def test_khmer_is_cut_where_its_words_part():
    words = "\u200b".join(["ពិធីបុណ្យ"] * 40)

    cut = shortened(words, 60)

    assert words[len(cut) - 1] == "\u200b"


def test_each_network_that_is_made_ready_has_its_lengths():
    assert all(0 < NETWORKS[key].seen <= NETWORKS[key].longest for key in SHARED)


def test_a_post_without_a_lead_is_title_source_and_address():
    assert words_of("zalo", "") == f"Lễ hội Nghinh Ông\n\nUBND huyện\n{ADDRESS}"


def test_a_title_that_is_too_long_is_cut_before_the_address_is():
    words = words_of("other", "", title="a" * 2000)

    assert len(words) <= NETWORKS["other"].longest
    assert words.endswith(ADDRESS)
