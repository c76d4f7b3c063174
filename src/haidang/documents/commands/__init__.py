"""Every write of the documents room, one function per act."""

from haidang.documents.commands.issuing import Wish, issue_document
from haidang.documents.commands.numbering import cancel_number, reserve_number, use_number
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
from haidang.documents.commands.series import begin_series, set_series
from haidang.documents.commands.signing import attach_signed_copy, recheck_signed_copy
from haidang.documents.commands.trusting import distrust_root, trust_root

__all__ = [
    "Wish",
    "agree_step",
    "attach_signed_copy",
    "begin_series",
    "cancel_number",
    "distrust_root",
    "draft_document",
    "issue_document",
    "recall_slip",
    "recheck_signed_copy",
    "redraft_document",
    "register_document",
    "reserve_number",
    "revise_document",
    "send_back_step",
    "set_route",
    "set_series",
    "submit_for_signature",
    "trust_root",
    "use_number",
]
