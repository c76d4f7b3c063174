"""What was read becomes a document to be written: nothing of it is lost, only laid out anew.

The zones, paragraphs and sections are those of `text.understanding`; the looks are for the writer.
"""

from haidang.text.drafting.draft import Draft, draft_of, drafted

__all__ = ["Draft", "draft_of", "drafted"]
