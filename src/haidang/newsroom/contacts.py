"""Whom readers ask, with what can be dialled and written to taken out of the words."""

import re
from dataclasses import dataclass

from django.db.models import Q

from haidang import clock
from haidang.orgs.models import Unit

TELEPHONE = re.compile(r"(?<![\d.])(?:\+84|0)(?:[ .]?\d){8,10}(?!\d)")
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Contact:
    """An office and what it says of how to reach it."""

    name: str
    words: str
    telephone: str = ""
    mail: str = ""


def contact_of(name: str, words: str) -> Contact:
    """A contact, with the first number and the first address in its words.

    >>> contact_of("Phòng", "Điện thoại 0294 000 0001, a@b.gov.vn").telephone
    '02940000001'
    """
    number, mail = TELEPHONE.search(words), MAIL.search(words)
    dialled = re.sub(r"[ .]", "", number.group()) if number else ""
    return Contact(name, words, dialled, mail.group() if mail else "")


def contact_in(words: str, office: Contact) -> Contact:
    """The contact that a story names, reached by the office's telephone where it names none."""
    if not words:
        return office
    own = contact_of("", words)
    return Contact("", words, own.telephone or office.telephone, own.mail or office.mail)


def offices_of(unit: Unit) -> list[Contact]:
    """Every office of a unit that says how it is reached, the unit itself last."""
    there = Unit.objects.on(clock.today()).filter(Q(pk=unit.pk) | Q(acts_for=unit))
    asked = there.exclude(contact="").order_by("acts_for", "kind__rank", "pk")
    offices = sorted(asked, key=lambda office: office.pk == unit.pk)
    return [contact_of(office.name, office.contact) for office in offices]
