"""Words of a plan's screens for its templates: `{% load plans %}`."""

from django import template

from haidang.web import plan_words

register = template.Library()
register.filter("event_words", plan_words.event)
register.filter("deadline_words", plan_words.deadline_words)
register.filter("amount", plan_words.amount)
register.filter("written_date", plan_words.written_date)
