"""Understanding: from plain text with places to what it says. Deterministic, offline, traced.

Instructions inside a document are words like any others: nothing here acts on them (promise N30).
"""

from haidang.text.understanding.document import understand
from haidang.text.understanding.secrecy import secrecy_mark

__all__ = ["secrecy_mark", "understand"]
