"""The rules, one family a module; each says what of the layout a paper does not keep to."""

from collections.abc import Callable, Iterator

from haidang.text.checking.finding import Flaw
from haidang.text.checking.paper import Paper
from haidang.text.checking.rules.addressees import addressee_flaws
from haidang.text.checking.rules.appendices import appendix_flaws
from haidang.text.checking.rules.bases import basis_flaws
from haidang.text.checking.rules.capitals import beginning_flaws, capital_flaws
from haidang.text.checking.rules.citations import citation_flaws
from haidang.text.checking.rules.closing import closing_flaws
from haidang.text.checking.rules.contents import content_flaws
from haidang.text.checking.rules.dates import date_flaws
from haidang.text.checking.rules.decisions import decision_flaws
from haidang.text.checking.rules.drafting import drafting_flaws
from haidang.text.checking.rules.fonts import font_flaws
from haidang.text.checking.rules.gaps import gap_flaws
from haidang.text.checking.rules.headings import heading_flaws
from haidang.text.checking.rules.labels import label_flaws
from haidang.text.checking.rules.letters import letter_flaws
from haidang.text.checking.rules.lines_below import line_flaws
from haidang.text.checking.rules.masthead import masthead_flaws
from haidang.text.checking.rules.number import number_flaws
from haidang.text.checking.rules.page_numbers import appendix_number_flaws, page_number_flaws
from haidang.text.checking.rules.pages import page_flaws
from haidang.text.checking.rules.printed import printed_flaws
from haidang.text.checking.rules.recipients import recipient_flaws
from haidang.text.checking.rules.signing import signing_flaws
from haidang.text.checking.rules.sizes import size_flaws
from haidang.text.checking.rules.spacing import spacing_flaws
from haidang.text.checking.rules.stamps import contact_flaws, stamp_flaws
from haidang.text.checking.rules.stance import stance_flaws
from haidang.text.checking.rules.subject import subject_flaws
from haidang.text.checking.rules.unicode import unicode_flaws

RULES: tuple[Callable[[Paper], Iterator[Flaw]], ...] = (
    page_flaws,
    page_number_flaws,
    appendix_number_flaws,
    printed_flaws,
    masthead_flaws,
    line_flaws,
    number_flaws,
    date_flaws,
    subject_flaws,
    stamp_flaws,
    contact_flaws,
    addressee_flaws,
    basis_flaws,
    decision_flaws,
    heading_flaws,
    label_flaws,
    font_flaws,
    size_flaws,
    letter_flaws,
    drafting_flaws,
    stance_flaws,
    gap_flaws,
    closing_flaws,
    recipient_flaws,
    signing_flaws,
    appendix_flaws,
    citation_flaws,
    capital_flaws,
    beginning_flaws,
    unicode_flaws,
    spacing_flaws,
    content_flaws,
)
