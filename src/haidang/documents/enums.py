"""Choices of the documents room."""

from django.db import models


class EditionStatus(models.TextChoices):
    """Where an edition of a document stands."""

    DRAFT = "draft", "dự thảo"
    ISSUED = "issued", "đã ban hành"


EDITION_MOVES: dict[EditionStatus, frozenset[EditionStatus]] = {
    EditionStatus.DRAFT: frozenset({EditionStatus.ISSUED}),
    EditionStatus.ISSUED: frozenset(),
}
