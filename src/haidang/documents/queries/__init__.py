"""Questions about documents. Nothing here writes."""

from haidang.documents.queries.cited import Cited, editions_cited
from haidang.documents.queries.files import file_faults
from haidang.documents.queries.issued import issues_numbered
from haidang.documents.queries.numbering import next_number, reserved_numbers, series_code
from haidang.documents.queries.replay import Replay, replay_document
from haidang.documents.queries.slips import slips_waiting_for, step_due

__all__ = [
    "Cited",
    "Replay",
    "editions_cited",
    "file_faults",
    "issues_numbered",
    "next_number",
    "replay_document",
    "reserved_numbers",
    "series_code",
    "slips_waiting_for",
    "step_due",
]
