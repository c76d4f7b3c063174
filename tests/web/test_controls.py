"""The controls that are put together without a template say what Django's templates say."""

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from haidang.web.controls import DRAWN
from haidang.web.rendering import FormRenderer

THEIRS, OURS = DjangoTemplates(), FormRenderer()
WORDS = st.text(max_size=12) | st.sampled_from(["<b>", '"', "'", "&amp;", "Mỹ Long", ""])
VALUES = WORDS | st.none() | st.integers()
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["id", "class", "data-x", "checked"]), WORDS | st.booleans() | st.integers()
)
CHOICES = st.lists(st.tuples(WORDS | st.integers(), WORDS), max_size=4)


@st.composite
def widgets(draw):
    plain = [
        forms.TextInput, forms.NumberInput, forms.HiddenInput, forms.EmailInput, forms.URLInput,
        forms.PasswordInput, forms.DateInput, forms.FileInput, forms.CheckboxInput, forms.Textarea,
    ]  # fmt: skip
    kind = draw(st.sampled_from([*plain, forms.Select, forms.RadioSelect]))
    attributes = draw(ATTRIBUTES)
    if kind in plain:
        return kind(attributes)
    choices = draw(CHOICES)
    if draw(st.booleans()):
        choices = [("Nhóm <1>", choices), ("", "Không")]
    return kind(attributes, choices)


@given(widget=widgets(), name=WORDS, value=VALUES)
def test_every_control_comes_out_as_django_writes_it(widget, name, value):
    context = widget.get_context(name, value, {"id": "id_x"})
    wanted = THEIRS.render(widget.template_name, context)
    assert OURS.render(widget.template_name, context) == wanted


@pytest.mark.parametrize("template", sorted(DRAWN))
@given(attributes=ATTRIBUTES, label=WORDS, wraps=st.booleans(), value=WORDS)
def test_every_one_that_is_drawn_comes_out_as_its_template(
    template, attributes, label, wraps, value
):
    widget = {"type": "radio", "name": "<n>", "value": value, "attrs": attributes, "label": label}
    widget |= {"wrap_label": wraps, "optgroups": []}
    wanted = THEIRS.render(template, {"widget": widget})
    assert OURS.render(template, {"widget": widget}) == wanted


def test_a_form_with_a_list_and_a_wrong_answer_is_the_same_in_the_page():
    class Asking(forms.Form):
        unit = forms.ChoiceField(choices=[("1", "Xã <Mỹ Long>"), (2, "Xã Vinh Kim")])
        so = forms.FloatField(localize=True)

    for data in ({}, {"unit": "2", "so": "1,5"}):
        ours, theirs = Asking(data, renderer=OURS), Asking(data, renderer=THEIRS)
        page = Template("{{ form.unit }}|{{ form.so }}")
        assert page.render(Context({"form": ours})) == page.render(Context({"form": theirs}))
