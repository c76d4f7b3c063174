"""The page rules of Nghị định 30/2020 as data: what the writer follows and the checker compares.

No document is read, written or judged here. Each rule carries its article.
"""

from haidang.text.layout.body import BODY_PARTS
from haidang.text.layout.boxes import BOXES
from haidang.text.layout.component import Align, Component, SizeError
from haidang.text.layout.kinds import KINDS, Kind, kind_of
from haidang.text.layout.page import FONT, MARGIN_RANGES, MarginError, Margins, Page
from haidang.text.layout.wording import DateError

COMPONENTS = {component.key: component for component in (*BOXES, *BODY_PARTS)}

__all__ = [
    "COMPONENTS",
    "FONT",
    "KINDS",
    "MARGIN_RANGES",
    "Align",
    "Component",
    "DateError",
    "Kind",
    "MarginError",
    "Margins",
    "Page",
    "SizeError",
    "kind_of",
]
