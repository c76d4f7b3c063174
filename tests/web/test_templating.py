"""What is put together with less work comes out to the letter as Django's own."""

import pytest
from django.template import Context, Engine, TemplateSyntaxError, engines
from django.urls import NoReverseMatch, reverse
from django.utils.functional import lazystr
from django.utils.safestring import mark_safe

from haidang.web.templating import SHORT, Settled, escaped, shown

HOSTILE = "<b onclick=\"x('&')\">"


class Named:
    def __str__(self):
        return HOSTILE


def ours(text, **values):
    """The words as our templates show them."""
    return engines["django"].from_string(text).render(values)


def theirs(text, **values):
    """The same words by Django's own engine."""
    return Engine().from_string(text).render(Context(values))


@pytest.mark.parametrize(
    "value",
    [
        HOSTILE,
        HOSTILE * SHORT,
        "",
        mark_safe(HOSTILE),
        lazystr(HOSTILE),
        Named(),
        1234567,
        -5,
        None,
        ["<a>", 1],
    ],
)
def test_each_value_is_shown_as_django_shows_it(value):
    assert shown(value) == theirs("{{ value }}", value=value)


def test_long_words_are_not_remembered():
    assert escaped("<" * (SHORT + 1)) == "&lt;" * (SHORT + 1)


def test_signs_and_addresses_without_values_are_made_once():
    text = '{% icon "plus" %}{% url "work" %}{% static "haidang/app.js" %}'
    made = engines["django"].from_string(text).template

    assert [type(node) for node in made.nodelist] == [Settled] * 3
    first = made.render(Context())
    assert made.render(Context()) == first
    assert first.endswith(f"</svg>{reverse('work')}/static/haidang/app.js")


def test_a_sign_that_the_page_names_is_drawn_each_time():
    made = engines["django"].from_string("{% icon name css %}")

    for name in ("plus", HOSTILE):
        assert f"#{escaped(name)}" in made.render({"name": name, "css": "icon"})


@pytest.mark.parametrize(
    "text",
    [
        '{% url "task" 5 %}',
        '{% url "task" pk %}',
        '{% url "task" pk=pk %}',
        "{% url name pk %}",
        '{% url "task" pk as found %}[{{ found }}]',
        '{% url "no-such-page" as found %}[{{ found }}]',
    ],
)
def test_an_address_is_the_one_that_django_gives(text):
    assert ours(text, pk=7, name="task") == theirs(text, pk=7, name="task")


def test_a_page_that_does_not_exist_has_no_address():
    with pytest.raises(NoReverseMatch):
        ours('{% url "no-such-page" %}')
    with pytest.raises(TemplateSyntaxError):
        ours("{% url %}")
