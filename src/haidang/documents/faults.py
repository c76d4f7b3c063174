"""What the checker finds in the file of a revision, counted for the slip."""

from haidang.documents.models import Revision
from haidang.text.checking import Severity, check


def faults_of(revision: Revision) -> tuple[int, int]:
    """How many faults the .docx of a revision has, and how much advice there is on it."""
    found = check(revision.file.read()) if revision.file else ()
    faults = sum(finding.severity is Severity.FAULT for finding in found)
    return faults, len(found) - faults
