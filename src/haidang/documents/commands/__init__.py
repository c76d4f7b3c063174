"""Every write of the documents room, one function per act."""

from haidang.documents.commands.registering import register_document, revise_document

__all__ = ["register_document", "revise_document"]
