"""What stands around every page of a portal: names, sections, languages, contact, what is asked."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from django.conf import settings
from django.utils.translation import gettext

from haidang import clock
from haidang.newsroom.contacts import Contact, contact_of, offices_of
from haidang.newsroom.models import Portal, Story
from haidang.newsroom.queries.places import NEVER, Paths, section_paths
from haidang.newsroom.queries.portals import home, portal_of_unit, portals_above
from haidang.newsroom.queries.shown import fixed_pages
from haidang.newsroom.section_words import ENDED, MENU, WAITING
from haidang.orgs.models import Succession, Unit

SPOKESPERSON = {"nguoi-phat-ngon", "spokesperson"}


@dataclass(frozen=True)
class Around:
    """A portal as a reader in one language meets it; nothing is asked until a page needs it."""

    portal: Portal
    language: str

    @property
    def start(self) -> str:
        """The first page in the reader's language."""
        return f"/{self.language}/"

    @property
    def place(self) -> str:
        """How the place is called whose portal it is."""
        unit = self.portal.unit
        return str(unit.place or unit.short_name)

    @property
    def menu(self) -> list[tuple[str, str]]:
        """The sections at the top: their words and their keys."""
        return [(words, section.value) for section, words in MENU.items()]

    @cached_property
    def above(self) -> list[Portal]:
        """The portals of the authorities above, the nearest first."""
        return portals_above(self.portal)

    @cached_property
    def by_language(self) -> dict[str, Paths]:
        """Where sections stand: in the reader's language, then in that which all is written in.

        Lists of a unit that is no more have nothing from after its end, from above neither.
        """
        languages = dict.fromkeys([self.language, settings.LANGUAGE_CODE])
        ended = self.ended_on
        before = clock.at(ended + dt.timedelta(days=1)) if ended else NEVER
        return section_paths(self.portal, self.above, languages, before=before)

    @property
    def paths(self) -> Paths:
        """Where sections in the reader's language stand."""
        return self.by_language[self.language]

    @property
    def original_paths(self) -> Paths:
        """Where sections in the language stand that all is written in."""
        return self.by_language[settings.LANGUAGE_CODE]

    @cached_property
    def fixed(self) -> list[Story]:
        """The pages that the law asks for: in this language, else in Vietnamese."""
        return fixed_pages(self.by_language)

    @property
    def spokesperson(self) -> Story | None:
        """The page that names who speaks for the unit (NĐ 244/2026/NĐ-CP), by its address."""
        return next((page for page in self.fixed if page.slug in SPOKESPERSON), None)

    @property
    def contact(self) -> Contact:
        """Whom a reader asks: the office that acts for the unit, else the unit itself."""
        unit = self.portal.unit
        if self.answering != [unit]:
            found = (offices_of(heir) for heir in self.answering)
            return next(chain.from_iterable(found), contact_of(self.answering[0].name, ""))
        name, words = self.portal.office, self.portal.office_contact
        return contact_of(name, words) if name else contact_of(unit.name, unit.contact)

    @cached_property
    def answering(self) -> list[Unit]:
        """The units that readers ask: the portal's own, or those that an abolished one became."""
        return self._successors or [self.portal.unit]

    @property
    def parent(self) -> tuple[str, str] | None:
        """The portal that this one is a part of (NĐ 224/2026/NĐ-CP, Điều 11): name, address."""
        answering = (above for above in reversed(self.above) if home(above))
        top = next(answering, None)
        return (top.unit.place or top.unit.short_name, home(top)) if top else None

    @property
    def is_waiting(self) -> bool:
        """Whether nobody has signed off the words of this language yet."""
        return self.language != settings.LANGUAGE_CODE and gettext(WAITING) == WAITING

    @property
    def is_demonstration(self) -> bool:
        """Whether nothing here is official."""
        return settings.AS_OF is not None

    @property
    def ended_on(self) -> dt.date | None:
        """The last day of a unit that is no more; its portal stays."""
        last = self.portal.unit.valid_to
        return last if last and last < clock.today() else None

    @property
    def ended(self) -> str:
        """That the unit is no more, and since when; nothing while it is there."""
        return f"{gettext(ENDED)} {self.ended_on:%d/%m/%Y}" if self.ended_on else ""

    @cached_property
    def heirs(self) -> list[tuple[str, str]]:
        """The units that an abolished one became, with where their portals answer."""
        portals = [(unit, portal_of_unit(unit)) for unit in self._successors]
        return [(unit.name, home(portal) if portal else "") for unit, portal in portals]

    @cached_property
    def _successors(self) -> list[Unit]:
        if not self.ended_on:
            return []
        became = Succession.objects.filter(predecessor=self.portal.unit).select_related("successor")
        return [row.successor for row in became.order_by("pk")]
