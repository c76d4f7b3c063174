"""Every write of the documents room, one function per act."""

from haidang.documents.commands.handing import answer_arrival, hand_over
from haidang.documents.commands.issuing import issue_document
from haidang.documents.commands.numbering import cancel_number, reserve_number, use_number
from haidang.documents.commands.receiving import (
    Come,
    correct_arrival,
    receive_by_steps,
    receive_document,
)
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
from haidang.documents.commands.secrets import note_secret_file
from haidang.documents.commands.series import begin_series, set_series
from haidang.documents.commands.signing import attach_signed_copy, recheck_signed_copy
from haidang.documents.commands.taking_back import hold_draft, look_at_draft, take_back_draft
from haidang.documents.commands.templates import (
    put_template,
    use_template,
    withdraw_template,
)
from haidang.documents.commands.trusting import distrust_root, trust_root
from haidang.documents.preparing import Wish

__all__ = [
    "Come",
    "Wish",
    "agree_step",
    "answer_arrival",
    "attach_signed_copy",
    "begin_series",
    "cancel_number",
    "correct_arrival",
    "distrust_root",
    "draft_document",
    "hand_over",
    "hold_draft",
    "issue_document",
    "look_at_draft",
    "note_secret_file",
    "put_template",
    "recall_slip",
    "receive_by_steps",
    "receive_document",
    "recheck_signed_copy",
    "redraft_document",
    "register_document",
    "reserve_number",
    "revise_document",
    "send_back_step",
    "set_route",
    "set_series",
    "submit_for_signature",
    "take_back_draft",
    "trust_root",
    "use_number",
    "use_template",
    "withdraw_template",
]
