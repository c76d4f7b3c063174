"""Every write of the documents room, one function per act."""

from haidang.documents.commands.registering import (
    draft_document,
    redraft_document,
    register_document,
    revise_document,
)
from haidang.documents.commands.routing import (
    agree_step,
    recall_slip,
    send_back_step,
    set_route,
    submit_for_signature,
)

__all__ = [
    "agree_step",
    "draft_document",
    "recall_slip",
    "redraft_document",
    "register_document",
    "revise_document",
    "send_back_step",
    "set_route",
    "submit_for_signature",
]
