"""What is done with stays as it is, in the database itself: numbers, editions, steps, slips, files.

On SQLite no table of these was altered since 0005, so that what it set still stands.
"""

from typing import ClassVar

from django.db import migrations

from haidang.ledger.append_only import append_only, final

NUMBER = (
    "status",
    "purpose",
    "edition_id",
    "used_at",
    "used_by_id",
    "cancelled_at",
    "cancelled_by_id",
    "reason",
    "symbol",
    "issued_on",
    "document_type",
    "subject",
    "signer",
    "signer_post",
    "recipients",
    "filed_with",
    "copies",
    "priority",
    "note",
    "folded",
)
ARRIVAL = (
    "id",
    "unit_id",
    "year",
    "number",
    "arrived_on",
    "text",
    "file_id",
    "file_name",
    "copy_of_id",
    "at",
    "by_id",
)
STEP = ("id", "slip_id", "ordinal", "post", "role", "unit_id", "checks_layout")
TEMPLATE = (
    "id",
    "unit_id",
    "document_type",
    "file_id",
    "file_name",
    "checked_at",
    "findings",
    "created_at",
    "created_by_id",
)
# An agreed slip may still be taken back, or end with a new text; nothing else comes after an end.
CLOSED = "OLD.status NOT IN ('open', 'agreed') OR OLD.status = 'agreed' AND NEW.status NOT IN {}"
COUNTED = "OLD.last >= OLD.begins_at AND (NEW.last < OLD.last OR NEW.begins_at <> OLD.begins_at)"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("documents", "0005_never_removed")]
    operations: ClassVar = [
        append_only("documents_storedfile"),
        append_only("documents_answer"),
        append_only("documents_arrival", ARRIVAL),
        append_only("documents_template", TEMPLATE),
        append_only("documents_document", ("id", "unit_id")),
        append_only("documents_edition", ("id", "document_id", "ordinal")),
        final("documents_edition", "OLD.status = 'issued'"),
        append_only("documents_series", ("id", "unit_id", "year", "code")),
        final("documents_series", COUNTED),
        final("documents_number", "OLD.status <> 'reserved'", NUMBER),
        # The pages are counted once the file is drawn, with the number in it.
        final(
            "documents_number",
            "OLD.pages IS NOT NULL OR OLD.status = 'cancelled'",
            ("pages",),
            what="pages",
        ),
        append_only("documents_slip", ("id", "revision_id", "opened_at", "opened_by_id", "note")),
        final("documents_slip", CLOSED.format("('recalled', 'voided')")),
        append_only("documents_step", STEP),
        final("documents_step", "OLD.status <> 'waiting'"),
    ]
