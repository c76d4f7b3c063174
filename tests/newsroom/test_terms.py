"""The glossary: who decides how a word is written, and what a translation is held to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.newsroom.commands.terms import Wording, keep_term, retire_term
from haidang.newsroom.inline_marks import lost_links, to_segment, to_text
from haidang.newsroom.queries.terms import is_in, terms_against, terms_for
from haidang.newsroom.scripts import looks_like, wrong_language
from haidang.newsroom.translation_checks import about_translation
from haidang.orgs.enums import Role
from haidang.plans.overtaking import Overtaken
from tests.makers import make_user
from tests.makers.translations import ENGLISH, begin, fresh, make_desk, translate

pytestmark = pytest.mark.django_db
SALT = Wording(vi="Muối Thử", en="Salt of Thử", note="Không dịch là “Try salt”.")


@pytest.fixture
def desk():
    return make_desk()


def keep(desk, wording=SALT, **more):
    people = {"owner": desk.newsroom.editor, "by": desk.newsroom.editor}
    return keep_term(unit=desk.newsroom.centre, wording=wording, **people | more)


def test_keep_term_decides_and_changes_how_a_word_is_written(desk):
    term = keep(desk)
    changed = keep(desk, Wording(vi="Muối Thử", en="Thử salt"), term=term, seen=1)

    assert (changed.pk, changed.en, changed.note, changed.version) == (term.pk, "Thử salt", "", 2)
    assert list(terms_for(desk.newsroom.centre)) == [changed]
    assert Entry.objects.filter(event="keep_term").count() == 2


def test_keep_term_refuses_two_of_one_word_strangers_and_what_is_old(desk):
    term = keep(desk)
    with pytest.raises(WrongState):
        keep(desk)
    with pytest.raises(Overtaken):
        keep(desk, term=term, seen=0)
    with pytest.raises(NotAllowed):
        keep(desk, Wording(vi="x"), by=desk.newsroom.officer)
    for wording in (Wording(vi=" "), Wording(vi="x", note="y" * 301)):
        with pytest.raises(Incomplete):
            keep(desk, wording)
    with pytest.raises(Incomplete):
        keep(desk, Wording(vi="y"), owner=desk.newsroom.officer)
    with pytest.raises(Incomplete):
        keep(desk, Wording(vi="y", note="x\nMẬT\n"))


def test_keep_term_of_a_contested_word_is_its_owner_s_alone(desk):
    contested = Wording(vi="Biển Thử", en="Thử Sea", is_contested=True)
    term = keep(desk, contested)
    with pytest.raises(NotAllowed):
        keep(desk, contested, term=term, seen=1, by=desk.newsroom.writer)
    leader = make_user(Role.LEADER, unit=desk.newsroom.centre)
    assert keep(desk, contested, term=term, seen=1, by=leader).version == 2


def test_retire_term_asks_for_it_no_more(desk):
    term = keep(desk)
    with pytest.raises(NotAllowed):
        retire_term(term=term, seen=1, by=desk.newsroom.officer)
    retire_term(term=term, seen=1, by=desk.newsroom.editor)

    assert not terms_for(desk.newsroom.centre).exists()
    assert retire_term(term=term, seen=2, by=desk.newsroom.editor).version == 2


def test_terms_of_an_authority_hold_for_those_below_it(desk):
    district = desk.newsroom.authority.district
    leader = desk.newsroom.authority.leader
    term = keep_term(unit=district, wording=SALT, owner=leader, by=leader)
    assert list(terms_for(desk.newsroom.centre)) == [term]
    assert not terms_for(desk.newsroom.post.parent.parent or desk.newsroom.post).exclude(pk=term.pk)


def test_a_contested_word_written_otherwise_keeps_a_translation_back(desk):
    english = begin(desk)
    translate(desk, english, ENGLISH | {"Muối Thử": "Salt of our coast"})
    keep(desk)
    assert about_translation(fresh(english)) == []
    keep(desk, Wording(vi="Một nghề", en="A trade", is_contested=True))

    assert [one.name for one in about_translation(fresh(english))] == ["contested_term"]


def test_terms_are_found_as_whole_words():
    assert is_in("muối", "Nghề Muối ở xã")
    assert not is_in("muối", "muốii")
    assert is_in("ស្រុក\u200bកូវ", "ក្នុងស្រុកកូវកាន់")


def test_terms_against_names_what_is_written_otherwise(desk):
    terms = [keep(desk)]
    assert terms_against(terms, "Về Muối Thử", "On the salt", "en") == terms
    assert terms_against(terms, "Về Muối Thử", "On <b>Salt of Thử</b>", "en") == []
    assert terms_against(terms, "Về Muối Thử", "x", "km") == [], "nobody decided in Khmer yet"


@pytest.mark.parametrize(
    ("words", "language", "found"),
    [
        ("Cầu Ngang publishes what investors and visitors need", "en", None),
        ("Bà con đi biển về bến an toàn", "en", "tiếng Việt"),
        ("Plans for infrastructure and services", "vi", "tiếng Anh"),
        ("ស្រុកកូវកាន់ ខេត្តត្រាវិញ", "vi", "tiếng Khmer"),
        ("UBND", "km", None),
        ("2024", "en", None),
    ],
)
def test_wrong_language_is_named(words, language, found):
    assert wrong_language(words, language) == found


@given(words=st.text(max_size=60))
def test_looks_like_answers_anything(words):
    assert looks_like(words) in {None, "vi", "en", "km"}


LINE = 'Xem <a id="a1">trang <b>này</b></a>, <em>nhé</em> &amp; <strong>ngay</strong><br/>A'


def test_marks_of_a_segment_go_there_and_back():
    text = to_text(LINE)
    assert text == "Xem [trang **này**](a1), *nhé* & **ngay**\nA"
    assert to_segment("See **it** and [a page](a1)", LINE) == (
        'See <b>it</b> and <a id="a1">a page</a>'
    )
    assert to_segment("5 * 4 * 3 [x](a9) <b>", "Năm") == "5 * 4 * 3 [x](a9) &lt;b&gt;"
    assert lost_links("See it", LINE) == ["a1"]


@given(words=st.text(alphabet=st.characters(exclude_categories=("C", "Z")), max_size=40))
def test_plain_words_stay_as_they_are(words):
    kept = to_segment(words, "Năm")
    assert to_text(kept) == words
