"""Official text: read, understand, check, compare, write. Plain Python that knows no Django.

>>> from haidang.text import read
"""

from haidang.text.contract import contract
from haidang.text.reading import read, secrecy_mark_of
from haidang.text.reading.unreadable import Unreadable
from haidang.text.understanding import secrecy_mark

__all__ = ["Unreadable", "contract", "read", "secrecy_mark", "secrecy_mark_of"]
